import { createContext } from 'react'
import type { UnitRow } from '../../../src-core/people/unit.ts'
import { setting } from '../../ui/stored.ts'

/** Ids of units whose lower units are hidden; null while nobody has chosen, then directorates are hidden under their departments. */
export const collapsedUnits = setting<readonly string[] | null>('units.collapsed', null, (stored) =>
  Array.isArray(stored) && stored.every((id) => typeof id === 'string') ? stored : undefined,
)

/** Depth below which a tree that nobody has arranged shows nothing. */
const firstDepth = 3

/** The units whose lower units are hidden. */
export const collapsedIn = (units: readonly UnitRow[], chosen: readonly string[] | null): ReadonlySet<string> =>
  new Set(chosen ?? units.filter(({ depth, children }) => depth >= firstDepth && children > 0).map(({ id }) => id))

/** The units that a tree with some branches closed shows, in its order. */
export function visibleUnits(units: readonly UnitRow[], collapsed: ReadonlySet<string>): readonly UnitRow[] {
  const hidden = new Set<string>()
  return units.filter(({ id, parentId }) => {
    const below = parentId !== null && (hidden.has(parentId) || collapsed.has(parentId))
    if (below) hidden.add(id)
    return !below
  })
}

type Tree = {
  /** False while the list is sorted, searched or filtered: it is no tree then. */
  readonly shown: boolean
  readonly collapsed: ReadonlySet<string>
  /** Units that have something below them to show. */
  readonly branches: ReadonlySet<string>
  readonly toggle: (id: string) => void
}

/** How the tree stands now, for the cells of the list. */
export const TreeContext = createContext<Tree>({
  shown: false,
  collapsed: new Set(),
  branches: new Set(),
  toggle: () => {},
})
