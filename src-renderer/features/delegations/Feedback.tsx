import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import type { Participant } from '../../../src-core/delegations/participant.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import { client, orpc } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './delegations.module.css'

type Props = { readonly file: Delegation; readonly people: readonly Participant[]; readonly editable: boolean }

/** A minute of feedback a day. */
export function Feedback({ file, people, editable }: Props) {
  const { t } = useTranslation('delegations')
  const language = useNumberLanguage()
  const found = useQuery(orpc.delegations.feedback.queryOptions({ input: { delegationId: file.id } }))
  const [date, setDate] = useState<string | null>(file.fromDate)
  const [participantId, setParticipantId] = useState<string | null>(null)
  const [score, setScore] = useState<string | null>('5')
  const [comment, setComment] = useState('')
  const rows = found.data?.feedback ?? []
  const average = rows.reduce((sum, row) => sum + row.score, 0) / Math.max(1, rows.length)
  const nameOf = (id: string | null) => {
    const person = people.find((one) => one.id === id)
    return person ? `${person.givenNames} ${person.surname}` : ''
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (date === null) return
    try {
      await client.delegations.addFeedback({
        ...{ delegationId: file.id, date, participantId, score: Number(score), comment: comment.trim() || null },
      })
      setComment('')
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <Section
      title={t('day.feedback')}
      note={rows.length > 0 && t('day.average', { count: rows.length, score: formatNumber(average, 1, language) })}
    >
      {editable && (
        <form className={classes.row} onSubmit={(event) => void add(event)}>
          <DateField label={t('programme.day')} value={date} onChange={setDate} />
          <Select
            label={t('people.one')}
            clearable
            searchable
            data={people.map(({ id }) => ({ value: id, label: nameOf(id) }))}
            value={participantId}
            onChange={setParticipantId}
          />
          <Select
            w={110}
            label={t('day.score')}
            allowDeselect={false}
            data={['1', '2', '3', '4', '5']}
            value={score}
            onChange={setScore}
          />
          <TextInput
            w={320}
            label={t('day.comment')}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {t('day.addFeedback')}
          </Button>
        </form>
      )}
      <table className={classes.list}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{formatDate(row.date)}</td>
              <td className={classes.number}>{row.score}</td>
              <td>{nameOf(row.participantId)}</td>
              <td>{row.comment}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
