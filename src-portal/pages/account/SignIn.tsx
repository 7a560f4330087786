import { type FormEvent, useState } from 'react'
import { go, Link } from '../address.tsx'
import { get, post, Refusal } from '../api.ts'
import { Note, Page, Problem, TextField } from '../parts/parts.tsx'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { useSelf } from '../self.ts'
import { useWords } from '../words/words.tsx'

/** E-mail and password, then the second step for whoever has one. */
export function SignIn() {
  const words = useWords()
  const { refresh } = useSelf()
  const [second, setSecond] = useState(false)
  const done = () => {
    refresh()
    go('/')
  }
  return second ? (
    <SecondStep onDone={done} />
  ) : (
    <Page title={words.enter.title} narrow>
      <ByDirectory />
      <FirstStep onDone={done} onSecond={() => setSecond(true)} />
      <p>
        <Link href="/forgot">{words.enter.forgot}</Link>
      </p>
    </Page>
  )
}

/** The institution's own door, where it has one; says so when it did not open. */
function ByDirectory() {
  const words = useWords()
  const { data } = useLoad<{ readonly directory: boolean }>(() => get('/api/accounts/doors'))
  const { busy, error, run } = useDoing()
  const refused = new URLSearchParams(window.location.search).has('error')
  if (!data?.directory) return null
  const enter = () =>
    run(async () => {
      const { url }: { readonly url: string } = await post('/api/accounts/directory')
      window.location.assign(url)
    })
  return (
    <section className="door">
      {refused && <Note tone="bad">{words.enter.directoryRefused}</Note>}
      <Problem error={error} />
      <button type="button" className="button" disabled={busy} onClick={() => void enter()}>
        {words.enter.byDirectory}
      </button>
      <p className="hint">{words.enter.directoryHint}</p>
    </section>
  )
}

function FirstStep({ onDone, onSecond }: { onDone: () => void; onSecond: () => void }) {
  const words = useWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, error, run } = useDoing()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    let asksSecond = false
    const went = await run(async () => {
      const answer: { readonly twoFactorRedirect?: boolean } = await post('/api/auth/sign-in/email', {
        email,
        password,
      })
      asksSecond = answer.twoFactorRedirect === true
    })
    if (went) (asksSecond ? onSecond : onDone)()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextField label={words.field.email} type="email" autoComplete="username" value={email} onChange={setEmail} />
      <TextField
        label={words.field.password}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <WrongOr error={error} wrong={words.enter.wrong} />
      <button type="submit" className="button primary" disabled={busy}>
        {words.signIn}
      </button>
    </form>
  )
}

function SecondStep({ onDone }: { onDone: () => void }) {
  const words = useWords()
  const [backup, setBackup] = useState(false)
  const [code, setCode] = useState('')
  const { busy, error, run } = useDoing()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const path = backup ? 'verify-backup-code' : 'verify-totp'
    if (await run(() => post(`/api/auth/two-factor/${path}`, { code: code.trim() }))) onDone()
  }
  return (
    <Page title={words.enter.second} narrow>
      <p>{words.enter.secondLead}</p>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={backup ? words.field.backupCode : words.field.code}
          value={code}
          onChange={setCode}
          inputMode={backup ? 'text' : 'numeric'}
          autoComplete="one-time-code"
        />
        <WrongOr error={error} wrong={words.enter.wrongCode} />
        <button type="submit" className="button primary" disabled={busy}>
          {words.signIn}
        </button>
        <button type="button" className="plain" onClick={() => setBackup(!backup)}>
          {backup ? words.enter.useApp : words.enter.useBackup}
        </button>
      </form>
    </Page>
  )
}

const wrongs = new Set([
  'INVALID_EMAIL_OR_PASSWORD',
  'EMAIL_NOT_VERIFIED',
  'FAILED_TO_CREATE_SESSION',
  'INVALID_CODE',
  'INVALID_BACKUP_CODE',
  'INVALID_TWO_FACTOR_COOKIE',
])

/** What was typed is wrong; which part of it, nobody is told. */
function WrongOr({ error, wrong }: { error: unknown; wrong: string }) {
  return error instanceof Refusal && (wrongs.has(error.code) || error.code === 'HTTP_401') ? (
    <Note tone="bad">{wrong}</Note>
  ) : (
    <Problem error={error} />
  )
}
