import { useState } from 'react'
import { Link } from '../address.tsx'
import { call, type Outputs } from '../api.ts'
import { Note, Problem, Waiting } from '../parts/parts.tsx'
import { useDoing, useLoad } from '../parts/use-load.ts'
import { useSelf } from '../self.ts'
import { fill, useLanguage, useWords } from '../words/words.tsx'
import { VisitForm } from './VisitForm.tsx'
import type { Sending } from './visit-draft.ts'
import { visitWords } from './visit-words.ts'

/** The form for bodies without an account; what they wrote goes once they have opened the link in their mail. */
export function VisitByMail() {
  const language = useLanguage()
  const words = visitWords(language)
  const { signIn } = useWords()
  const { self, noticeVersion } = useSelf()
  const loaded = useLoad<Outputs['delegations']['visitSites']>(() => call('delegations', 'visitSites'))
  const [asking, setAsking] = useState(false)
  const [mailed, setMailed] = useState<{ readonly email: string; readonly hours: string }>()
  const send = async (fields: Sending) => {
    const input = { fields, consent: true as const, noticeVersion, language }
    const { hours } = await call('delegations', 'askForVisitByMail', input)
    setMailed({ email: fields.email, hours: String(hours) })
    setAsking(false)
  }
  if (!loaded.data) return <Waiting {...loaded} />
  if (asking) return <VisitForm sites={loaded.data.sites} send={send} onCancel={() => setAsking(false)} />
  return (
    <>
      {mailed && (
        <Note tone="good">
          <strong>{words.mailed}</strong>
          <p>{fill(words.mailedText, mailed)}</p>
        </Note>
      )}
      <div className="actions">
        <button type="button" className="button primary" onClick={() => setAsking(true)}>
          {words.ask}
        </button>
      </div>
      <p className="quiet">
        {words.account} <Link href="/register/body">{words.register}</Link>
        {!self && (
          <>
            {' · '}
            <Link href="/sign-in">{signIn}</Link>
          </>
        )}
      </p>
    </>
  )
}

/** Where the link in the mail leads: a step of one's own, since programs that look into mails open links as well. */
export function ConfirmVisit({ token, onLeave }: { readonly token: string; readonly onLeave: () => void }) {
  const words = visitWords(useLanguage())
  const [number, setNumber] = useState<string>()
  const { busy, error, run } = useDoing()
  const confirm = () =>
    run(async () => {
      const { requestNo } = await call('delegations', 'confirmVisit', { token })
      setNumber(requestNo)
    })
  if (number)
    return (
      <>
        <Note tone="good">
          <p>{fill(words.confirmed, { number })}</p>
        </Note>
        <button type="button" className="plain" onClick={onLeave}>
          {words.ask}
        </button>
      </>
    )
  return (
    <>
      <p>{words.confirmText}</p>
      <Problem error={error} />
      <div className="actions">
        <button type="button" className="button primary" disabled={busy} onClick={() => void confirm()}>
          {words.confirm}
        </button>
        {error !== undefined && (
          <button type="button" className="plain" onClick={onLeave}>
            {words.ask}
          </button>
        )}
      </div>
    </>
  )
}
