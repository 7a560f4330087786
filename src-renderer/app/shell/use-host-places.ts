import { useEffect } from 'react'
import { useKeys } from '../../ui/keys.ts'
import { useGo } from '../address.ts'
import { host } from '../api.ts'
import { useOffered } from '../features.ts'

/** Opens the guide with F1, and in its own window what the officer chooses in the window's menu. */
export function useHostPlaces(): void {
  const go = useGo()
  const { screens } = useOffered()
  const settings = screens.find(({ group, inRail }) => group === 'settings' && inRail !== false)?.path
  useKeys([{ keys: 'F1', labelKey: 'help:open', run: () => go('/help'), whileTyping: true }], 'everywhere')
  useEffect(
    () => host?.onOpen((place) => go(place === 'guide' ? '/help' : (settings ?? '/settings/password'))),
    [go, settings],
  )
}
