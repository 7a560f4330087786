import { type FormEvent, useState } from 'react'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { call, type Outputs, Refusal } from '../api.ts'
import { Facts, Note, Page, Problem, TextField, Waiting } from '../parts/parts.tsx'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { useWords } from '../words/words.tsx'

type Asked = Outputs['sync']['joinAsked']
type Device = Outputs['sync']['joinedDevices']['devices'][number]

/** Where an officer lets a computer in by its code, and shuts one out again. */
export function Devices() {
  const words = useWords().devices
  const joined = useLoad<Outputs['sync']['joinedDevices']>(() => call('sync', 'joinedDevices'))
  return (
    <Page title={words.title}>
      <Code onDecided={joined.reload} />
      <section>
        <h2>{words.joined}</h2>
        {joined.data ? <Joined devices={joined.data.devices} reload={joined.reload} /> : <Waiting {...joined} />}
      </section>
    </Page>
  )
}

function Code({ onDecided }: { onDecided: () => void }) {
  const words = useWords()
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const [outcome, setOutcome] = useState<'confirmed' | 'refused'>()
  const { busy, error, run } = useDoing()
  const look = (event: FormEvent) => {
    event.preventDefault()
    setOutcome(undefined)
    void run(async () => setAsked(await call('sync', 'joinAsked', { code })))
  }
  const decide = async (operation: 'confirmJoin' | 'refuseJoin') => {
    if (!(await run(() => call('sync', operation, { code })))) return
    setOutcome(operation === 'confirmJoin' ? 'confirmed' : 'refused')
    setAsked(undefined)
    setCode('')
    onDecided()
  }
  const unknown = error instanceof Refusal && error.code === 'NOT_FOUND'
  return (
    <section>
      <h2>{words.devices.confirmTitle}</h2>
      <p>{words.devices.lead}</p>
      <form className="inline" onSubmit={look}>
        <TextField
          label={words.devices.code}
          hint={words.devices.codeHint}
          value={code}
          autoComplete="off"
          spellCheck={false}
          maxLength={12}
          onChange={(value) => {
            setCode(value)
            setAsked(undefined)
          }}
        />
        <button type="submit" className="button" disabled={busy}>
          {words.devices.look}
        </button>
      </form>
      {outcome && <Note tone={outcome === 'confirmed' ? 'good' : 'info'}>{words.devices[outcome]}</Note>}
      {unknown ? <Note tone="bad">{words.devices.unknownCode}</Note> : <Problem error={error} />}
      {asked && (
        <Note tone="warn">
          <h3>{asked.of === 'desktop' ? words.devices.asksDesktop : words.devices.asksOfficer}</h3>
          <Facts
            facts={[
              [words.devices.device, asked.deviceName],
              [words.devices.officer, asked.officerName],
            ]}
          />
          <p>{words.devices.meaning}</p>
          <p className="row">
            <button type="button" className="button primary" disabled={busy} onClick={() => void decide('confirmJoin')}>
              {words.devices.confirm}
            </button>
            <button type="button" className="button" disabled={busy} onClick={() => void decide('refuseJoin')}>
              {words.devices.refuse}
            </button>
          </p>
        </Note>
      )}
    </section>
  )
}

function Joined({ devices, reload }: { devices: readonly Device[]; reload: () => void }) {
  const words = useWords().devices
  const { busy, error, run } = useDoing()
  const [asking, setAsking] = useState<string>()
  const remove = async (id: string) => {
    if (asking !== id) return setAsking(id)
    setAsking(undefined)
    if (await run(() => call('sync', 'removeJoinedDevice', { id }))) reload()
  }
  if (devices.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <>
      <Problem error={error} />
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{words.device}</th>
            <th scope="col">{words.officers}</th>
            <th scope="col">{words.since}</th>
            <th scope="col">{words.seen}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {devices.map(({ id, name, officers, joinedAt, lastSeenAt }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td data-label={words.officers}>{officers.join(', ')}</td>
              <td data-label={words.since}>{formatInstant(joinedAt)}</td>
              <td data-label={words.seen}>{lastSeenAt ? formatInstant(lastSeenAt) : words.never}</td>
              <td>
                <button
                  type="button"
                  className="plain"
                  disabled={busy}
                  aria-label={`${name}: ${asking === id ? words.removeSure : words.remove}`}
                  onClick={() => void remove(id)}
                >
                  {asking === id ? words.removeSure : words.remove}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
