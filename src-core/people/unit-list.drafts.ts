import { fold } from '../kernel/turkish.ts'
import type { Unit } from './unit.repository.ts'
import type { UnitFields } from './unit.ts'
import type { UnitLine } from './unit-list.reader.ts'

/** A unit as it will stand. A new one is known by the key of its code until it is written. */
export type UnitDraft = {
  readonly id: string
  readonly line: UnitLine
  readonly before: Unit | null
  fields: UnitFields
  active: boolean
}

/** Leaves out the units that claim a spelling by which another unit is known. */
export function refuseSharedAliases(
  drafts: readonly UnitDraft[],
  units: readonly Unit[],
  refuse: (draft: UnitDraft, alias: string) => void,
): readonly UnitDraft[] {
  const owners = new Map<string, string>()
  const claim = (id: string, texts: readonly string[]) => {
    for (const text of texts) if (!owners.has(fold(text))) owners.set(fold(text), id)
  }
  const drafted = new Set(drafts.map(({ id }) => id))
  for (const { id, code, name, aliases, active } of units)
    if (active && !drafted.has(id)) claim(id, [code, name, ...aliases])
  for (const { id, fields } of drafts) claim(id, [fields.code, fields.name])
  for (const { id, fields } of drafts) claim(id, fields.aliases)
  return drafts.filter((draft) => {
    const shared = draft.fields.aliases.find((alias) => owners.get(fold(alias)) !== draft.id)
    if (shared !== undefined) refuse(draft, shared)
    return shared === undefined
  })
}

/** Leaves out the units that would lie under themselves once the whole file is applied. */
export function refuseLoops(
  drafts: readonly UnitDraft[],
  units: readonly Unit[],
  refuse: (draft: UnitDraft, parent: string) => void,
): readonly UnitDraft[] {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const names = new Map(units.map(({ id, name }) => [id, name]))
  for (const { id, fields } of drafts) {
    parents.set(id, fields.parentId)
    names.set(id, fields.name)
  }
  return drafts.filter((draft) => {
    const passed = new Set([draft.id])
    for (let at = draft.fields.parentId; at !== null && at !== undefined; at = parents.get(at) ?? null) {
      if (at === draft.id) {
        refuse(draft, names.get(draft.fields.parentId ?? '') ?? '')
        parents.set(draft.id, draft.before?.parentId ?? null)
        return false
      }
      if (passed.has(at)) break
      passed.add(at)
    }
    return true
  })
}

/** Active units below a unit once the file is applied. */
export function childrenAfter(id: string, units: readonly Unit[], drafts: readonly UnitDraft[]): number {
  const after = new Map(drafts.map((draft) => [draft.id, draft]))
  const kept = units.filter((unit) => !after.has(unit.id) && unit.active && unit.parentId === id).length
  return kept + drafts.filter(({ active, fields }) => active && fields.parentId === id).length
}

/** In an order in which every parent is there before its children. */
export function parentsFirst(drafts: readonly UnitDraft[]): readonly UnitDraft[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]))
  const ordered = new Set<UnitDraft>()
  const place = (draft: UnitDraft): void => {
    if (ordered.has(draft)) return
    const parent = draft.fields.parentId === null ? undefined : byId.get(draft.fields.parentId)
    if (parent) place(parent)
    ordered.add(draft)
  }
  for (const draft of drafts) place(draft)
  return [...ordered]
}
