import { Outlet, useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../ui/keys.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { usePath } from '../address.ts'
import { useOffered } from '../features.ts'
import { textOf } from '../i18n.ts'
import { Palette } from '../palette/Palette.tsx'
import { railGroups, railOrder, screenAt } from '../rail.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { useCurrentCrumb } from './crumb.ts'
import { Header } from './Header.tsx'
import { HostBanner } from './HostBanner.tsx'
import { KeysOverlay } from './KeysOverlay.tsx'
import { NotFound } from './NotFound.tsx'
import { lockScreen } from './officer-actions.ts'
import { Rail } from './Rail.tsx'
import classes from './Shell.module.css'
import { useHostPlaces } from './use-host-places.ts'

/** The window around every screen. */
export function Shell() {
  const { t } = useTranslation('common')
  const main = useRef<HTMLElement>(null)
  const [palette, setPalette] = useState(false)
  const [keys, setKeys] = useState(false)
  useHostPlaces()
  useListsAtHand()
  useKeys(
    [
      { keys: 'Ctrl+K', labelKey: 'common:keys.palette', run: () => setPalette(true) },
      { keys: '?', labelKey: 'common:keys.help', run: () => setKeys(true) },
      { keys: 'Alt+Shift+L', labelKey: 'common:keys.lock', run: () => void lockScreen() },
    ],
    'everywhere',
  )
  return (
    <div className={classes.shell}>
      {/* A link to a place on the page would change the address, which names a screen. */}
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('shell.skip')}
      </button>
      <Rail />
      <div className={classes.side}>
        <Header onSearch={() => setPalette(true)} onKeys={() => setKeys(true)} />
        <ConnectionBanner />
        <HostBanner />
        <main ref={main} className={classes.main} tabIndex={-1}>
          <CurrentScreen />
        </main>
      </div>
      <Palette opened={palette} onClose={() => setPalette(false)} onKeys={() => setKeys(true)} />
      <KeysOverlay opened={keys} onClose={() => setKeys(false)} />
    </div>
  )
}

/** Lists stand on most screens: their code is there before the first one is asked for, and does not hold up what is under way then. */
function useListsAtHand(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => void import('../../ui/table/DataTable.tsx'))
    return () => cancelIdleCallback(idle)
  }, [])
}

function CurrentScreen() {
  const { t } = useTranslation('common')
  const { screens } = useOffered()
  const path = usePath()
  const screen = screenAt(path, screens)
  useWindowTitle()
  useStartScreen(screen !== undefined)
  if (screens.length === 0) return <EmptyState title={t('shell.nothing')} text={t('shell.nothingHint')} />
  if (!screen) return path === '/' ? null : <NotFound />
  return (
    <Suspense>
      <Outlet />
    </Suspense>
  )
}

/** `/` is Today; who has no Today starts at the first screen of her rail. */
function useStartScreen(hasScreen: boolean): void {
  const { screens } = useOffered()
  const path = usePath()
  const navigate = useNavigate()
  const first = railOrder.flatMap((order) => railGroups(order, screens))[0]?.screens[0]?.path
  useEffect(() => {
    if (path === '/' && !hasScreen && first) void navigate({ to: first, replace: true })
  }, [path, hasScreen, first, navigate])
}

function useWindowTitle(): void {
  const { t } = useTranslation('common')
  const { screens } = useOffered()
  const screen = screenAt(usePath(), screens)
  const record = useCurrentCrumb()
  const title = [record, screen && textOf(screen.labelKey), t('product')].filter(Boolean).join(' – ')
  useEffect(() => {
    document.title = title
  }, [title])
}
