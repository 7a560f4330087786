import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { holidayHalves, holidayKinds } from '../../../src-core/courses/holiday.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import classes from './delivery.module.css'
import type { Schedule } from './schedule.ts'
import { useMoving } from './use-moving.ts'
import { useScheduleWords } from './use-words.ts'

type Props = { readonly plan: Plan; readonly schedule: Schedule }

/** A holiday that is announced after the year was placed: what it hits, and where that could go. */
export function LateHoliday({ plan, schedule }: Props) {
  const { t } = useTranslation(['delivery', 'courses'])
  const words = useScheduleWords()
  const moving = useMoving()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [half, setHalf] = useState<(typeof holidayHalves)[number]>('none')
  const [kind, setKind] = useState<(typeof holidayKinds)[number]>('administrativeLeave')
  const [name, setName] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const asked = from === null ? undefined : { planId: plan.id, from, to: to ?? from, half }
  const found = useQuery(orpc.delivery.holidayHits.queryOptions({ input: asked ?? skipToken }))
  const hits = asked ? found.data : undefined
  const chosen = (hits ?? []).filter(({ sessionId, after }) => after !== null && !left.has(sessionId))
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  const enter = async () => {
    if (!asked) return
    const sessionIds = chosen.map(({ sessionId }) => sessionId)
    const work = client.delivery.enterHoliday({ ...asked, name: name.trim(), kind, sessionIds })
    const done = await moving.run(work, t('holiday.done', { count: sessionIds.length }))
    if (!done) return
    setFrom(null)
    setTo(null)
    setName('')
    setLeft(new Set())
  }
  return (
    <div className={classes.columns}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void enter()
        }}
      >
        <p className={classes.dim}>{t('holiday.text')}</p>
        <DateField label={t('holiday.from')} required value={from} onChange={setFrom} />
        <DateField label={t('holiday.to')} value={to} onChange={setTo} />
        <Select
          label={t('holiday.half')}
          allowDeselect={false}
          data={holidayHalves.map((value) => ({ value, label: words.halfAlone(value) }))}
          value={half}
          onChange={(value) => setHalf(holidayHalves.find((one) => one === value) ?? 'none')}
        />
        <TextInput
          label={t('holiday.name')}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('holiday.kind')}
          allowDeselect={false}
          data={holidayKinds.map((value) => ({ value, label: t(`courses:word.holidayKind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(holidayKinds.find((one) => one === value) ?? 'administrativeLeave')}
        />
        <div className={classes.buttons}>
          <Button type="submit" disabled={!asked || name.trim().length < 2 || hits === undefined}>
            {t('holiday.enter', { count: chosen.length })}
          </Button>
        </div>
      </form>
      <div>
        {asked && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
        {!asked && <p className={classes.dim}>{t('holiday.choose')}</p>}
        {hits?.length === 0 && <Note tone="good" text={t('holiday.nothing')} />}
        {hits && hits.length > 0 && (
          <>
            <p>{t('holiday.hits', { count: hits.length })}</p>
            <ul className={`${classes.list} ${classes.reasons}`}>
              {hits.map(({ sessionId, code, title, ordinal, before, after }) => (
                <li key={sessionId}>
                  <Checkbox
                    size="xs"
                    disabled={after === null}
                    checked={after !== null && !left.has(sessionId)}
                    onChange={() => toggle(sessionId)}
                    label={`${code} · ${t('session.nth', { no: ordinal })} ${title}`}
                  />
                  <span>
                    {words.when(before)} →{' '}
                    {after ? `${words.when(after)}, ${words.where(after, schedule)}` : t('holiday.noPlace')}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}
