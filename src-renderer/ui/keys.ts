import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { TextKey } from '../app/i18n.ts'

/** `keys` is `Ctrl+K`, `Alt+ArrowUp`, `/`, `?`, `n`; Ctrl stands for Command on a Mac. */
export type KeyBinding = {
  readonly keys: string
  readonly labelKey: TextKey
  readonly run: (event: KeyboardEvent) => void
  /** Also while the officer types in a field. Keys with Ctrl or Alt always do. */
  readonly whileTyping?: boolean
  /** Left out of the list of keys, for instance because another entry names it already. */
  readonly unlisted?: boolean
}

/** Where a group of keys is listed by `?`. */
export type KeyScope = 'everywhere' | 'here'

type Group = { readonly scope: KeyScope; readonly bindings: readonly KeyBinding[] }

let groups: readonly Group[] = []
const listeners = new Set<() => void>()

function change(next: readonly Group[]): void {
  groups = next
  for (const listener of listeners) listener()
}

/** Whether a key press means this binding. Signs are compared as typed, because they sit elsewhere on every keyboard. */
export function matches(
  keys: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  const parts = keys === '+' ? ['+'] : keys.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier)
  const control = event.ctrlKey || event.metaKey
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key)
  if (isSign) return event.key === key && !event.metaKey && !(control && !event.altKey)
  if (wants('Ctrl') !== control || wants('Alt') !== event.altKey || wants('Shift') !== event.shiftKey) return false
  if (key === 'Space') return event.key === ' '
  return key.length === 1 ? event.key.toLocaleLowerCase('en') === key.toLowerCase() : event.key === key
}

/** Whether keys without a modifier belong to the text under the cursor. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'file', 'range'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** An open menu, list or question has Esc for itself. */
const isInLayer = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog],[role=menu],[aria-expanded=true]') !== null

let beganInLayer = false

// A list that Esc has just closed no longer looks open by the time the key arrives here.
const onKeyBegins = ({ target }: KeyboardEvent): void => {
  beganInLayer = isInLayer(target)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  if (event.key === 'Escape' && beganInLayer) return
  const typing = isTyping(event.target)
  for (const group of [...groups].reverse()) {
    for (const binding of group.bindings) {
      if (!matches(binding.keys, event)) continue
      const modified = binding.keys.includes('Ctrl+') || binding.keys.includes('Alt+')
      if (typing && !modified && !binding.whileTyping) continue
      event.preventDefault()
      binding.run(event)
      return
    }
  }
}

/** Gives keys a meaning while the component is on screen. Of two meanings the one that came later counts. */
export function useKeys(bindings: readonly KeyBinding[], scope: KeyScope = 'here'): void {
  const current = useEffectEvent((index: number, event: KeyboardEvent) => bindings[index]?.run(event))
  const shape = bindings.map((binding) => `${binding.keys} ${binding.labelKey}`).join('\n')
  const listed = useEffectEvent(() => bindings)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the group is registered anew only when its keys or labels change
  useEffect(() => {
    const group: Group = {
      scope,
      bindings: listed().map((binding, index) => ({ ...binding, run: (event) => current(index, event) })),
    }
    if (groups.length === 0) {
      window.addEventListener('keydown', onKeyBegins, true)
      window.addEventListener('keydown', onKeyDown)
    }
    change([...groups, group])
    return () => {
      change(groups.filter((other) => other !== group))
      if (groups.length > 0) return
      window.removeEventListener('keydown', onKeyBegins, true)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [shape, scope])
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The keys that mean something now, for the overlay that lists them. */
export function useListedKeys(scope: KeyScope): readonly KeyBinding[] {
  const now = useSyncExternalStore(subscribe, () => groups)
  const listed = now.filter((group) => group.scope === scope).flatMap((group) => group.bindings)
  const seen = new Set<string>()
  return listed.filter((binding) => {
    const entry = `${binding.keys} ${binding.labelKey}`
    if (binding.unlisted || seen.has(entry)) return false
    seen.add(entry)
    return true
  })
}
