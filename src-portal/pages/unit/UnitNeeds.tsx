import { useState } from 'react'
import { call } from '../api.ts'
import { Note, Problem } from '../parts/parts.tsx'
import { useDoing } from '../parts/use-load.ts'
import { fill, useWords } from '../words/words.tsx'
import type { MyUnits } from './UnitDesk.tsx'
import { UnitNeedForm } from './UnitNeedForm.tsx'

type Props = { readonly data: MyUnits; readonly open: boolean; readonly onDone: (message: string) => void }

/** What the units need by head-count. */
export function UnitNeeds({ data: { units, needs }, open, onDone }: Props) {
  const words = useWords()
  const { unit } = words
  const [editing, setEditing] = useState<string>()
  const [removed, setRemoved] = useState<string>()
  const { busy, error, run } = useDoing()
  const remove = async (id: string) => {
    if (!(await run(() => call('needs', 'removeMyUnitNeed', { id })))) return
    setRemoved(id)
    onDone(unit.removed)
  }
  const restore = async (id: string) => {
    if (!(await run(() => call('needs', 'restoreMyUnitNeed', { id })))) return
    setRemoved(undefined)
    onDone(unit.restored)
  }
  const close = (message?: string) => {
    setEditing(undefined)
    if (message) onDone(message)
  }
  if (editing !== undefined)
    return <UnitNeedForm units={units} need={needs.find(({ id }) => id === editing)} onClose={close} />
  return (
    <>
      <p>{unit.headcountsLead}</p>
      <Problem error={error} />
      {removed && open && (
        <Note>
          <button type="button" className="plain" disabled={busy} onClick={() => void restore(removed)}>
            {unit.restore}
          </button>
        </Note>
      )}
      {needs.length === 0 ? (
        <p className="quiet">{unit.noHeadcounts}</p>
      ) : (
        <table className="stack">
          <thead>
            <tr>
              <th scope="col">{unit.topic}</th>
              <th scope="col">{words.desk.unit}</th>
              <th scope="col">{unit.headcount}</th>
              <th scope="col">{words.desk.why}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {needs.map(({ id, topicName, freeText, unitName, headcount, reason, names }) => (
              <tr key={id}>
                <th scope="row">
                  {topicName ?? freeText} {names && <span className="quiet">{names}</span>}
                </th>
                <td data-label={words.desk.unit}>{unitName}</td>
                <td data-label={unit.headcount}>{fill(unit.heads, { headcount })}</td>
                <td data-label={words.desk.why}>{reason ? words.needs.reasons[reason] : '–'}</td>
                <td>
                  {open && (
                    <span className="row">
                      <button
                        type="button"
                        className="button"
                        aria-label={`${topicName ?? freeText}: ${unit.change}`}
                        onClick={() => setEditing(id)}
                      >
                        {unit.change}
                      </button>
                      <button
                        type="button"
                        className="button"
                        disabled={busy}
                        aria-label={`${topicName ?? freeText}: ${unit.remove}`}
                        onClick={() => void remove(id)}
                      >
                        {unit.remove}
                      </button>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && (
        <div className="actions">
          <button type="button" className="button" onClick={() => setEditing('')}>
            {unit.add}
          </button>
        </div>
      )}
    </>
  )
}
