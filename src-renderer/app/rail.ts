import type { Screen, ScreenGroup } from './feature.ts'

/** The rail from top to bottom; the second list stands at its foot. */
export const railOrder: readonly (readonly ScreenGroup[])[] = [
  [
    'today',
    'needs',
    'plan',
    'delivery',
    'delegations',
    'certificates',
    'exchange',
    'learning',
    'people',
    'catalogue',
    'reports',
  ],
  ['mail', 'imports', 'sync', 'settings', 'help'],
]

export type RailGroup = { readonly group: ScreenGroup; readonly screens: readonly Screen[] }

/** The groups that have a screen for the officer, in the order of the rail. */
export function railGroups(order: readonly ScreenGroup[], screens: readonly Screen[]): readonly RailGroup[] {
  return order.flatMap((group) => {
    const own = screens.filter((screen) => screen.group === group && screen.inRail !== false)
    return own.length > 0 ? [{ group, screens: own }] : []
  })
}

/** The screen that an address shows: the one whose path fits it best. */
export function screenAt(path: string, screens: readonly Screen[]): Screen | undefined {
  const parts = path.split('/').filter(Boolean)
  const fitting = screens.filter((screen) => {
    const wanted = screen.path.split('/').filter(Boolean)
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith('$') || part === parts[at])
  })
  // `/people/new` is itself before it is a person of that name.
  return fitting.sort((a, b) => a.path.split('$').length - b.path.split('$').length)[0]
}
