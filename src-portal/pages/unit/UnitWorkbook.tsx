import { useId, useState } from 'react'
import { askFile, call, type Outputs, Refusal, sendFile } from '../api.ts'
import { Problem } from '../parts/parts.tsx'
import { saveFile } from '../parts/save-file.ts'
import { useDoing } from '../parts/use-load.ts'
import { fill, useLanguage, useWords } from '../words/words.tsx'
import type { MyUnits } from './UnitDesk.tsx'
import { type Uploaded, WorkbookCheck } from './WorkbookCheck.tsx'

type Props = {
  readonly units: MyUnits['units']
  readonly open: boolean
  readonly onDone: (message: string) => void
}

type Seen = { readonly file: Uploaded; readonly result: Outputs['needs']['checkMyWorkbook'] }

/** As `needs.uploadMyWorkbook` allows; said before the bytes go. */
const mostMegabytes = 5

/** The unit's workbook: fetched, filled in, brought back, looked at, taken over. */
export function UnitWorkbook({ units, open, onDone }: Props) {
  const { unit } = useWords()
  const language = useLanguage()
  const inputId = useId()
  const [seen, setSeen] = useState<Seen>()
  const { busy, error, run } = useDoing()
  const look = (file: Uploaded) =>
    run(async () => setSeen({ file, result: await call('needs', 'checkMyWorkbook', { ...file, language }) }))
  const bring = (file: File) =>
    run(async () => {
      setSeen(undefined)
      if (file.size > mostMegabytes * 1024 * 1024)
        throw new Refusal('INVALID_FILE', { problem: 'tooLarge', file: file.name })
      const uploaded = {
        ...(await sendFile('needs', 'uploadMyWorkbook', file)),
        confirmNames: false,
        leaveOutErrors: false,
      }
      setSeen({ file: uploaded, result: await call('needs', 'checkMyWorkbook', { ...uploaded, language }) })
    })
  return (
    <>
      <ol className="steps">
        <li>
          {unit.fetch}{' '}
          {units
            .filter(({ staff }) => staff > 0)
            .map(({ id, name, code, staff }) => (
              <button
                key={id}
                type="button"
                className="button"
                disabled={busy}
                onClick={() =>
                  void run(async () => saveFile(await askFile('needs', 'myUnitTemplate', { unitId: id, language })))
                }
              >
                {fill(unit.fetchUnit, { unit: units.length > 1 ? `${code} ${name}` : name, staff })}
              </button>
            ))}
        </li>
        <li>{unit.fillIn}</li>
        <li>
          <label htmlFor={inputId}>{unit.choose}</label>{' '}
          <input
            id={inputId}
            type="file"
            accept=".xlsx,.xlsm,.xls,.csv"
            disabled={busy || !open}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              // The same file may be chosen again once it was corrected.
              event.currentTarget.value = ''
              if (file) void bring(file)
            }}
          />
          <p className="hint">{fill(unit.limit, { megabytes: mostMegabytes })}</p>
        </li>
      </ol>
      {busy && (
        <p className="quiet" role="status">
          {unit.reading}
        </p>
      )}
      <Problem error={error} />
      {seen && (
        <WorkbookCheck
          file={seen.file}
          result={seen.result}
          onAgain={(file) => void look(file)}
          onClose={() => setSeen(undefined)}
          onDone={(message) => {
            setSeen(undefined)
            onDone(message)
          }}
        />
      )}
    </>
  )
}
