import { type FormEvent, useId, useState } from 'react'
import { call, type Outputs } from '../api.ts'
import { Facts, Page, Problem, SelectField, TextField, Waiting } from '../parts/parts.tsx'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { useWords } from '../words/words.tsx'

type Loaded = Outputs['needs']['unitForm']
type Line = Loaded['lines'][number]
type Decided = { readonly approved: boolean; readonly priority: number | null; readonly reason: string }

type Props = { readonly id: string; readonly onClose: (message?: string) => void }

/** One form of somebody who answers to the manager. */
export function DeskForm({ id, onClose }: Props) {
  const { data, error, reload } = useLoad<Loaded>(() => call('needs', 'unitForm', { id }))
  if (!data) return <Waiting error={error} reload={reload} />
  return <Decision key={data.form.rowVersion} loaded={data} onClose={onClose} />
}

const levels = ['1', '2', '3', '4', '5'] as const

function Decision({ loaded: { form, lines }, onClose }: { loaded: Loaded; onClose: Props['onClose'] }) {
  const words = useWords()
  const { desk } = words
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(
    () =>
      new Map(
        lines.map(({ id, managerState, managerPriority, managerReason }) => [
          id,
          { approved: managerState !== 'REJECTED', priority: managerPriority, reason: managerReason ?? '' },
        ]),
      ),
  )
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const { busy, error, run } = useDoing()
  const { id, rowVersion } = form
  const open = form.open && (form.state === 'SUBMITTED' || form.state === 'MANAGER_APPROVED')
  const approve = async (event: FormEvent) => {
    event.preventDefault()
    const all = lines.map((line) => ({ id: line.id, rowVersion: line.rowVersion, ...standing(decided, line) }))
    if (await run(() => call('needs', 'decideForm', { decision: 'approve', id, rowVersion, lines: all })))
      onClose(desk.done)
  }
  const sendBack = async (event: FormEvent) => {
    event.preventDefault()
    if (await run(() => call('needs', 'decideForm', { decision: 'return', id, rowVersion, reason })))
      onClose(desk.returned)
  }
  return (
    <Page title={form.name}>
      <p>
        <button type="button" className="plain" onClick={() => onClose()}>
          {words.back}
        </button>
      </p>
      <Facts
        facts={[
          [desk.unit, form.unit],
          ...(form.title ? [[desk.jobTitle, form.title] as const] : []),
          [desk.state, words.formState[form.state]],
        ]}
      />
      <form onSubmit={(event) => void approve(event)}>
        {lines.map((line, at) => (
          <DecideLine
            key={line.id}
            number={at + 1}
            line={line}
            decided={standing(decided, line)}
            disabled={!open}
            onChange={(patch) => setDecided(new Map(decided).set(line.id, { ...standing(decided, line), ...patch }))}
          />
        ))}
        {!returning && <Problem error={error} />}
        {open && !returning && (
          <div className="actions no-print">
            <button type="submit" className="button primary" disabled={busy}>
              {desk.approve}
            </button>
            <button type="button" className="button" onClick={() => setReturning(true)}>
              {desk.sendBack}
            </button>
          </div>
        )}
      </form>
      {returning && (
        <form onSubmit={(event) => void sendBack(event)}>
          <TextField label={desk.sendBackReason} value={reason} onChange={setReason} maxLength={500} />
          <Problem error={error} />
          <div className="actions">
            <button type="submit" className="button primary" disabled={busy}>
              {desk.sendBack}
            </button>
            <button type="button" className="button" onClick={() => setReturning(false)}>
              {words.cancel}
            </button>
          </div>
        </form>
      )}
    </Page>
  )
}

const standing = (decided: ReadonlyMap<string, Decided>, { id }: Line): Decided =>
  decided.get(id) ?? { approved: true, priority: null, reason: '' }

type LineProps = {
  readonly number: number
  readonly line: Line
  readonly decided: Decided
  readonly disabled: boolean
  readonly onChange: (patch: Partial<Decided>) => void
}

function DecideLine({ number, line, decided, disabled, onChange }: LineProps) {
  const words = useWords()
  const { desk, needs } = words
  const name = useId()
  const facts = [
    ...(line.reason ? [[needs.reason, needs.reasons[line.reason]] as const] : []),
    ...(line.urgency ? [[needs.urgency, line.urgency] as const] : []),
    ...(line.selfLevel ? [[needs.selfLevel, line.selfLevel] as const] : []),
    ...(line.targetLevel ? [[needs.targetLevel, line.targetLevel] as const] : []),
    ...(line.note ? [[needs.note, line.note] as const] : []),
  ]
  return (
    <fieldset className="need" disabled={disabled}>
      <legend>
        {number}. {line.topic?.name ?? line.freeText}
      </legend>
      {facts.length > 0 && <Facts facts={facts} />}
      <div className="row" role="radiogroup" aria-label={desk.decision}>
        {[true, false].map((approved) => (
          <label key={String(approved)} className="tick">
            <input
              type="radio"
              name={name}
              checked={decided.approved === approved}
              onChange={() => onChange({ approved })}
            />{' '}
            <span>{approved ? desk.approveLine : desk.refuseLine}</span>
          </label>
        ))}
      </div>
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
          required={!decided.approved}
          maxLength={500}
        />
      </div>
    </fieldset>
  )
}
