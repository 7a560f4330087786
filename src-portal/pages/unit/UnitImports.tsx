import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { call } from '../api.ts'
import { Problem } from '../parts/parts.tsx'
import { useDoing } from '../parts/use-load.ts'
import { fill, useWords } from '../words/words.tsx'
import type { MyUnits } from './UnitDesk.tsx'

type Props = {
  readonly imports: MyUnits['imports']
  readonly open: boolean
  readonly onDone: (message: string) => void
}

/** Which workbooks were brought, and the way back from them. */
export function UnitImports({ imports, open, onDone }: Props) {
  const { unit } = useWords()
  const { busy, error, run } = useDoing()
  const undo = async (batchId: string) => {
    let kept = 0
    const went = await run(async () => {
      kept = (await call('needs', 'undoMyImport', { batchId })).kept
    })
    if (went) onDone(kept > 0 ? fill(unit.undoneSome, { kept }) : unit.undone)
  }
  if (imports.length === 0) return null
  return (
    <>
      <h3>{unit.brought}</h3>
      <Problem error={error} />
      <ul className="list">
        {imports.map(({ id, fileName, at, created, merged, state, undoable }) => (
          <li key={id}>
            <span>
              {fileName} <span className="quiet">{formatInstant(at)}</span>
              <br />
              <span className="quiet">
                {state === 'COMMITTED' ? fill(unit.importCounts, { created, merged }) : unit.importState[state]}
              </span>
            </span>
            {undoable && open && (
              <button
                type="button"
                className="button"
                disabled={busy}
                aria-label={`${fileName}: ${unit.undo}`}
                onClick={() => void undo(id)}
              >
                {unit.undo}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
