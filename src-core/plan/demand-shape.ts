import type { NeedLineTable } from '../database/schema.ts'
import { demandKeyText, demandOfLine } from '../needs/index.ts'
import type { PlanLine } from './plan.ts'

export type ShapedLine = Pick<
  NeedLineTable,
  'id' | 'topicId' | 'freeTextKey' | 'freeText' | 'personId' | 'unitId' | 'headcount' | 'preferredQuarter'
>

/** Who stands behind a demand as far as the plan serves it. */
export type DemandShape = {
  readonly topicId: string | null
  readonly freeTextKey: string | null
  /** The first wording in plain order. */
  readonly freeText: string | null
  readonly lines: number
  readonly personIds: ReadonlySet<string>
  /** Distinct persons plus heads that units asked for. */
  readonly persons: number
  /** The same by unit. */
  readonly units: ReadonlyMap<string, number>
  /** The quarter most people prefer. */
  readonly quarter: number | null
}

/** Puts need lines together to demands. */
export function shapeDemands(lines: readonly ShapedLine[]): ReadonlyMap<string, DemandShape> {
  const byKey = Map.groupBy(lines, (line) => demandKeyText(demandOfLine(line)))
  return new Map([...byKey].map(([key, own]) => [key, shapeOf(own)]))
}

function shapeOf(lines: readonly ShapedLine[]): DemandShape {
  const personIds = new Set<string>()
  const units = new Map<string, number>()
  const quarters = [0, 0, 0, 0, 0]
  let heads = 0
  for (const { personId, unitId, headcount, preferredQuarter } of lines) {
    const counts = personId === null ? headcount : personIds.has(personId) ? 0 : 1
    if (personId === null) heads += headcount
    else personIds.add(personId)
    units.set(unitId, (units.get(unitId) ?? 0) + counts)
    if (preferredQuarter !== null) quarters[preferredQuarter] = (quarters[preferredQuarter] ?? 0) + 1
  }
  const most = Math.max(...quarters)
  const texts = lines.flatMap(({ freeText }) => freeText ?? []).sort()
  return {
    topicId: lines[0]?.topicId ?? null,
    freeTextKey: lines[0]?.topicId === null ? (lines[0]?.freeTextKey ?? null) : null,
    freeText: texts[0] ?? null,
    lines: lines.length,
    personIds,
    persons: personIds.size + heads,
    units,
    quarter: most === 0 ? null : quarters.indexOf(most),
  }
}

/** The demand a line stands for; undefined for lines that no demand stands behind. */
export const demandKeyOf = (line: Pick<PlanLine, 'source' | 'topicId' | 'freeTextKey'>): string | undefined =>
  line.source === 'TNA' ? demandKeyText(demandOfLine(line)) : undefined

/** Persons behind a line by unit: those of its demand, else all planned ones for the unit that asked. */
export function unitsOfLine(line: PlanLine, shapes: ReadonlyMap<string, DemandShape>): ReadonlyMap<string, number> {
  const shape = shapes.get(demandKeyOf(line) ?? '')
  if (shape) return shape.units
  return line.unitId === null ? new Map() : new Map([[line.unitId, line.personsPlanned]])
}
