import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import classes from './delivery.module.css'
import { useMoving } from './use-moving.ts'
import { useScheduleWords } from './use-words.ts'

type Props = {
  readonly planId: string
  readonly trainingId: string
  readonly personId: string
  readonly name: string
  readonly onDone: () => void
}

const shortestReason = 5

/** Another group for one person: free seats, what clashes there, and the move. */
export function PersonMove({ planId, trainingId, personId, name, onDone }: Props) {
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const moving = useMoving()
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const found = useQuery(orpc.delivery.otherGroups.queryOptions({ input: { trainingId, personId } }))
  const groups = found.data ?? []
  const chosen = groups.find((one) => one.trainingId === to)
  const said = reason.trim()
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  if (found.data?.length === 0) return <p className={classes.dim}>{t('groups.noOther')}</p>
  const move = async () => {
    if (to === null) return
    const input = { planId, personId, from: trainingId, to, reason: said.length < shortestReason ? null : said }
    if (await moving.run(client.delivery.movePerson(input), t('groups.done', { name }))) onDone()
  }
  return (
    <form
      className={classes.memberForm}
      onSubmit={(event) => {
        event.preventDefault()
        void move()
      }}
    >
      <Select
        size="xs"
        label={t('groups.to')}
        data={groups.map(({ trainingId: id, code, free }) => ({
          value: id,
          label: free > 0 ? t('groups.free', { code, count: free }) : t('groups.full', { code }),
          disabled: free === 0,
        }))}
        value={to}
        onChange={setTo}
      />
      {chosen && (
        <div className={classes.verdict} data-tone={chosen.clashes.length > 0 ? 'warn' : undefined} role="status">
          {chosen.clashes.length === 0 && t('groups.fits')}
          <ul>
            {chosen.clashes.map((one) => (
              <li key={`${one.code} ${one.date} ${one.half}`}>
                {t('groups.clash', { code: one.code, when: words.when(one) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {chosen && chosen.clashes.length > 0 && (
        <TextInput
          size="xs"
          label={t('groups.reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className={classes.buttons}>
        <Button size="xs" type="submit" disabled={to === null}>
          {t('groups.do')}
        </Button>
      </div>
    </form>
  )
}
