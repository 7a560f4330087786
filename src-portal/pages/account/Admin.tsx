import { type FormEvent, useState } from 'react'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { call, type Outputs } from '../api.ts'
import { Page, Problem, TextField, Waiting } from '../parts/parts.tsx'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { useWords } from '../words/words.tsx'
import { Duties } from './Duties.tsx'

type Account = Outputs['access']['portalAccounts']['accounts'][number]

/** What the portal's administrator looks after: accounts and mails that did not go. Nobody's form is seen here. */
export function Admin() {
  const words = useWords()
  return (
    <Page title={words.admin.title}>
      <Accounts />
      <Mails />
    </Page>
  )
}

function Accounts() {
  const words = useWords()
  const [search, setSearch] = useState('')
  const [accounts, setAccounts] = useState<readonly Account[]>()
  const { busy, error, run } = useDoing()
  const find = () => run(async () => setAccounts((await call('access', 'portalAccounts', { search })).accounts))
  const lock = async ({ id, state }: Account) => {
    if (await run(() => call('access', 'lockPortalAccount', { id, locked: state !== 'LOCKED' }))) await find()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void find()
  }
  return (
    <section>
      <h2>{words.admin.accounts}</h2>
      <form className="inline" onSubmit={submit}>
        <TextField label={words.admin.search} value={search} onChange={setSearch} required={false} maxLength={100} />
        <button type="submit" className="button" disabled={busy}>
          {words.admin.find}
        </button>
      </form>
      <Problem error={error} />
      {accounts?.length === 0 && <p className="quiet">{words.admin.noAccounts}</p>}
      {accounts && accounts.length > 0 && (
        <table className="stack">
          <thead>
            <tr>
              <th scope="col">{words.field.name}</th>
              <th scope="col">{words.field.email}</th>
              <th scope="col">{words.desk.state}</th>
              <th scope="col">{words.admin.duties}</th>
              <th scope="col">{words.admin.second}</th>
              <th scope="col">{words.admin.lastSeen}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.id}>
                <th scope="row">
                  {account.name} <span className="quiet">{words.admin.audience[account.audience]}</span>
                </th>
                <td data-label={words.field.email}>{account.email}</td>
                <td data-label={words.desk.state}>{words.admin.state[account.state]}</td>
                <td data-label={words.admin.duties}>
                  <Duties account={account} onChanged={() => void find()} />
                </td>
                <td data-label={words.admin.second}>{account.twoFactor ? words.admin.on : words.admin.off}</td>
                <td data-label={words.admin.lastSeen}>
                  {account.lastSignInAt ? formatInstant(account.lastSignInAt) : words.admin.never}
                </td>
                <td>
                  <button
                    type="button"
                    className="plain"
                    aria-label={`${account.name}: ${account.state === 'LOCKED' ? words.admin.unlock : words.admin.lock}`}
                    onClick={() => void lock(account)}
                  >
                    {account.state === 'LOCKED' ? words.admin.unlock : words.admin.lock}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Mails() {
  const words = useWords().admin
  const { data, error, reload } = useLoad<Outputs['notices']['outbox']>(() => call('notices', 'outbox'))
  const doing = useDoing()
  if (!data) return <Waiting error={error} reload={reload} />
  const states: Readonly<Record<string, string>> = words.mailState
  const again = async () => {
    const ids = data.troubled.map(({ id }) => id)
    if (await doing.run(() => call('notices', 'sendAgain', { ids }))) reload()
  }
  return (
    <section>
      <h2>{words.mails}</h2>
      <ul className="list">
        {data.counts.map(({ state, count }) => (
          <li key={state}>
            <span>{states[state]}</span>
            <span>{count}</span>
          </li>
        ))}
      </ul>
      {data.troubled.length === 0 ? (
        <p className="quiet">{words.noTrouble}</p>
      ) : (
        <>
          <table className="stack">
            <thead>
              <tr>
                <th scope="col">{words.code}</th>
                <th scope="col">{words.problem}</th>
                <th scope="col">{words.tries}</th>
              </tr>
            </thead>
            <tbody>
              {data.troubled.map(({ id, code, problem, attempts, state }) => (
                <tr key={id}>
                  <th scope="row">{code}</th>
                  <td data-label={words.problem}>
                    {states[state]}: {problem}
                  </td>
                  <td data-label={words.tries}>{attempts}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Problem error={doing.error} />
          <button type="button" className="button" disabled={doing.busy} onClick={() => void again()}>
            {words.sendAgain}
          </button>
        </>
      )}
    </section>
  )
}
