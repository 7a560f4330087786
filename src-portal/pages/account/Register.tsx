import { type FormEvent, type ReactNode, useState } from 'react'
import { Link } from '../address.tsx'
import { post } from '../api.ts'
import { Note, Page, Problem, TextField } from '../parts/parts.tsx'
import { useDoing } from '../parts/use-load.ts'
import { useSelf } from '../self.ts'
import { useLanguage, useWords } from '../words/words.tsx'

type DoorProps = {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
  readonly send: () => Promise<unknown>
}

/** Every door ends alike: a link was sent, if the address is entitled to one. */
function Door({ title, lead, children, send }: DoorProps) {
  const words = useWords()
  const [sent, setSent] = useState(false)
  const { busy, error, run } = useDoing()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await run(send)) setSent(true)
  }
  return (
    <Page title={title} narrow>
      {sent ? (
        <Note tone="good">
          <strong>{words.register.sent}</strong>
          <p>{words.register.sentText}</p>
        </Note>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          {lead && <p>{lead}</p>}
          {children}
          <Problem error={error} />
          <button type="submit" className="button primary" disabled={busy}>
            {words.register.send}
          </button>
        </form>
      )}
    </Page>
  )
}

function RegisterOutsider({ audience }: { audience: 'PUBLIC_BODY' | 'CITIZEN' }) {
  const words = useWords()
  const language = useLanguage()
  const { noticeVersion } = useSelf()
  const [name, setName] = useState('')
  const [institution, setInstitution] = useState('')
  const [email, setEmail] = useState('')
  const isBody = audience === 'PUBLIC_BODY'
  const send = () =>
    post('/api/accounts/register', {
      ...{ name, email, audience, language, noticeVersion },
      institution: isBody ? institution : null,
    })
  return (
    <Door title={isBody ? words.register.titleBody : words.register.titleCitizen} send={send}>
      <TextField label={words.field.name} autoComplete="name" value={name} onChange={setName} maxLength={120} />
      {isBody && (
        <TextField
          label={words.field.institution}
          autoComplete="organization"
          value={institution}
          onChange={setInstitution}
          maxLength={200}
        />
      )}
      <TextField label={words.field.email} type="email" autoComplete="email" value={email} onChange={setEmail} />
      <label className="tick">
        <input type="checkbox" required /> <span>{words.field.notice}</span>{' '}
        <Link href="/privacy">{words.privacy}</Link>
      </label>
    </Door>
  )
}

export const RegisterBody = () => <RegisterOutsider audience="PUBLIC_BODY" />

export const RegisterCitizen = () => <RegisterOutsider audience="CITIZEN" />

/** Staff do not register: their account opens with the address of the staff list. */
export function RegisterStaff() {
  const words = useWords()
  const language = useLanguage()
  const [email, setEmail] = useState('')
  return (
    <Door
      title={words.register.titleStaff}
      lead={words.register.staffLead}
      send={() => post('/api/accounts/activate', { email, language })}
    >
      <TextField label={words.field.staffEmail} type="email" autoComplete="email" value={email} onChange={setEmail} />
    </Door>
  )
}

/** A link for a new password. */
export function Forgot() {
  const words = useWords()
  const [email, setEmail] = useState('')
  return (
    <Door title={words.enter.forgotTitle} send={() => post('/api/accounts/link', { email })}>
      <TextField label={words.field.email} type="email" autoComplete="email" value={email} onChange={setEmail} />
    </Door>
  )
}
