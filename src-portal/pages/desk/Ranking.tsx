import { type FormEvent, useState } from 'react'
import { call, type Outputs } from '../api.ts'
import { Note, Page, Problem, Waiting } from '../parts/parts.tsx'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { useWords } from '../words/words.tsx'
import { levels } from './DecideLine.tsx'

type Wishes = Outputs['needs']['unitWishes']

/** Everything the manager's people ask for in one list, so that it can be ranked against each other. */
export function Ranking({ onClose }: { readonly onClose: (message?: string) => void }) {
  const { data, error, reload } = useLoad<Wishes>(() => call('needs', 'unitWishes'))
  return data ? <Ranks wishes={data} onClose={onClose} /> : <Waiting error={error} reload={reload} />
}

function Ranks({ wishes: { open, wishes }, onClose }: { wishes: Wishes; onClose: (message?: string) => void }) {
  const words = useWords()
  const { desk, needs } = words
  const [chosen, setChosen] = useState<ReadonlyMap<string, number | null>>(new Map())
  const { busy, error, run } = useDoing()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const ranks = wishes.flatMap(({ id, rowVersion, priority }) => {
      const next = chosen.get(id)
      return next === undefined || next === priority ? [] : [{ id, rowVersion, priority: next }]
    })
    if (ranks.length === 0) return onClose()
    if (await run(() => call('needs', 'rankWishes', { ranks }))) onClose(desk.ranked)
  }
  return (
    <Page title={desk.rankTitle}>
      <p>
        <button type="button" className="plain" onClick={() => onClose()}>
          {words.back}
        </button>
      </p>
      <p>{desk.rankLead}</p>
      {!open && <Note tone="warn">{desk.closed}</Note>}
      {wishes.length === 0 ? (
        <p className="quiet">{desk.empty}</p>
      ) : (
        <form onSubmit={(event) => void save(event)}>
          <table className="stack">
            <thead>
              <tr>
                <th scope="col">{words.mine.what}</th>
                <th scope="col">{desk.person}</th>
                <th scope="col">{desk.why}</th>
                <th scope="col">{needs.urgency}</th>
                <th scope="col">{desk.priority}</th>
              </tr>
            </thead>
            <tbody>
              {wishes.map(({ id, topic, name, unit, reason, urgency, priority, managerState }) => (
                <tr key={id}>
                  <th scope="row">
                    {topic}{' '}
                    {managerState === 'CHANGED' && <span className="quiet">({needs.managerState.CHANGED})</span>}
                  </th>
                  <td data-label={desk.person}>
                    {name} <span className="quiet">{unit}</span>
                  </td>
                  <td data-label={desk.why}>{reason ? needs.reasons[reason] : '–'}</td>
                  <td data-label={needs.urgency}>{urgency ?? '–'}</td>
                  <td data-label={desk.priority}>
                    <select
                      aria-label={`${name}, ${topic}: ${desk.priority}`}
                      disabled={!open}
                      value={String((chosen.has(id) ? chosen.get(id) : priority) ?? '')}
                      onChange={({ currentTarget: { value } }) =>
                        setChosen(new Map(chosen).set(id, value === '' ? null : Number(value)))
                      }
                    >
                      <option value="">–</option>
                      {levels.map((level) => (
                        <option key={level}>{level}</option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Problem error={error} />
          {open && (
            <div className="actions">
              <button type="submit" className="button primary" disabled={busy}>
                {desk.rankSave}
              </button>
            </div>
          )}
        </form>
      )}
    </Page>
  )
}
