import { isLive } from './plan.rules.ts'
import type { PlanLine } from './plan.ts'

export const changeKinds = ['added', 'moved', 'changed', 'cancelled'] as const

export type ChangeKind = (typeof changeKinds)[number]

/** Fields whose change an approval is asked for. */
export const comparedFields = [
  'name',
  'level',
  'unit',
  'groups',
  'groupSize',
  'personsPlanned',
  'lessonHours',
  'quarter',
  'month',
  'provider',
  'trainer',
  'permissionNo',
  'mode',
  'responsible',
  'plannedMinor',
] as const satisfies readonly (keyof PlanLine)[]

export type ComparedField = (typeof comparedFields)[number]

export type FieldChange = {
  readonly field: ComparedField
  readonly before: string | number | null
  readonly after: string | number | null
}

export type PlanChange = {
  readonly kind: ChangeKind
  /** The line as it is in the later plan. */
  readonly line: PlanLine
  readonly fields: readonly FieldChange[]
  readonly reason: string | null
}

/**
 * How a later plan of a year differs from an earlier one, in the order of its lines. A line keeps its number through all
 * revisions, so any two of them can be compared. One whose month or quarter differs is moved, whatever else differs too.
 */
export function changesBetween(earlier: readonly PlanLine[], later: readonly PlanLine[]): readonly PlanChange[] {
  const before = new Map(earlier.map((line) => [line.lineNo, line]))
  return [...later]
    .sort((a, b) => a.lineNo - b.lineNo)
    .flatMap((line): PlanChange[] => {
      const base = before.get(line.lineNo)
      if (!base) return isLive(line) ? [{ kind: 'added', line, fields: [], reason: line.changeReason }] : []
      if (isLive(base) && !isLive(line)) {
        return [{ kind: 'cancelled', line, fields: [], reason: line.changeReason ?? line.stateReason }]
      }
      if (!isLive(base) && isLive(line)) return [{ kind: 'added', line, fields: [], reason: line.changeReason }]
      const fields = comparedFields
        .filter((field) => base[field] !== line[field])
        .map((field) => ({ field, before: base[field], after: line[field] }))
      if (fields.length === 0 || !isLive(line)) return []
      const moved = fields.some(({ field }) => field === 'quarter' || field === 'month')
      return [{ kind: moved ? 'moved' : 'changed', line, fields, reason: line.changeReason }]
    })
}
