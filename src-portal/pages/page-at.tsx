import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { Link } from './address.tsx'
import { Home } from './Home.tsx'
import { Page } from './parts/parts.tsx'
import { useWords } from './words/words.tsx'

/** Pages that come when somebody goes there; the first load holds the first page only. */
const pages: Readonly<Record<string, ComponentType>> = {
  '/sign-in': lazy(() => import('./account/SignIn.tsx').then(({ SignIn }) => ({ default: SignIn }))),
  '/register/staff': lazy(() => import('./account/Register.tsx').then(({ RegisterStaff: P }) => ({ default: P }))),
  '/register/body': lazy(() => import('./account/Register.tsx').then(({ RegisterBody: P }) => ({ default: P }))),
  '/register/citizen': lazy(() => import('./account/Register.tsx').then(({ RegisterCitizen: P }) => ({ default: P }))),
  '/forgot': lazy(() => import('./account/Register.tsx').then(({ Forgot: P }) => ({ default: P }))),
  '/password': lazy(() => import('./account/Password.tsx').then(({ Password: P }) => ({ default: P }))),
  '/account': lazy(() => import('./account/Account.tsx').then(({ Account: P }) => ({ default: P }))),
  '/admin': lazy(() => import('./account/Admin.tsx').then(({ Admin: P }) => ({ default: P }))),
  '/device': lazy(() => import('./account/Devices.tsx').then(({ Devices: P }) => ({ default: P }))),
  '/privacy': lazy(() => import('./account/Privacy.tsx').then(({ Privacy: P }) => ({ default: P }))),
  '/needs': lazy(() => import('./needs/NeedsForm.tsx').then(({ NeedsForm: P }) => ({ default: P }))),
  '/desk': lazy(() => import('./desk/Desk.tsx').then(({ Desk: P }) => ({ default: P }))),
  '/unit': lazy(() => import('./unit/UnitDesk.tsx').then(({ UnitDesk: P }) => ({ default: P }))),
  '/visit': lazy(() => import('./visit/Visit.tsx').then(({ Visit: P }) => ({ default: P }))),
  '/verify': lazy(() => import('./Verify.tsx').then(({ Verify: P }) => ({ default: P }))),
}

/** The page of an address. */
export function pageAt(path: string): ReactNode {
  if (path === '/') return <Home />
  // The address in a certificate's QR.
  const Shown = pages[path.startsWith('/d/') ? '/verify' : path]
  return <Suspense fallback={<Opening />}>{Shown ? <Shown key={path} /> : <Lost />}</Suspense>
}

function Opening() {
  return <p className="page quiet">{useWords().loading}</p>
}

function Lost() {
  const words = useWords()
  return (
    <Page title={words.notFound} narrow>
      <Link href="/">{words.home}</Link>
    </Page>
  )
}
