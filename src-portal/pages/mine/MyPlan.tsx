import { formatDate } from '../../../src-core/kernel/dates.ts'
import type { Outputs } from '../api.ts'
import { fill, useWords, type Words } from '../words/words.tsx'

type Notice = Outputs['plan']['myTrainings']['notices'][number]
type Session = Outputs['delivery']['mySessions']['sessions'][number]

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`

function timeOf({ startMin, endMin, half }: Session, { mine }: Words): string {
  if (startMin !== null && endMin !== null) return `${clock(startMin)}–${clock(endMin)}`
  return half === 'am' ? mine.morning : half === 'pm' ? mine.afternoon : ''
}

/** When a planned training is, as exactly as the plan says. */
function whenOf({ year, quarter, month }: Notice, { mine }: Words): string {
  if (month !== null) return `${String(month).padStart(2, '0')}.${year}`
  return quarter === null ? String(year) : `${year}, ${fill(mine.quarter, { quarter })}`
}

const lineOf = ({ year, lineNo }: { readonly year: number; readonly lineNo: number | null }) => `${year} ${lineNo}`

type Props = { readonly notices: readonly Notice[]; readonly sessions: readonly Session[] }

/** What the published plan says: trainings with their dates and places, and why others were not planned. */
export function MyPlan({ notices, sessions }: Props) {
  const words = useWords()
  const { mine } = words
  const reasons: Readonly<Record<string, string>> = words.reasonCode
  const byLine = Map.groupBy(sessions, lineOf)
  const told = new Set(notices.map(lineOf))
  // Whoever was named by the unit or the manager has dates without having asked.
  const named = [...byLine].filter(([line]) => !told.has(line)).map(([, some]) => some)
  if (notices.length === 0 && named.length === 0) return <p className="quiet">{mine.planEmpty}</p>
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{mine.what}</th>
          <th scope="col">{mine.result}</th>
          <th scope="col">{mine.whenWhere}</th>
          <th scope="col">{mine.reason}</th>
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => (
          <tr key={notice.id}>
            <th scope="row">{notice.title}</th>
            <td data-label={mine.result}>
              <span className={notice.outcome === 'PLANNED' ? 'state good' : 'state'}>
                {words.outcome[notice.outcome]}
              </span>
            </td>
            <td data-label={mine.whenWhere}>
              {notice.outcome === 'PLANNED' ? (
                <Dates sessions={byLine.get(lineOf(notice)) ?? []} otherwise={whenOf(notice, words)} />
              ) : (
                '–'
              )}
            </td>
            <td data-label={mine.reason}>
              {notice.reason === null ? '–' : (reasons[notice.reason] ?? words.reasonCode.other)}
            </td>
          </tr>
        ))}
        {named.map((some) => (
          <tr key={some[0]?.id}>
            <th scope="row">{some[0]?.title}</th>
            <td data-label={mine.result}>
              <span className="state good">{words.outcome.PLANNED}</span>
            </td>
            <td data-label={mine.whenWhere}>
              <Dates sessions={some} otherwise="" />
            </td>
            <td data-label={mine.reason}>–</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Dates({ sessions, otherwise }: { sessions: readonly Session[]; otherwise: string }) {
  const words = useWords()
  if (sessions.length === 0) return <>{otherwise}</>
  return (
    <ul className="plain-list">
      {sessions.map((session) => (
        <li key={session.id}>
          {session.cancelled ? <s>{formatDate(session.date)}</s> : formatDate(session.date)} {timeOf(session, words)}
          {session.cancelled && <strong> {words.mine.cancelled}</strong>}
          {session.place && <span className="quiet"> {session.place}</span>}
        </li>
      ))}
    </ul>
  )
}
