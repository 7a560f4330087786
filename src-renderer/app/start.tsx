import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { SignIn } from '../features/access/SignIn.tsx'
import { QuestionHost } from '../ui/feedback/ask.tsx'
import { ErrorBoundary } from '../ui/guard/ErrorBoundary.tsx'
import { scheme } from '../ui/preferences.ts'
import { queryClient } from './api.ts'
import type { Feature } from './feature.ts'
import { FeaturesContext } from './features.ts'
import { NotOpened, Opening } from './Opening.tsx'
import { createWindowRouter } from './router.tsx'
import { useSession } from './session.ts'
import { cssVariables, layers, schemeManager, theme } from './theme.ts'
import { useConnectionState } from './use-connection.ts'
import { useIdleLock } from './use-idle-lock.ts'

const SetUp = lazy(() => import('../features/access/SetUp.tsx').then((module) => ({ default: module.SetUp })))
const FirstPassword = lazy(() =>
  import('../features/access/FirstPassword.tsx').then((module) => ({ default: module.FirstPassword })),
)
const RescueScreen = lazy(() =>
  import('../features/access/RescueScreen.tsx').then((module) => ({ default: module.RescueScreen })),
)
const LockScreen = lazy(() =>
  import('../features/access/LockScreen.tsx').then((module) => ({ default: module.LockScreen })),
)

const colours = schemeManager()

/** Draws the window with its features into an element of the page. */
export function start(element: HTMLElement, features: readonly Feature[]): void {
  const chosen = scheme.get()
  const dark = chosen === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark'
  // Before the first drawing, so that a dark window does not begin with a white flash.
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  createRoot(element).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colours}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queryClient}>
          <FeaturesContext value={features}>
            <Window features={features} />
            <Notifications position="bottom-left" limit={4} containerWidth={400} />
            <QuestionHost />
          </FeaturesContext>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

function Window({ features }: { readonly features: readonly Feature[] }) {
  const { t } = useTranslation('common')
  return (
    <ErrorBoundary title={t('error.title')} text={t('error.SCREEN')} again={t('actions.reload')}>
      <Suspense fallback={null}>
        <Stage features={features} />
      </Suspense>
      <Layers />
    </ErrorBoundary>
  )
}

/** Menus, lists, questions and messages are drawn here, above the screens; behind a lock they are not seen. */
function Layers() {
  const { t } = useTranslation('common')
  const session = useSession()
  const barred = session.phase === 'signedIn' && session.barred !== undefined
  return <section id={layers} aria-label={t('shell.layers')} hidden={barred} />
}

/** What the window shows: the start, the sign-in, or the screens. */
function Stage({ features }: { readonly features: readonly Feature[] }) {
  const connection = useConnectionState()
  const session = useSession()
  const [router] = useState(() => createWindowRouter(features))
  const signedIn = session.phase === 'signedIn' ? session : undefined
  useIdleLock(signedIn?.idleMinutes ?? 0, signedIn !== undefined && signedIn.barred === undefined)

  if (connection.status === 'refused') return <NotOpened refusal={connection.refusal} />
  if (session.phase === 'unknown') return <Opening />
  if (session.phase === 'rescue') return <RescueScreen rescue={session.rescue} />
  if (session.phase === 'setUp') return <SetUp />
  if (session.phase === 'signedOut')
    return <SignIn institution={session.institution} sampleAccounts={session.sampleAccounts} />
  if (session.mustChangePassword && session.barred === undefined)
    return <FirstPassword displayName={session.officer.displayName} />
  return (
    <>
      <div inert={session.barred !== undefined} style={{ height: '100%' }}>
        <RouterProvider router={router} key={session.officer.id} />
      </div>
      {session.barred && <LockScreen session={session} />}
    </>
  )
}
