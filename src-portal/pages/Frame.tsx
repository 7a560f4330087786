import type { ReactNode } from 'react'
import { officerRoles, type Role } from '../../src-core/kernel/roles.ts'
import { go, Link } from './address.tsx'
import { call, post } from './api.ts'
import { Note, Problem } from './parts/parts.tsx'
import { useDoing } from './parts/use-load.ts'
import { useSelf } from './self.ts'
import { type Language, useLanguage, useWords } from './words/words.tsx'

/** Who may let a computer in: auditors only look. */
const isOfficer = (role: Role): boolean => role !== 'AU' && officerRoles.some((one) => one === role)

type Props = { readonly path: string; readonly onLanguage: (language: Language) => void; readonly children: ReactNode }

/** What stands around every page: whose portal it is, where one can go, the language, and who is here. */
export function Frame({ path, onLanguage, children }: Props) {
  const words = useWords()
  const language = useLanguage()
  const { self, institution, refresh } = useSelf()
  const other: Language = language === 'tr' ? 'en' : 'tr'
  const signOut = async () => {
    await post('/api/auth/sign-out').catch(() => undefined)
    go('/')
    refresh()
  }
  const places = [
    ...(self ? [['/', words.nav.mine] as const] : []),
    ...(self?.roles.includes('UM') ? [['/desk', words.nav.desk] as const] : []),
    ...(self?.roles.includes('UC') ? [['/unit', words.nav.unit] as const] : []),
    ...(!self || self.roles.includes('PB') ? [['/visit', words.nav.visit] as const] : []),
    ['/verify', words.nav.verify] as const,
    ...(self?.roles.some(isOfficer) ? [['/device', words.nav.devices] as const] : []),
    ...(self?.roles.includes('SA') ? [['/admin', words.nav.admin] as const] : []),
    ...(self ? [['/account', words.nav.account] as const] : []),
  ]
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          <span>{institution || words.portal}</span>
          {institution && <small>{words.portal}</small>}
        </Link>
        <div className="who">
          {self && <span className="name">{self.name}</span>}
          <button type="button" className="plain" lang={other} onClick={() => onLanguage(other)}>
            {words.language}
          </button>
          {self ? (
            <button type="button" className="plain" onClick={() => void signOut()}>
              {words.signOut}
            </button>
          ) : (
            <Link href="/sign-in">{words.signIn}</Link>
          )}
        </div>
        <nav aria-label={words.nav.label}>
          {places.map(([href, label]) => (
            <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </nav>
      </header>
      <main id="content">
        {self?.noticeDue && path !== '/privacy' && <NoticeDue />}
        {children}
      </main>
      <footer>
        <Link href="/privacy">{words.privacy}</Link>
        <a href="/api">{words.api}</a>
      </footer>
    </>
  )
}

function NoticeDue() {
  const words = useWords()
  const { noticeVersion, refresh } = useSelf()
  const { busy, error, run } = useDoing()
  const accept = async () => {
    if (await run(() => call('access', 'acceptNotice', { version: noticeVersion }))) refresh()
  }
  return (
    <div className="page due">
      <Note tone="warn">
        <p>
          {words.notice.due} <Link href="/privacy">{words.privacy}</Link>
        </p>
        <button type="button" className="button" disabled={busy} onClick={() => void accept()}>
          {words.notice.accept}
        </button>
      </Note>
      <Problem error={error} />
    </div>
  )
}
