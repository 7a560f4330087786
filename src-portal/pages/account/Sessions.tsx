import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { get, post } from '../api.ts'
import { Problem, Waiting } from '../parts/parts.tsx'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { fill, useWords } from '../words/words.tsx'

type Session = {
  readonly id: string
  readonly token: string
  readonly createdAt: string
  readonly userAgent?: string | null
}

const programs = ['Firefox', 'Edg', 'Chrome', 'Safari'] as const
const systems = ['Android', 'iPhone', 'Windows', 'Mac OS', 'Linux'] as const

/** `Firefox, Windows`: as much of a browser's long name as people know. */
function deviceName(agent: string, otherwise: string): string {
  const found = [programs, systems].flatMap((names) => names.find((name) => agent.includes(name)) ?? [])
  return found.length > 0 ? found.join(', ').replace('Edg', 'Edge') : otherwise
}

/** Where somebody is signed in, and signing out there. */
export function Sessions() {
  const words = useWords().account
  const { data, error, reload } = useLoad<readonly Session[]>(() => get('/api/auth/list-sessions'))
  const doing = useDoing()
  if (!data) return <Waiting error={error} reload={reload} />
  const end = async (path: string, body?: unknown) => {
    if (await doing.run(() => post(`/api/auth/${path}`, body))) reload()
  }
  return (
    <>
      <ul className="list">
        {data.map(({ id, token, createdAt, userAgent }) => (
          <li key={id}>
            <span>
              {deviceName(userAgent ?? '', words.device)}{' '}
              <span className="quiet">{fill(words.since, { time: formatInstant(createdAt) })}</span>
            </span>
            <button type="button" className="plain" onClick={() => void end('revoke-session', { token })}>
              {words.end}
            </button>
          </li>
        ))}
      </ul>
      <Problem error={doing.error} />
      {data.length > 1 && (
        <button type="button" className="button" onClick={() => void end('revoke-other-sessions')}>
          {words.endOthers}
        </button>
      )}
    </>
  )
}
