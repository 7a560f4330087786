import { useSyncExternalStore } from 'react'

/**
 * A small thing an officer has chosen for herself (language, density, columns of a table). It lives in localStorage, once
 * for the officer and once for this computer, so that the sign-in screen already speaks her language.
 */
export type Setting<T> = {
  readonly get: () => T
  readonly set: (value: T) => void
  readonly subscribe: (listener: () => void) => () => void
}

const prefix = 'akademi.'
const listeners = new Set<() => void>()
// Another tab of the same browser changed one.
if (typeof addEventListener === 'function') addEventListener('storage', () => tellAll())
let owner: string | undefined

/** Names whose settings count from now on; `undefined` when nobody is signed in. */
export function setSettingsOwner(userName: string | undefined): void {
  if (owner === userName) return
  owner = userName
  tellAll()
}

function tellAll(): void {
  for (const listener of listeners) listener()
}

const ownKey = (name: string) => (owner ? `${prefix}${name}@${owner}` : `${prefix}${name}`)

/** The officer whose things are kept apart from the others'; empty while nobody is signed in. */
export const settingsOwner = (): string => owner ?? ''

function read(name: string): string | null {
  try {
    return localStorage.getItem(ownKey(name)) ?? localStorage.getItem(`${prefix}${name}`)
  } catch {
    return null
  }
}

function write(name: string, text: string): void {
  try {
    localStorage.setItem(ownKey(name), text)
    localStorage.setItem(`${prefix}${name}`, text)
  } catch {
    // A full or forbidden storage costs a preference, never the work at hand.
  }
}

/** Declares a setting. `parse` gets what was stored, possibly by an older version, and answers `undefined` when it cannot be used. */
export function setting<T>(name: string, fallback: T, parse: (stored: unknown) => T | undefined): Setting<T> {
  let text: string | null | undefined
  let value = fallback
  const get = (): T => {
    const now = read(name)
    if (now === text) return value
    text = now
    value = fallback
    if (now !== null) {
      try {
        value = parse(JSON.parse(now)) ?? fallback
      } catch {
        value = fallback
      }
    }
    return value
  }
  const set = (next: T): void => {
    write(name, JSON.stringify(next))
    tellAll()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return { get, set, subscribe }
}

/** A parser for settings that are one of a few words. */
export const oneOf =
  <T extends string>(...words: readonly T[]) =>
  (stored: unknown): T | undefined =>
    words.find((word) => word === stored)

/** The setting's value, kept up to date, and the function that changes it. */
export function useSetting<T>(of: Setting<T>): readonly [T, (value: T) => void] {
  return [useSyncExternalStore(of.subscribe, of.get), of.set] as const
}
