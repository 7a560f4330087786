import { type FormEvent, useState } from 'react'
import { Link } from '../address.tsx'
import { post } from '../api.ts'
import { Note, Page, Problem, TextField } from '../parts/parts.tsx'
import { useDoing } from '../parts/use-load.ts'
import { useWords } from '../words/words.tsx'

/** Where a link from a mail leads. Its token stands behind the `#`, so that no server on the way logs it. */
export function Password() {
  const words = useWords()
  const [token] = useState(() => window.location.hash.slice(1))
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(false)
  const { busy, error, run } = useDoing()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await run(() => post('/api/accounts/password', { token, password })))) return
    window.history.replaceState(null, '', '/password')
    setDone(true)
  }
  return (
    <Page title={words.password.title} narrow>
      {done ? (
        <Note tone="good">
          <p>{words.password.done}</p>
          <Link href="/sign-in" className="button primary">
            {words.signIn}
          </Link>
        </Note>
      ) : token === '' ? (
        <Note tone="warn">
          {words.password.noLink} <Link href="/forgot">{words.enter.forgot}</Link>
        </Note>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <TextField
            label={words.field.newPassword}
            hint={words.field.passwordHint}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
          />
          <Problem error={error} />
          <button type="submit" className="button primary" disabled={busy}>
            {words.save}
          </button>
        </form>
      )}
    </Page>
  )
}
