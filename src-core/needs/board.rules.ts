import { type Answers, type BoardRow, noAnswers, sumOfAnswers } from './board.ts'

export type BoardUnit = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly parentId: string | null
  readonly depth: number
}

/**
 * The board of a cycle: units in tree order, each with its own answers and those of everything below it. Units without
 * anybody who may ask and without a line are left out, unless something below them counts.
 */
export function boardOf(units: readonly BoardUnit[], own: ReadonlyMap<string, Answers>): readonly BoardRow[] {
  const below = new Map<string, Answers>()
  for (const unit of units.toReversed()) {
    const sum = sumOfAnswers(below.get(unit.id) ?? noAnswers, own.get(unit.id) ?? noAnswers)
    below.set(unit.id, sum)
    if (unit.parentId) below.set(unit.parentId, sumOfAnswers(below.get(unit.parentId) ?? noAnswers, sum))
  }
  const counts = ({ id }: BoardUnit) => {
    const { eligible, lines } = below.get(id) ?? noAnswers
    return eligible > 0 || lines > 0
  }
  const shown = units.filter(counts)
  const parents = new Set(shown.map((unit) => unit.parentId))
  return shown.map((unit) => ({
    unitId: unit.id,
    code: unit.code,
    name: unit.name,
    parentId: unit.parentId,
    depth: unit.depth,
    hasUnits: parents.has(unit.id),
    own: own.get(unit.id) ?? noAnswers,
    below: below.get(unit.id) ?? noAnswers,
  }))
}
