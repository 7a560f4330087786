import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { concerns } from '../../../src-core/delegations/day.rules.ts'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { countsForCertificate } from '../../../src-core/delegations/programme.rules.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import { useGo } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './delegations.module.css'
import { Feedback } from './Feedback.tsx'
import { clockOf } from './programme-grid.ts'
import { useMay } from './use-may.ts'
import { titleOf } from './words.ts'

const marks = ['PRESENT', 'ABSENT', 'EXCUSED', 'none'] as const

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' }).format(new Date())

/** Check-in at the door, attendance by name, hours so far, and what goes to the registrar. */
export function DayTab({ file }: { readonly file: Delegation }) {
  const { t } = useTranslation('delegations')
  const language = useNumberLanguage()
  const may = useMay()
  const go = useGo()
  const input = { delegationId: file.id }
  const programme = useQuery(orpc.delegations.programme.queryOptions({ input }))
  const people = useQuery(orpc.delegations.participants.queryOptions({ input }))
  const attendance = useQuery(orpc.delegations.attendance.queryOptions({ input }))
  const [chosen, setChosen] = useState<string | null>(null)
  const slots = useMemo(
    () => (programme.data?.items ?? []).filter(({ kind }) => countsForCertificate(kind)),
    [programme.data],
  )
  const failure = programme.error ?? people.error ?? attendance.error
  if (failure) return <ErrorNote error={failure} />
  const slot = slots.find(({ id }) => id === chosen) ?? slots.find(({ date }) => date >= today()) ?? slots[0]
  const coming = (people.data?.participants ?? []).filter(
    (person) => person.state !== 'CANCELLED' && slot && concerns(slot, person),
  )
  const markOf = (id: string) =>
    attendance.data?.marks.find((one) => one.participantId === id && one.itemId === slot?.id)?.mark ?? 'none'
  const hoursOf = (id: string) => attendance.data?.hours.find((one) => one.participantId === id)
  const editable = may.edit && file.state !== 'CANCELLED'
  const set = (ids: readonly string[], mark: (typeof marks)[number]) => {
    if (!slot || ids.length === 0) return
    client.delegations
      .markAttendance({
        ...{ itemId: slot.id, participantIds: [...ids], mark: mark === 'none' ? null : mark, method: 'name' },
      })
      .catch(tellError)
  }
  const handOn = async () => {
    try {
      const done = await client.delegations.handToCertificates({ delegationId: file.id })
      tell({ text: t('day.handed', { holders: done.holders, enough: done.enough }), tone: 'good' })
    } catch (error) {
      tellError(error)
    }
  }
  const inside = coming.filter(({ id }) => markOf(id) === 'PRESENT').length
  return (
    <div className={classes.page}>
      {slots.length === 0 && programme.data && <Note tone="neutral" text={t('day.noSlots')} />}
      {slot && (
        <>
          <div className={classes.row}>
            <Select
              w={460}
              label={t('day.slot')}
              allowDeselect={false}
              searchable
              data={slots.map((one) => ({
                value: one.id,
                label: `${formatDate(one.date)} ${clockOf(one.startMinute)} · ${titleOf(one)}`,
              }))}
              value={slot.id}
              onChange={setChosen}
            />
            {editable && <CheckIn itemId={slot.id} />}
            <span className={classes.dim}>{t('day.inside', { count: inside, all: coming.length })}</span>
          </div>
          <Section
            title={t('day.marks')}
            end={
              editable && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() =>
                    set(
                      coming.filter(({ id }) => markOf(id) === 'none').map(({ id }) => id),
                      'PRESENT',
                    )
                  }
                >
                  {t('day.allPresent')}
                </Button>
              )
            }
          >
            <table className={classes.list}>
              <thead>
                <tr>
                  <th scope="col">{t('day.name')}</th>
                  <th scope="col">{t('day.marks')}</th>
                  <th scope="col" className={classes.number}>
                    {t('day.hours')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {coming.map((person) => {
                  const hours = hoursOf(person.id)
                  return (
                    <tr key={person.id}>
                      <td>{`${person.givenNames} ${person.surname}`}</td>
                      <td>
                        <SegmentedControl
                          size="xs"
                          aria-label={`${t('day.marks')}: ${person.givenNames} ${person.surname}`}
                          disabled={!editable}
                          data={[
                            { value: 'none', label: t('day.unmarked') },
                            { value: 'PRESENT', label: t('day.present') },
                            { value: 'ABSENT', label: t('day.absent') },
                            { value: 'EXCUSED', label: t('day.excused') },
                          ]}
                          value={markOf(person.id)}
                          onChange={(value) => set([person.id], marks.find((one) => one === value) ?? 'none')}
                        />
                      </td>
                      <td className={classes.number}>
                        {hours && (
                          <StatusWord tone={hours.enough ? 'good' : 'neutral'}>
                            {t('day.hoursOf', {
                              attended: formatNumber(hours.attendedTenths / 10, undefined, language),
                              total: formatNumber(hours.totalTenths / 10, undefined, language),
                              share: hours.share,
                            })}
                          </StatusWord>
                        )}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </Section>
        </>
      )}
      <div className={classes.row}>
        {editable && slots.length > 0 && (
          <Button size="xs" variant="default" onClick={() => void handOn()}>
            {t('day.handOn')}
          </Button>
        )}
        {file.certificateGroupId && (
          <Button size="xs" variant="default" onClick={() => go(`/certificates/groups/${file.certificateGroupId}`)}>
            {t('day.toCertificates')}
          </Button>
        )}
      </div>
      <Feedback file={file} people={people.data?.participants ?? []} editable={editable} />
    </div>
  )
}

/** A hand scanner types the code and ends it with Enter, as a person does; the field keeps the focus for the next badge. */
function CheckIn({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('delegations')
  const [code, setCode] = useState('')
  const [since, setSince] = useState(0)
  const [failure, setFailure] = useState<unknown>()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '') return
    setFailure(undefined)
    // A scanner types eight signs within a tenth of a second; nobody else does.
    const method = performance.now() - since < 300 ? 'scan' : 'code'
    try {
      const { name, again } = await client.delegations.checkIn({ itemId, code, method })
      tell({ text: t(again ? 'day.again' : 'day.in', { name }), tone: again ? 'neutral' : 'good' })
      setCode('')
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <TextInput
        w={300}
        label={t('day.code')}
        description={t('day.codeHint')}
        autoComplete="off"
        value={code}
        onChange={(event) => {
          if (code === '') setSince(performance.now())
          setCode(event.currentTarget.value)
        }}
      />
      <ErrorNote error={failure} />
    </form>
  )
}
