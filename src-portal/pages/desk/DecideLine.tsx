import { useId } from 'react'
import type { Outputs } from '../api.ts'
import { TopicPick, type Wish } from '../needs/TopicPick.tsx'
import { Facts, SelectField, TextField } from '../parts/parts.tsx'
import { useWords } from '../words/words.tsx'

export type Line = Outputs['needs']['unitForm']['lines'][number]

/** What the manager is about to say of a line. */
export type Decided = {
  readonly decision: 'approve' | 'change' | 'refuse'
  readonly wish: Wish
  readonly priority: number | null
  readonly reason: string
}

export const levels = ['1', '2', '3', '4', '5'] as const

const decisions = ['approve', 'change', 'refuse'] as const

/** What stands before the manager has touched anything: what was said before, else approval. */
export const firstDecision = ({ topic, freeText, managerState, managerPriority, managerReason }: Line): Decided => ({
  decision: managerState === 'REJECTED' ? 'refuse' : 'approve',
  wish: { topicId: topic?.id ?? null, topicName: topic?.name ?? null, freeText: freeText ?? '' },
  priority: managerPriority,
  reason: managerReason ?? '',
})

type Props = {
  readonly number: number
  readonly line: Line
  readonly decided: Decided
  readonly disabled: boolean
  readonly onChange: (patch: Partial<Decided>) => void
}

/** One line of a form and what becomes of it. */
export function DecideLine({ number, line, decided, disabled, onChange }: Props) {
  const words = useWords()
  const { desk, needs } = words
  const name = useId()
  const facts = [
    ...(line.reason ? [[needs.reason, needs.reasons[line.reason]] as const] : []),
    ...(line.urgency ? [[needs.urgency, line.urgency] as const] : []),
    ...(line.selfLevel ? [[needs.selfLevel, line.selfLevel] as const] : []),
    ...(line.targetLevel ? [[needs.targetLevel, line.targetLevel] as const] : []),
    ...(line.note ? [[needs.note, line.note] as const] : []),
    ...(line.managerState === 'CHANGED' ? [[desk.state, needs.managerState.CHANGED] as const] : []),
  ]
  const labels = { approve: desk.approveLine, change: desk.changeLine, refuse: desk.refuseLine } as const
  return (
    <fieldset className="need" disabled={disabled}>
      <legend>
        {number}. {line.topic?.name ?? line.freeText}
      </legend>
      {facts.length > 0 && <Facts facts={facts} />}
      <div className="row" role="radiogroup" aria-label={desk.decision}>
        {decisions.map((decision) => (
          <label key={decision} className="tick">
            <input
              type="radio"
              name={name}
              checked={decided.decision === decision}
              onChange={() => onChange({ decision })}
            />{' '}
            <span>{labels[decision]}</span>
          </label>
        ))}
      </div>
      {decided.decision === 'change' && (
        <TopicPick line={decided.wish} onChange={(patch) => onChange({ wish: { ...decided.wish, ...patch } })} />
      )}
      <div className="columns">
        <SelectField
          label={desk.priority}
          value={decided.priority === null ? '' : (String(decided.priority) as (typeof levels)[number])}
          options={levels.map((value) => ({ value, label: value }))}
          onChange={(value) => onChange({ priority: value === '' ? null : Number(value) })}
        />
        <TextField
          label={desk.why}
          value={decided.reason}
          onChange={(reason) => onChange({ reason })}
          required={decided.decision !== 'approve'}
          maxLength={500}
        />
      </div>
    </fieldset>
  )
}
