import { type FormEvent, useState } from 'react'
import { go } from '../address.tsx'
import { call, post } from '../api.ts'
import { Facts, Note, Page, Problem, TextField } from '../parts/parts.tsx'
import { saveFile } from '../parts/save-file.ts'
import { useDoing } from '../parts/use-load.ts'
import { useSelf } from '../self.ts'
import { useWords } from '../words/words.tsx'
import { Erasure } from './Erasure.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { Sessions } from './Sessions.tsx'

/** One's own account: second factor, password, sessions, data. */
export function Account() {
  const words = useWords()
  const { self } = useSelf()
  if (!self) return <Note tone="warn">{words.refusal.NOT_SIGNED_IN}</Note>
  return (
    <Page title={words.account.title} narrow>
      <Facts
        facts={[
          [words.field.name, self.name],
          [words.field.email, self.email],
          ...(self.institution ? [[words.field.institution, self.institution] as const] : []),
        ]}
      />
      <SecondFactor key={String(self.twoFactor)} />
      {self.password && <ChangePassword />}
      <section>
        <h2>{words.account.sessions}</h2>
        <Sessions />
      </section>
      <OwnData />
      {self.roles.includes('ST') && <Erasure />}
      {self.audience !== 'STAFF' && <CloseAccount />}
    </Page>
  )
}

function ChangePassword() {
  const words = useWords()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const [done, setDone] = useState(false)
  const { busy, error, run } = useDoing()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const change = () => post('/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true })
    if (!(await run(change))) return
    setDone(true)
    setCurrent('')
    setNew('')
  }
  return (
    <section>
      <h2>{words.account.changePassword}</h2>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.field.currentPassword}
          type="password"
          autoComplete="current-password"
          value={currentPassword}
          onChange={setCurrent}
        />
        <TextField
          label={words.field.newPassword}
          hint={words.field.passwordHint}
          type="password"
          autoComplete="new-password"
          value={newPassword}
          onChange={setNew}
        />
        {done && <Note tone="good">{words.account.passwordChanged}</Note>}
        <Problem error={error} />
        <button type="submit" className="button" disabled={busy}>
          {words.account.changePassword}
        </button>
      </form>
    </section>
  )
}

function OwnData() {
  const words = useWords().account
  const { busy, error, run } = useDoing()
  const download = () =>
    run(async () => {
      const text = JSON.stringify(await call('access', 'myData'), null, 2)
      saveFile({ bytes: new Blob([text], { type: 'application/json' }), name: 'akademi.json' })
    })
  return (
    <section>
      <h2>{words.data}</h2>
      <p>{words.dataText}</p>
      <Problem error={error} />
      <button type="button" className="button" disabled={busy} onClick={() => void download()}>
        {words.download}
      </button>
    </section>
  )
}

function CloseAccount() {
  const words = useWords()
  const { refresh } = useSelf()
  const [asking, setAsking] = useState(false)
  const { busy, error, run } = useDoing()
  const close = async () => {
    if (!(await run(() => call('access', 'closeMyAccount')))) return
    go('/')
    refresh()
  }
  return (
    <section>
      <h2>{words.account.close}</h2>
      <p>{words.account.closeText}</p>
      <Problem error={error} />
      {asking ? (
        <p className="row">
          <button type="button" className="button danger" disabled={busy} onClick={() => void close()}>
            {words.account.closeSure}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)}>
            {words.cancel}
          </button>
        </p>
      ) : (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {words.account.close}
        </button>
      )}
    </section>
  )
}
