import { lazy, Suspense, useEffect, useState } from 'react'
import { usePath } from './address.tsx'
import { call, type Outputs } from './api.ts'
import { Frame } from './Frame.tsx'
import { pageAt } from './page-at.tsx'
import { Waiting } from './parts/parts.tsx'
import { useLoad } from './parts/use-load.ts'
import { Self } from './self.ts'
import { tr } from './words/tr.ts'
import { type Language, Speech, type Words } from './words/words.tsx'

const LinkPage = lazy(() => import('./links/LinkPage.tsx').then((module) => ({ default: module.LinkPage })))

const remembered = 'akademi.language'

function rememberedLanguage(): Language {
  try {
    return window.localStorage.getItem(remembered) === 'en' ? 'en' : 'tr'
  } catch {
    return 'tr'
  }
}

function remember(language: Language): void {
  try {
    window.localStorage.setItem(remembered, language)
  } catch {
    // A browser that keeps nothing shows the portal in Turkish next time.
  }
}

/** The language that was chosen here, and its words once they are there; Turkish needs no second request. */
function useSpeech() {
  const [language, setLanguage] = useState<Language>(rememberedLanguage)
  const [english, setEnglish] = useState<Words>()
  useEffect(() => {
    document.documentElement.lang = language
    if (language === 'en' && !english) void import('./words/en.ts').then(({ en }) => setEnglish(en))
  }, [language, english])
  const change = (next: Language) => {
    remember(next)
    setLanguage(next)
  }
  const spoken = language === 'en' && english ? { language, words: english } : { language: 'tr' as const, words: tr }
  return { ...spoken, change }
}

/** The portal in a browser: who is here, and the page of the address. */
export function App() {
  const { language, words, change } = useSpeech()
  const { data, error, reload } = useLoad<Outputs['access']['portalSelf']>(() => call('access', 'portalSelf'))
  const path = usePath()
  const changeLanguage = (next: Language) => {
    change(next)
    if (data?.self) void call('access', 'setPortalLanguage', { language: next }).catch(() => undefined)
  }
  return (
    <Speech value={{ language, words: words as Words }}>
      {data ? (
        <Self value={{ ...data, refresh: reload }}>
          {path === '/k' ? (
            <Suspense fallback={null}>
              <LinkPage />
            </Suspense>
          ) : (
            <Frame path={path} onLanguage={changeLanguage}>
              {pageAt(path)}
            </Frame>
          )}
        </Self>
      ) : (
        <main className="page">
          <Waiting error={error} reload={reload} />
        </main>
      )}
    </Speech>
  )
}
