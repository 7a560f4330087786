import type { Cell } from '../kernel/sheet.ts'
import { similarityIndex } from '../kernel/similarity-index.ts'
import { fold } from '../kernel/turkish.ts'
import { textOf } from './cell-text.ts'
import { abbreviates, initialsOf, unitName } from './unit-names.ts'

/** What matching needs of a unit. */
export type UnitEntry = {
  readonly id: string
  readonly code: string
  readonly nameTr: string
  readonly nameEn?: string | null
  readonly aliases?: readonly string[]
  readonly parentId?: string | null
  readonly active: boolean
}

export type UnitMatch<U extends UnitEntry = UnitEntry> =
  /** `abbreviation`: by a shortened name or a part of it, worth telling the officer. */
  | { readonly kind: 'found'; readonly by: 'code' | 'name' | 'alias' | 'abbreviation'; readonly unit: U }
  | { readonly kind: 'ambiguous'; readonly units: readonly U[] }
  | { readonly kind: 'unknown'; readonly near: readonly { readonly unit: U; readonly score: number }[] }
  | { readonly kind: 'none' }

export type UnitMatcher<U extends UnitEntry = UnitEntry> = {
  readonly match: (cell: Cell | undefined) => UnitMatch<U>
  /** Whether a cell names a unit without doubt, for finding the column. */
  readonly isUnit: (cell: Cell) => boolean
}

const pathSigns = /\s*[/>\\|→\n]\s*|\s+[-–]\s+/
const mostNear = 3
const mostRemembered = 10_000

type Lookup<U> = ReadonlyMap<string, readonly U[]>

function lookup<U>(units: readonly U[], keys: (unit: U) => readonly string[]): Lookup<U> {
  const map = new Map<string, U[]>()
  for (const unit of units) {
    for (const key of new Set(keys(unit))) {
      if (key === '') continue
      const list = map.get(key)
      if (list) list.push(unit)
      else map.set(key, [unit])
    }
  }
  return map
}

/**
 * Prepares the units for matching: by code, name, alias, then by what officers make of names (`Fen İşl. DB`,
 * `Destek Hiz. Md.`, `Fen İşleri`, `Daire / Müdürlük`), else the nearest by similarity. Passive units only when no
 * active one fits.
 */
export function unitMatcher<U extends UnitEntry>(units: readonly U[]): UnitMatcher<U> {
  const names = (unit: U): readonly string[] => [unit.nameTr, ...(unit.nameEn ? [unit.nameEn] : [])]
  const byCode = lookup(units, (unit) => [fold(unit.code)])
  const byName = lookup(units, (unit) => names(unit).map(fold))
  const byAlias = lookup(units, (unit) => (unit.aliases ?? []).map(fold))
  const cores = units.flatMap((unit) =>
    [...names(unit), ...(unit.aliases ?? [])].map((name) => ({ unit, ...unitName(name) })),
  )
  const byCore = Map.groupBy(cores, (entry) => entry.core)
  const byInitials = lookup(units, (unit) => [initialsOf(unit.nameTr)])
  const nearest = similarityIndex(
    units.flatMap((unit) => [...names(unit), ...(unit.aliases ?? [])].map((text) => ({ key: unit, text }))),
  )
  const remembered = new Map<string, UnitMatch<U>>()

  const one = (some: readonly U[] | undefined, by: 'code' | 'name' | 'alias' | 'abbreviation'): UnitMatch<U> | null => {
    if (!some || some.length === 0) return null
    const active = some.filter((unit) => unit.active)
    const list = [...new Set(active.length > 0 ? active : some)]
    const [unit] = list
    return unit && list.length === 1 ? { kind: 'found', by, unit } : { kind: 'ambiguous', units: list }
  }

  const byShortName = (text: string): UnitMatch<U> | null => {
    const { core, rank } = unitName(text)
    const entries = core.includes('.')
      ? cores.filter((entry) => abbreviates(core, entry.core))
      : (byCore.get(core) ?? [])
    const ranked = rank === null ? entries : entries.filter((entry) => entry.rank === rank)
    // A form that names the department's rank for what is a directorate still means the only unit of that name.
    const some = ranked.length > 0 ? ranked : entries
    return one([...new Set(some.map((entry) => entry.unit))], 'abbreviation')
  }

  const exact = (text: string): UnitMatch<U> | null => {
    const key = fold(text)
    return one(byCode.get(key), 'code') ?? one(byName.get(key), 'name') ?? one(byAlias.get(key), 'alias')
  }

  /** What a text names, or null when nothing fits. */
  const find = (text: string): UnitMatch<U> | null => {
    const parts = text.split(pathSigns).filter((part) => part !== '')
    const tries = [text, ...(parts.length > 1 ? parts.toReversed() : [])]
    let ambiguous: UnitMatch<U> | null = null
    for (const way of [exact, byShortName, (part: string) => one(byInitials.get(fold(part)), 'abbreviation')]) {
      for (const part of tries) {
        const match = way(part)
        if (match?.kind === 'found') return match
        ambiguous ??= match
      }
    }
    return ambiguous
  }

  const nearTo = (text: string): UnitMatch<U> => {
    const near = nearest.best(text, mostNear).map(({ key, score }) => ({ unit: key, score }))
    return { kind: 'unknown', near }
  }

  const match = (cell: Cell | undefined): UnitMatch<U> => {
    const text = textOf(cell)
    if (text === '') return { kind: 'none' }
    let found = remembered.get(text)
    if (!found) {
      if (remembered.size >= mostRemembered) remembered.clear()
      found = find(text) ?? nearTo(text)
      remembered.set(text, found)
    }
    return found
  }

  return { match, isUnit: (cell) => typeof cell === 'string' && find(textOf(cell))?.kind === 'found' }
}
