import { allocate, isLive } from './plan.rules.ts'
import type { PlanLine } from './plan.ts'
import { costTypes } from './plan.ts'

export type Amounts = { readonly plannedMinor: number; readonly committedMinor: number; readonly actualMinor: number }

export type BudgetedUnit = {
  readonly id: string
  readonly parentId: string | null
  readonly code: string
  readonly name: string
  readonly depth: number
}

export type Ceiling = {
  readonly id: string
  readonly rowVersion: number
  readonly unitId: string | null
  readonly amountLira: number
  readonly mode: 'BLOCK' | 'WARN'
}

export type UnitBudget = Amounts & {
  readonly unitId: string | null
  readonly code: string | null
  readonly name: string | null
  readonly depth: number
  readonly ceiling: Omit<Ceiling, 'unitId'> | null
  readonly over: boolean
}

const nothing: Amounts = { plannedMinor: 0, committedMinor: 0, actualMinor: 0 }

const plus = (a: Amounts, b: Amounts): Amounts => ({
  plannedMinor: a.plannedMinor + b.plannedMinor,
  committedMinor: a.committedMinor + b.committedMinor,
  actualMinor: a.actualMinor + b.actualMinor,
})

/** What a line counts for: a cancelled or carried-over one plans nothing, yet what was spent on it was spent. */
const amountsOf = (line: PlanLine): Amounts => ({
  plannedMinor: isLive(line) ? line.plannedMinor : 0,
  committedMinor: line.committedMinor,
  actualMinor: line.actualMinor,
})

/**
 * The money of a plan by type and by unit. A line's cost is divided over the units behind it by their persons, to the kuruş; a
 * unit's amounts hold everything below it, and its ceiling covers the same. Units come in the order given (a tree, parents first).
 */
export function budgetOf(
  lines: readonly PlanLine[],
  personsOf: (line: PlanLine) => ReadonlyMap<string, number>,
  units: readonly BudgetedUnit[],
  ceilings: readonly Ceiling[],
) {
  const own = new Map<string, Amounts>()
  let unassigned = nothing
  for (const line of lines) {
    const amounts = amountsOf(line)
    const persons = personsOf(line)
    if ([...persons.values()].every((count) => count === 0)) {
      unassigned = plus(unassigned, amounts)
      continue
    }
    const parts = {
      plannedMinor: allocate(amounts.plannedMinor, persons),
      committedMinor: allocate(amounts.committedMinor, persons),
      actualMinor: allocate(amounts.actualMinor, persons),
    }
    for (const unitId of persons.keys()) {
      const part = {
        plannedMinor: parts.plannedMinor.get(unitId) ?? 0,
        committedMinor: parts.committedMinor.get(unitId) ?? 0,
        actualMinor: parts.actualMinor.get(unitId) ?? 0,
      }
      own.set(unitId, plus(own.get(unitId) ?? nothing, part))
    }
  }
  const below = new Map(units.map(({ id }) => [id, own.get(id) ?? nothing]))
  for (const { id, parentId } of [...units].reverse()) {
    const parent = parentId === null ? undefined : below.get(parentId)
    if (parentId !== null && parent) below.set(parentId, plus(parent, below.get(id) ?? nothing))
  }
  const ceilingOf = new Map(ceilings.map((ceiling) => [ceiling.unitId, ceiling]))
  const total = lines.map(amountsOf).reduce(plus, nothing)
  const whole = withCeiling({ unitId: null, code: null, name: null, depth: 0, ...total }, ceilingOf.get(null))
  const rows = units
    .map((unit) =>
      withCeiling(
        { unitId: unit.id, code: unit.code, name: unit.name, depth: unit.depth, ...(below.get(unit.id) ?? nothing) },
        ceilingOf.get(unit.id),
      ),
    )
    .filter((row) => row.ceiling !== null || row.plannedMinor + row.committedMinor + row.actualMinor > 0)
  return { total, byType: byType(lines), units: [whole, ...rows], unassigned }
}

function withCeiling(row: Omit<UnitBudget, 'ceiling' | 'over'>, ceiling: Ceiling | undefined): UnitBudget {
  if (!ceiling) return { ...row, ceiling: null, over: false }
  const { id, rowVersion, amountLira, mode } = ceiling
  return { ...row, ceiling: { id, rowVersion, amountLira, mode }, over: row.plannedMinor > amountLira * 100 }
}

function byType(lines: readonly PlanLine[]) {
  return costTypes.flatMap((type) => {
    const sums = lines
      .flatMap((line) => line.costs.filter((cost) => cost.type === type).map((cost) => ({ line, cost })))
      .map(({ line, cost }): Amounts => ({ ...cost, plannedMinor: isLive(line) ? cost.plannedMinor : 0 }))
      .reduce(plus, nothing)
    return sums.plannedMinor + sums.committedMinor + sums.actualMinor > 0 ? [{ type, ...sums }] : []
  })
}

/** Units over a ceiling of a mode. */
export const overCeilings = (units: readonly UnitBudget[], mode: Ceiling['mode']): readonly UnitBudget[] =>
  units.filter(({ ceiling, over }) => over && ceiling?.mode === mode)
