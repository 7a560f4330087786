import { type Setting, setting } from '../../ui/stored.ts'

type Search = Readonly<Record<string, unknown>>

/** What an officer looks at again and again on one screen: its search, filters, order and the like, under a name of hers. */
export type SavedView = { readonly name: string; readonly search: Search }

/** The open record and the step of a dialog belong to the moment, not to the view. */
const passing: ReadonlySet<string> = new Set(['open'])

/** The part of an address that a view keeps. */
export const keptOf = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([key, value]) => value !== undefined && !passing.has(key)))

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1)

const textOf = (search: Search): string => JSON.stringify(Object.entries(keptOf(search)).toSorted(byKey))

/** Whether a screen shows just this view now. */
export const isShown = (view: SavedView, search: Search): boolean => textOf(view.search) === textOf(search)

/** The change of an address that leads to a view from wherever the screen is. */
export const changeTo = (view: Search, search: Search): Search => ({
  ...Object.fromEntries(Object.keys(keptOf(search)).map((key) => [key, undefined])),
  ...view,
})

/** The views with one more, in the order of the alphabet; one of the same name is replaced. */
export const withView = (views: readonly SavedView[], view: SavedView): readonly SavedView[] =>
  [...views.filter(({ name }) => name !== view.name), view].toSorted((a, b) => a.name.localeCompare(b.name, 'tr'))

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'search' in value &&
  typeof value.search === 'object' &&
  value.search !== null

const parse = (stored: unknown): readonly SavedView[] | undefined =>
  Array.isArray(stored) ? stored.filter(isView) : undefined

const settings = new Map<string, Setting<readonly SavedView[]>>()

/** The views that the officer has saved of the screen with this path. */
export function savedViewsOf(path: string): Setting<readonly SavedView[]> {
  const known = settings.get(path)
  if (known) return known
  const made = setting<readonly SavedView[]>(`views.${path}`, [], parse)
  settings.set(path, made)
  return made
}
