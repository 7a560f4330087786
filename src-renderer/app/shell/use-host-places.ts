import { useEffect } from 'react'
import { useKeys } from '../../ui/keys.ts'
import { useGo, usePath } from '../address.ts'
import { host } from '../api.ts'
import { useOffered } from '../features.ts'
import { guideFor } from './guide-for.ts'

/** Opens the guide with F1 at the chapter of the screen, and in its own window what the officer chooses in the window's menu. */
export function useHostPlaces(): void {
  const go = useGo()
  const path = usePath()
  const { screens } = useOffered()
  const settings = screens.find(({ group, inRail }) => group === 'settings' && inRail !== false)?.path
  useKeys([{ keys: 'F1', labelKey: 'help:open', run: () => go(guideFor(path)), whileTyping: true }], 'everywhere')
  useEffect(
    () => host?.onOpen((place) => go(place === 'guide' ? '/help' : (settings ?? '/settings/password'))),
    [go, settings],
  )
}
