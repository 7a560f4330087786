import { type FormEvent, useState } from 'react'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { call, type Outputs } from '../api.ts'
import { Note, Page, Problem, Waiting } from '../parts/parts.tsx'
import { useAutosave } from '../parts/use-autosave.ts'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { fill, useWords } from '../words/words.tsx'
import { emptyLine, firstLines, isNamed, type MyNeeds, type PageLine, toDraft, toSubmit } from './draft.ts'
import { LineEditor } from './LineEditor.tsx'
import { SentForm } from './SentForm.tsx'

/** One's own training needs: written while the window is open, looked at otherwise. */
export function NeedsForm() {
  const words = useWords()
  const { data, error, reload } = useLoad<MyNeeds>(() => call('needs', 'myNeeds'))
  if (!data) return <Waiting error={error} reload={reload} />
  const { window, form } = data
  if (!window || (window.collecting !== 'open' && !form)) {
    return (
      <Page title={words.mine.window} narrow>
        <Note tone="warn">{words.needs.closed}</Note>
      </Page>
    )
  }
  const writable =
    window.collecting === 'open' && (!form || ['EMPTY', 'DRAFT', 'SUBMITTED', 'RETURNED'].includes(form.state))
  return (
    <Page title={fill(words.needs.title, { year: window.year })}>
      {form && (
        <p>
          <span className="state">{words.formState[form.state]}</span>
          {form.receiptNo && (
            <>
              {' '}
              {words.needs.receipt}: <strong>{form.receiptNo}</strong>
            </>
          )}
        </p>
      )}
      {form?.returnReason && (
        <Note tone="warn">
          {words.needs.returned}: {form.returnReason}
        </Note>
      )}
      {writable ? (
        <Editor key={form?.rowVersion ?? 0} needs={data} window={window} onSent={reload} />
      ) : (
        form && <SentForm lines={form.lines} />
      )}
    </Page>
  )
}

type EditorProps = {
  readonly needs: MyNeeds
  readonly window: NonNullable<MyNeeds['window']>
  readonly onSent: () => void
}

function Editor({ needs, window: { cycleId, lineLimit }, onSent }: EditorProps) {
  const words = useWords().needs
  const { form, draft, trainings } = needs
  const [lines, setLines] = useState(() => firstLines(needs))
  const [tried, setTried] = useState(false)
  const [receipt, setReceipt] = useState<Outputs['needs']['submitMyForm']>()
  const autosave = useAutosave<readonly PageLine[]>(
    (version, typed) => call('needs', 'saveMyDraft', { cycleId, version, lines: toDraft(typed) }),
    draft,
  )
  const { busy, error, run } = useDoing()
  const change = (next: readonly PageLine[]) => {
    setLines(next)
    setReceipt(undefined)
    autosave.later(next)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!lines.every(isNamed)) return
    await autosave.pause()
    const formVersion = form?.rowVersion ?? null
    const went = await run(async () => {
      setReceipt(await call('needs', 'submitMyForm', { cycleId, formVersion, lines: toSubmit(lines) }))
    })
    if (!went) return autosave.later(lines)
    autosave.forget()
    onSent()
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p>{fill(words.lead, { limit: lineLimit })}</p>
      {lines.length === 0 && <p className="quiet">{words.empty}</p>}
      {lines.map((line, at) => (
        <LineEditor
          key={line.key}
          number={at + 1}
          line={line}
          sent={form?.lines.find(({ id }) => id === line.id)}
          trainings={trainings}
          wrong={tried && !isNamed(line)}
          onChange={(patch) => change(lines.map((one) => (one.key === line.key ? { ...one, ...patch } : one)))}
          onRemove={() => change(lines.filter(({ key }) => key !== line.key))}
        />
      ))}
      {lines.length < lineLimit && (
        <button type="button" className="button no-print" onClick={() => change([...lines, emptyLine()])}>
          {words.add}
        </button>
      )}
      <Problem error={error} />
      {receipt && receipt.duplicates.length > 0 && (
        <Note tone="warn">
          {fill(words.duplicates, { names: receipt.duplicates.map(({ name }) => name).join(', ') })}
        </Note>
      )}
      <div className="actions no-print">
        <button type="submit" className="button primary" disabled={busy}>
          {form ? words.submitAgain : words.submit}
        </button>
        <button type="button" className="plain" onClick={() => window.print()}>
          {words.print}
        </button>
        <span className="quiet" role="status">
          {autosave.error === undefined
            ? autosave.busy
              ? words.saving
              : autosave.at && fill(words.saved, { time: formatInstant(autosave.at) })
            : words.notSaved}
        </span>
      </div>
    </form>
  )
}
