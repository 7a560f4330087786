import { type FormEvent, useState } from 'react'
import { renderSVG } from 'uqr'
import { post } from '../api.ts'
import { Note, Problem, TextField } from '../parts/parts.tsx'
import { useDoing } from '../parts/use-load.ts'
import { useSelf } from '../self.ts'
import { useWords } from '../words/words.tsx'

type SettingUp = { readonly totpURI: string; readonly backupCodes: readonly string[] }

/** Sets up and turns off the second factor. Both ask for the password again. */
export function SecondFactor() {
  const words = useWords()
  const { self, refresh } = useSelf()
  const [password, setPassword] = useState('')
  const [settingUp, setSettingUp] = useState<SettingUp>()
  const { busy, error, run } = useDoing()
  const on = self?.twoFactor === true
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const path = on ? 'disable' : 'enable'
    const went = await run(async () => {
      const answer: SettingUp = await post(`/api/auth/two-factor/${path}`, { password })
      if (!on) setSettingUp(answer)
    })
    if (went) setPassword('')
    if (went && on) refresh()
  }
  return (
    <section>
      <h2>{words.account.second}</h2>
      <p>{on ? words.account.secondOn : words.account.secondOff}</p>
      {self && !on && self.waitingRoles.length > 0 && <Note tone="warn">{words.account.secondWaiting}</Note>}
      {on && self.waitingRoles.length > 0 ? (
        <Owed />
      ) : settingUp ? (
        <Confirm {...settingUp} />
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          {self?.password && (
            <TextField
              label={words.field.currentPassword}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={setPassword}
            />
          )}
          <Problem error={error} />
          <button type="submit" className="button" disabled={busy}>
            {on ? words.account.turnOff : words.account.turnOn}
          </button>
        </form>
      )}
    </section>
  )
}

/** In a session of the institution's directory the portal's own second factor is still to be shown. */
function Owed() {
  const words = useWords()
  const { refresh } = useSelf()
  const [code, setCode] = useState('')
  const { busy, error, run } = useDoing()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await run(() => post('/api/auth/two-factor/verify-totp', { code: code.trim() }))) refresh()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Note tone="warn">{words.account.secondOwed}</Note>
      <TextField
        label={words.field.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
      {error !== undefined && <Note tone="bad">{words.enter.wrongCode}</Note>}
      <button type="submit" className="button primary" disabled={busy}>
        {words.account.confirmCode}
      </button>
    </form>
  )
}

function Confirm({ totpURI, backupCodes }: SettingUp) {
  const words = useWords()
  const { refresh } = useSelf()
  const [code, setCode] = useState('')
  const { busy, error, run } = useDoing()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await run(() => post('/api/auth/two-factor/verify-totp', { code: code.trim() }))) refresh()
  }
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{words.account.scan}</p>
      <img className="qr" alt="" src={`data:image/svg+xml,${encodeURIComponent(renderSVG(totpURI))}`} />
      <p>
        {words.account.secretIs} <code>{secret}</code>
      </p>
      <h3>{words.account.backupCodes}</h3>
      <p>{words.account.backupText}</p>
      <ul className="codes">
        {backupCodes.map((one) => (
          <li key={one}>
            <code>{one}</code>
          </li>
        ))}
      </ul>
      <TextField
        label={words.field.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
      <Problem error={error} />
      <button type="submit" className="button primary" disabled={busy}>
        {words.account.confirmCode}
      </button>
    </form>
  )
}
