import { useState } from 'react'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { call, type Outputs } from '../api.ts'
import { Note, Page, Waiting } from '../parts/parts.tsx'
import { useLoad } from '../parts/use-load.ts'
import { fill, useWords } from '../words/words.tsx'
import { DeskForm } from './DeskForm.tsx'
import { Ranking } from './Ranking.tsx'

type Forms = Outputs['needs']['unitForms']

/** A manager's desk: who sent a form in, and the one that is open. */
export function Desk() {
  const words = useWords()
  const { data, error, reload } = useLoad<Forms>(() => call('needs', 'unitForms'))
  const [openId, setOpenId] = useState<string>()
  const [ranking, setRanking] = useState(false)
  const [said, setSaid] = useState<string>()
  if (!data) return <Waiting error={error} reload={reload} />
  const waiting = data.forms.filter(({ state }) => state === 'SUBMITTED').length
  const counts = { waiting, decided: data.forms.length - waiting, silent: data.silent }
  const close = (message?: string) => {
    setOpenId(undefined)
    setRanking(false)
    setSaid(message)
    if (message) reload()
  }
  if (ranking) return <Ranking onClose={close} />
  if (openId !== undefined) return <DeskForm key={openId} id={openId} onClose={close} />
  return (
    <Page title={words.desk.title}>
      {said && <Note tone="good">{said}</Note>}
      <p>{fill(words.desk.counts, counts)}</p>
      {!data.open && <Note tone="warn">{words.desk.closed}</Note>}
      {data.forms.length > 0 && (
        <p>
          <button type="button" className="button" onClick={() => setRanking(true)}>
            {words.desk.rank}
          </button>
        </p>
      )}
      {data.forms.length === 0 ? (
        <p className="quiet">{words.desk.empty}</p>
      ) : (
        <table className="stack">
          <thead>
            <tr>
              <th scope="col">{words.desk.person}</th>
              <th scope="col">{words.desk.unit}</th>
              <th scope="col">{words.desk.lines}</th>
              <th scope="col">{words.desk.state}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {data.forms.map(({ id, name, registryNo, unit, lines, state, submittedAt }) => (
              <tr key={id}>
                <th scope="row">
                  {name} <span className="quiet">{registryNo}</span>
                </th>
                <td data-label={words.desk.unit}>{unit}</td>
                <td data-label={words.desk.lines}>{lines}</td>
                <td data-label={words.desk.state}>
                  {words.formState[state]} {submittedAt && <span className="quiet">{formatInstant(submittedAt)}</span>}
                </td>
                <td>
                  <button
                    type="button"
                    className="button"
                    aria-label={`${name}: ${words.desk.open}`}
                    onClick={() => setOpenId(id)}
                  >
                    {words.desk.open}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}
