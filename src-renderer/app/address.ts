import { useNavigate, useRouter, useRouterState, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { plainView, type TableView, viewFromAddress, viewToAddress } from '../ui/table/view.ts'
import type { Go } from './feature.ts'

type Search = Readonly<Record<string, unknown>>

declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: the router takes the shape of its states by merging this interface
  interface HistoryState {
    /** The panel was opened on this very page, so closing it can go back. */
    readonly panelOpenedHere?: true
  }
}

/** Goes to another place in the window: `go('/people/staff?open=…')`. */
export function useGo(): Go {
  const navigate = useNavigate()
  return useCallback((to: string) => void navigate({ href: to }), [navigate])
}

/** What follows the question mark in the address, and the function that changes parts of it; `undefined` takes a part away. */
export function useAddress(): readonly [Search, (change: Search, options?: { readonly newPlace?: boolean }) => void] {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (next: Search, { newPlace = false }: { readonly newPlace?: boolean } = {}) =>
      void navigate({
        to: '.',
        search: (before: Search) => ({ ...before, ...next }),
        replace: !newPlace,
        ...(!newPlace && { state: true as const }),
      }),
    [navigate],
  )
  return [search, change]
}

/** One choice of a screen (a tab, a period) that lives in the address; `fallback` is left out there. */
export function useAddressWord<T extends string>(
  name: string,
  words: readonly T[],
  fallback: T,
): readonly [T, (word: T) => void] {
  const [search, change] = useAddress()
  const value = words.find((word) => word === search[name]) ?? fallback
  const set = useCallback(
    (word: T) => change({ [name]: word === fallback ? undefined : word }),
    [change, name, fallback],
  )
  return [value, set]
}

/** The view of a table in the address. `start` is how the list shows itself before anybody chose otherwise. */
export function useTableView(start: TableView = plainView): {
  readonly view: TableView
  readonly onView: (view: TableView) => void
} {
  const [search, change] = useAddress()
  const startText = JSON.stringify(start)
  const text = JSON.stringify([search.q, search.sort, search.filter])
  const view = useMemo(() => {
    const [q, sort, filter] = JSON.parse(text) as readonly unknown[]
    return viewFromAddress({ q, sort: sort ?? undefined, filter: filter ?? undefined }, JSON.parse(startText))
  }, [text, startText])
  const onView = useCallback(
    (next: TableView) => change({ ...viewToAddress(next, JSON.parse(startText) as TableView) }),
    [change, startText],
  )
  return { view, onView }
}

/** The record whose panel is open, in the address: Back closes it, and closing it is going back. */
export function useOpenId(): readonly [string | undefined, (id: string | undefined) => void] {
  const { open } = useAddress()[0]
  const router = useRouter()
  const navigate = useNavigate()
  const openedHere = useRouterState({ select: (state) => 'panelOpenedHere' in state.location.state })
  const id = typeof open === 'string' ? open : undefined
  const set = useCallback(
    (next: string | undefined) => {
      if (next === undefined && openedHere) return router.history.back()
      const opening = id === undefined && next !== undefined
      void navigate({
        to: '.',
        search: (before: Search) => ({ ...before, open: next }),
        replace: !opening,
        state: opening || (openedHere && next !== undefined) ? { panelOpenedHere: true } : {},
      })
    },
    [navigate, router, id, openedHere],
  )
  return [id, set]
}

/** The path of the address, without what follows it. */
export const usePath = (): string => useRouterState({ select: (state) => state.location.pathname })
