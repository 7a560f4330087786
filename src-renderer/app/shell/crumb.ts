import { useEffect, useSyncExternalStore } from 'react'

let crumb: string | undefined
const listeners = new Set<() => void>()

function say(next: string | undefined): void {
  crumb = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Ends the breadcrumb with the name of the record this screen shows. */
export function useCrumb(name: string | undefined): void {
  useEffect(() => {
    say(name)
    return () => say(undefined)
  }, [name])
}

export const useCurrentCrumb = (): string | undefined => useSyncExternalStore(subscribe, () => crumb)
