import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { type LinkLanguage, type LinkPurpose, linkLanguages } from '../../../src-core/links/purpose.ts'
import { callThrough } from '../api.ts'
import { useLoad } from '../parts/use-load.ts'
import { useSelf } from '../self.ts'
import { LinkWaiting } from './LinkWaiting.tsx'
import { LinkSpeech, type LinkWords, loadWords, type Opened, say, shortDay, useLinkSpeech } from './speech.ts'

const pages: Readonly<Record<LinkPurpose, ComponentType>> = {
  HOST: lazy(() => import('./HostPage.tsx').then(({ HostPage: P }) => ({ default: P }))),
  TRAINER: lazy(() => import('./TrainerPage.tsx').then(({ TrainerPage: P }) => ({ default: P }))),
  PARTICIPANT: lazy(() => import('./ParticipantPage.tsx').then(({ ParticipantPage: P }) => ({ default: P }))),
}

function listen(notify: () => void): () => void {
  window.addEventListener('hashchange', notify)
  return () => window.removeEventListener('hashchange', notify)
}

const hashOf = (): string => window.location.hash.slice(1)

/** What a personal link opens. The token stands behind the `#` of the address, so no server is told it by a browser. */
export function LinkPage() {
  const token = useSyncExternalStore(listen, hashOf)
  return <OneLink key={token} token={token} />
}

/** The language the browser asks for, for whoever's link does not open. */
const spokenHere = (): LinkLanguage =>
  linkLanguages.find((one) => window.navigator.language.toLowerCase().startsWith(one)) ?? 'en'

function OneLink({ token }: { token: string }) {
  const link = useLoad<Opened>(() => callThrough(token || 'none', 'links', 'openedLink'))
  const [chosen, setChosen] = useState<LinkLanguage>()
  const [loaded, setLoaded] = useState<{ readonly language: LinkLanguage; readonly words: LinkWords }>()
  const wanted = chosen ?? link.data?.language ?? (link.error === undefined ? undefined : spokenHere())
  useEffect(() => {
    let current = true
    if (wanted) void loadWords(wanted).then((words) => current && setLoaded({ language: wanted, words }))
    return () => {
      current = false
    }
  }, [wanted])
  useEffect(() => {
    if (!loaded) return
    document.documentElement.lang = loaded.language
    document.documentElement.dir = loaded.language === 'ar' ? 'rtl' : 'ltr'
    return () => {
      document.documentElement.dir = 'ltr'
    }
  }, [loaded])
  if (!loaded) return null
  return (
    <LinkSpeech value={{ ...loaded, token }}>
      <LinkFrame opened={link.data} onLanguage={setChosen}>
        {link.data ? <Shown opened={link.data} /> : <LinkWaiting {...link} />}
      </LinkFrame>
    </LinkSpeech>
  )
}

function Shown({ opened }: { opened: Opened }) {
  const { words } = useLinkSpeech()
  const Body = pages[opened.purpose]
  return (
    <Suspense fallback={<p className="quiet">{words.loading}</p>}>
      <Body />
    </Suspense>
  )
}

type FrameProps = {
  readonly opened: Opened | undefined
  readonly onLanguage: (language: LinkLanguage) => void
  readonly children: ReactNode
}

/** Around the page: whose it is, for whom, the language. There is nowhere else to go from here. */
function LinkFrame({ opened, onLanguage, children }: FrameProps) {
  const { words, language } = useLinkSpeech()
  const { institution } = useSelf()
  // Only the participant's form speaks four languages.
  const offered = linkLanguages.filter(
    (one) => one === 'tr' || one === 'en' || !opened || opened.purpose === 'PARTICIPANT',
  )
  return (
    <>
      <header className="top">
        <div className="brand">
          <span>{institution || words.portal}</span>
          {institution && <small>{words.portal}</small>}
        </div>
        <label className="who">
          <span>{words.language}</span>
          <select value={language} onChange={(event) => onLanguage(event.currentTarget.value as LinkLanguage)}>
            {offered.map((one) => (
              <option key={one} value={one} lang={one}>
                {words.languages[one]}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main id="content" className="page">
        {opened && (
          <p className="quiet">
            {say(words.forWhom, {
              name: opened.holderName,
              until: shortDay(isoDay(opened.expiresAt), language),
            })}
          </p>
        )}
        {children}
      </main>
    </>
  )
}

/** The day of an instant in Istanbul, `2027-01-24`. */
const isoDay = (instant: string): string => formatInstant(instant).slice(0, 10).split('.').reverse().join('-')
