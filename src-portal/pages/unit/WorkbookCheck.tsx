import { askFile, call, type Outputs } from '../api.ts'
import { Note, Problem } from '../parts/parts.tsx'
import { saveFile } from '../parts/save-file.ts'
import { useDoing } from '../parts/use-load.ts'
import { fill, useLanguage, useWords } from '../words/words.tsx'

type Result = Outputs['needs']['checkMyWorkbook']

export type Uploaded = {
  readonly fileHash: string
  readonly fileName: string
  readonly confirmNames: boolean
  readonly leaveOutErrors: boolean
}

type Props = {
  readonly file: Uploaded
  readonly result: Result
  /** Looks at the file again with other choices. */
  readonly onAgain: (file: Uploaded) => void
  readonly onClose: () => void
  readonly onDone: (message: string) => void
}

/** Most findings and needs shown at once; the corrected workbook has all of them. */
const mostShown = 100

/** What a workbook would bring: findings by cell, a preview, and the button that takes it over. */
export function WorkbookCheck({ file, result, onAgain, onClose, onDone }: Props) {
  const words = useWords()
  const { unit } = words
  const language = useLanguage()
  const { busy, error, run } = useDoing()
  const { counts, issues, preview, needsUnit, importedBefore } = result
  const { lines, created, merged, errors, warnings } = counts
  const byName = issues.some(({ code }) => code === 'W32')
  const ready = lines > 0 && !needsUnit && !byName && (errors === 0 || file.leaveOutErrors)
  const commit = async () => {
    if (await run(() => call('needs', 'commitMyWorkbook', file))) onDone(fill(unit.committed, { created, merged }))
  }
  return (
    <div className="check">
      <h3>{file.fileName}</h3>
      <p>{fill(unit.found, { lines, created, merged, errors, warnings })}</p>
      {importedBefore && <Note tone="warn">{unit.broughtBefore}</Note>}
      {needsUnit && <Note tone="warn">{unit.needsUnit}</Note>}
      {issues.length > 0 && <Issues issues={issues} />}
      {preview.length > 0 && <Preview preview={preview} total={lines} />}
      {(byName || file.confirmNames) && (
        <label className="tick">
          <input
            type="checkbox"
            checked={file.confirmNames}
            onChange={(event) => onAgain({ ...file, confirmNames: event.currentTarget.checked })}
          />{' '}
          <span>{unit.confirmNames}</span>
        </label>
      )}
      {errors > 0 && (
        <label className="tick">
          <input
            type="checkbox"
            checked={file.leaveOutErrors}
            onChange={(event) => onAgain({ ...file, leaveOutErrors: event.currentTarget.checked })}
          />{' '}
          <span>{unit.leaveOut}</span>
        </label>
      )}
      <Problem error={error} />
      <div className="actions">
        <button type="button" className="button primary" disabled={busy || !ready} onClick={() => void commit()}>
          {fill(unit.commit, { lines })}
        </button>
        {issues.length > 0 && (
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() =>
              void run(async () => saveFile(await askFile('needs', 'correctMyWorkbook', { ...file, language })))
            }
          >
            {unit.corrected}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </div>
  )
}

function Issues({ issues }: { issues: Result['issues'] }) {
  const { unit } = useWords()
  return (
    <>
      <h4>{unit.issues}</h4>
      <ul className="list issues">
        {issues.slice(0, mostShown).map(({ code, sheet, cell, message, severity }) => (
          <li key={`${code} ${sheet} ${cell} ${message}`}>
            <span>
              <strong className={severity}>{severity === 'error' ? unit.error : unit.warning}</strong>{' '}
              {[sheet, cell].filter(Boolean).join('!')}
            </span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {issues.length > mostShown && <p className="quiet">{fill(unit.more, { count: issues.length - mostShown })}</p>}
    </>
  )
}

function Preview({ preview, total }: { preview: Result['preview']; total: number }) {
  const words = useWords()
  const { unit } = words
  const shown = preview.slice(0, mostShown)
  return (
    <>
      <h4>{unit.preview}</h4>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{unit.row}</th>
            <th scope="col">{unit.who}</th>
            <th scope="col">{unit.topic}</th>
            <th scope="col">{words.needs.urgency}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ sheet, row, person, unit: unitName, headcount, topic, urgency, merged }) => (
            <tr key={`${sheet} ${row} ${person} ${topic}`}>
              <th scope="row">{row}</th>
              <td data-label={unit.who}>{person ?? `${unitName}, ${fill(unit.heads, { headcount })}`}</td>
              <td data-label={unit.topic}>
                {topic} {merged && <span className="quiet">({unit.merged})</span>}
              </td>
              <td data-label={words.needs.urgency}>{urgency ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > shown.length && <p className="quiet">{fill(unit.more, { count: total - shown.length })}</p>}
    </>
  )
}
