import { type FormEvent, useState } from 'react'
import { call, type Outputs } from '../api.ts'
import { Facts, Page, Problem, TextField, Waiting } from '../parts/parts.tsx'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { useWords } from '../words/words.tsx'
import { type Decided, DecideLine, firstDecision, type Line } from './DecideLine.tsx'

type Loaded = Outputs['needs']['unitForm']

type Props = { readonly id: string; readonly onClose: (message?: string) => void }

/** One form of somebody who answers to the manager. */
export function DeskForm({ id, onClose }: Props) {
  const { data, error, reload } = useLoad<Loaded>(() => call('needs', 'unitForm', { id }))
  if (!data) return <Waiting error={error} reload={reload} />
  return <Decision key={data.form.rowVersion} loaded={data} onClose={onClose} />
}

function Decision({ loaded: { form, lines }, onClose }: { loaded: Loaded; onClose: Props['onClose'] }) {
  const words = useWords()
  const { desk } = words
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(new Map())
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const { busy, error, run } = useDoing()
  const { id, rowVersion } = form
  const open = form.open && (form.state === 'SUBMITTED' || form.state === 'MANAGER_APPROVED')
  const approve = async (event: FormEvent) => {
    event.preventDefault()
    const all = lines.map((line) => sentOf(line, standing(decided, line)))
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

const standing = (decided: ReadonlyMap<string, Decided>, line: Line): Decided =>
  decided.get(line.id) ?? firstDecision(line)

/** A line as the manager leaves it. */
function sentOf({ id, rowVersion }: Line, { decision, wish, priority, reason }: Decided) {
  const { topicId, freeText } = wish
  const change = decision === 'change' ? { topicId, freeText: freeText.trim() || null } : null
  return { id, rowVersion, approved: decision !== 'refuse', priority, change, reason }
}
