import { useId } from 'react'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { Note, SelectField } from '../parts/parts.tsx'
import { fill, useWords } from '../words/words.tsx'
import type { FormLine, MyNeeds, PageLine } from './draft.ts'
import { TopicPick } from './TopicPick.tsx'

type Props = {
  readonly number: number
  readonly line: PageLine
  /** The line as it was sent in, with what the manager said about it. */
  readonly sent?: FormLine
  readonly trainings: MyNeeds['trainings']
  readonly wrong: boolean
  readonly onChange: (patch: Partial<PageLine>) => void
  readonly onRemove: () => void
}

const levels = ['1', '2', '3', '4', '5'] as const
const quarters = ['1', '2', '3', '4'] as const

const asOptions = <V extends string>(values: readonly V[], word: (value: V) => string = String) =>
  values.map((value) => ({ value, label: word(value) }))

const asNumber = (value: string): number | null => (value === '' ? null : Number(value))

/** One need. */
export function LineEditor({ number, line, sent, trainings, wrong, onChange, onRemove }: Props) {
  const words = useWords()
  const { needs } = words
  const noteId = useId()
  const recent = trainings.find(({ topicId, recent }) => recent && topicId !== null && topicId === line.topicId)
  const reasons = Object.entries(needs.reasons) as [keyof typeof needs.reasons, string][]
  const number2 = (value: number | null) => (value === null ? '' : (String(value) as (typeof levels)[number]))
  return (
    <fieldset className="need">
      <legend>{fill(needs.line, { number })}</legend>
      <TopicPick line={line} onChange={onChange} />
      {wrong && <Note tone="bad">{needs.incomplete}</Note>}
      {recent && <Note tone="warn">{fill(needs.recent, { date: formatDate(recent.completedOn) })}</Note>}
      {sent && sent.managerState !== 'WAITING' && (
        <Note tone={sent.managerState === 'REJECTED' ? 'warn' : 'good'}>
          {needs.managerSaid}: {needs.managerState[sent.managerState]}
          {sent.managerReason && ` · ${sent.managerReason}`}
        </Note>
      )}
      <div className="columns">
        <SelectField
          label={needs.reason}
          value={line.reason ?? ''}
          options={reasons.map(([value, label]) => ({ value, label }))}
          onChange={(reason) => onChange({ reason: reason || null })}
        />
        <SelectField
          label={needs.quarter}
          value={number2(line.preferredQuarter)}
          options={asOptions(quarters, (quarter) => fill(words.mine.quarter, { quarter }))}
          onChange={(value) => onChange({ preferredQuarter: asNumber(value) })}
        />
        <SelectField
          label={needs.urgency}
          value={number2(line.urgency)}
          options={asOptions(levels)}
          onChange={(value) => onChange({ urgency: asNumber(value) })}
        />
        <SelectField
          label={needs.selfLevel}
          value={number2(line.selfLevel)}
          options={asOptions(levels)}
          onChange={(value) => onChange({ selfLevel: asNumber(value) })}
        />
        <SelectField
          label={needs.targetLevel}
          value={number2(line.targetLevel)}
          options={asOptions(levels)}
          onChange={(value) => onChange({ targetLevel: asNumber(value) })}
        />
      </div>
      <div className="field">
        <label htmlFor={noteId}>{needs.note}</label>
        <textarea
          id={noteId}
          rows={2}
          maxLength={1000}
          value={line.note}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={line.external}
          onChange={(event) => onChange({ external: event.currentTarget.checked })}
        />{' '}
        <span>{needs.external}</span>
      </label>
      <button type="button" className="plain no-print" onClick={onRemove}>
        {needs.remove}
      </button>
    </fieldset>
  )
}
