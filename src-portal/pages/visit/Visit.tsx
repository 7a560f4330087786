import { useState } from 'react'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { call, type Outputs } from '../api.ts'
import { Note, Page, Waiting } from '../parts/parts.tsx'
import { useLoad } from '../parts/use-load.ts'
import { useSelf } from '../self.ts'
import { fill, useLanguage } from '../words/words.tsx'
import { Programmes } from './Programmes.tsx'
import { ConfirmVisit, VisitByMail } from './VisitByMail.tsx'
import { VisitForm } from './VisitForm.tsx'
import { visitWords } from './visit-words.ts'

type Mine = Outputs['delegations']['myVisitRequests']

/** Asking for a visit: with an account what became of it stands here too, without one the address is confirmed by mail. */
export function Visit() {
  const words = visitWords(useLanguage())
  const { self } = useSelf()
  const [token, setToken] = useState(() => window.location.hash.slice(1))
  const leave = () => {
    window.history.replaceState(null, '', '/visit')
    setToken('')
  }
  return (
    <Page title={words.title}>
      {token !== '' ? (
        <ConfirmVisit token={token} onLeave={leave} />
      ) : (
        <>
          <p>{words.lead}</p>
          {self?.roles.includes('PB') ? <Requests /> : <VisitByMail />}
        </>
      )}
    </Page>
  )
}

function Requests() {
  const words = visitWords(useLanguage())
  const loaded = useLoad<Mine>(() => call('delegations', 'myVisitRequests'))
  const [asking, setAsking] = useState(false)
  const [sent, setSent] = useState<string>()
  const { data, reload } = loaded
  if (!data) return <Waiting {...loaded} />
  return (
    <>
      {sent && <Note tone="good">{fill(words.sent, { number: sent })}</Note>}
      {asking ? (
        <VisitForm
          sites={data.sites}
          send={async (fields) => {
            const { requestNo } = await call('delegations', 'askForVisit', { fields, consent: true })
            setSent(requestNo)
            setAsking(false)
            reload()
          }}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <>
          <button type="button" className="button primary" onClick={() => setAsking(true)}>
            {words.ask}
          </button>
          <section>
            <h2>{words.mine}</h2>
            {data.requests.length === 0 ? <p className="quiet">{words.none}</p> : <List requests={data.requests} />}
          </section>
          <Programmes />
        </>
      )}
    </>
  )
}

function List({ requests }: { requests: Mine['requests'] }) {
  const words = visitWords(useLanguage())
  const stateOf = ({ state, decidedOn, redirectedTo }: Mine['requests'][number]) => {
    const word = redirectedTo ? `${words.states[state]}: ${redirectedTo}` : words.states[state]
    return decidedOn ? fill(words.decided, { state: word, day: formatDate(decidedOn) }) : word
  }
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.topic}</th>
          <th scope="col">{words.days}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((one) => (
          <tr key={one.requestNo}>
            <th scope="row">{one.requestNo}</th>
            <td data-label={words.topic}>{one.topicMain}</td>
            <td data-label={words.days}>{`${formatDate(one.preferredFrom)} – ${formatDate(one.preferredTo)}`}</td>
            <td data-label={words.state}>
              <span className={one.state === 'ACCEPTED' ? 'state good' : 'state'}>{stateOf(one)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
