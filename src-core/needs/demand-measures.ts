import type { NeedLineTable } from '../database/schema.ts'
import type { DemandKey } from './decision.ts'
import type { DemandMeasures } from './priority.rules.ts'

/** What of a line its demand is measured by. */
export type MeasuredLine = Pick<
  NeedLineTable,
  | 'topicId'
  | 'freeTextKey'
  | 'freeText'
  | 'personId'
  | 'unitId'
  | 'headcount'
  | 'reason'
  | 'carriedFromId'
  | 'managerPriority'
  | 'urgency'
  | 'selfLevel'
  | 'targetLevel'
>

export type Demand = DemandMeasures &
  DemandKey & {
    /** The first wording in plain order, when no topic names the demand. */
    readonly freeText: string | null
  }

/** A sum and how many values went into it. */
type Average = { sum: number; count: number }

type Gathered = {
  readonly key: DemandKey
  readonly persons: Set<string>
  readonly units: Set<string>
  readonly managerPriority: Average
  readonly urgency: Average
  readonly levelGap: Average
  freeText: string | null
  heads: number
  lines: number
  legalLines: number
  strategicLines: number
  carriedLines: number
}

/**
 * Puts the lines of a cycle together to demands, by topic or while they have none by wording, in one pass. Counting
 * distinct persons and units in the database takes four times as long. `trained` has, by topic, who completed it lately.
 */
export function measureLines(
  lines: Iterable<MeasuredLine>,
  trained: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Demand[] {
  const ofTopic = new Map<string, Gathered>()
  const ofWording = new Map<string, Gathered>()
  for (const line of lines) {
    const { topicId } = line
    const freeTextKey = line.freeTextKey ?? ''
    const gathered =
      topicId === null
        ? gatherIn(ofWording, freeTextKey, { topicId: null, freeTextKey })
        : gatherIn(ofTopic, topicId, { topicId, freeTextKey: null })
    add(gathered, line)
  }
  return [...ofTopic.values(), ...ofWording.values()].map((gathered) => toDemand(gathered, trained))
}

function gatherIn(map: Map<string, Gathered>, name: string, key: DemandKey): Gathered {
  const known = map.get(name)
  if (known) return known
  const fresh: Gathered = {
    key,
    persons: new Set(),
    units: new Set(),
    managerPriority: { sum: 0, count: 0 },
    urgency: { sum: 0, count: 0 },
    levelGap: { sum: 0, count: 0 },
    freeText: null,
    heads: 0,
    lines: 0,
    legalLines: 0,
    strategicLines: 0,
    carriedLines: 0,
  }
  map.set(name, fresh)
  return fresh
}

function add(to: Gathered, line: MeasuredLine): void {
  to.lines++
  if (line.personId === null) to.heads += line.headcount
  else to.persons.add(line.personId)
  to.units.add(line.unitId)
  if (line.reason === 'legal') to.legalLines++
  else if (line.reason === 'strategicGoal') to.strategicLines++
  if (line.carriedFromId !== null) to.carriedLines++
  count(to.managerPriority, line.managerPriority)
  count(to.urgency, line.urgency)
  if (line.targetLevel !== null && line.selfLevel !== null) count(to.levelGap, line.targetLevel - line.selfLevel)
  if (to.key.topicId === null && line.freeText !== null && (to.freeText === null || line.freeText < to.freeText)) {
    to.freeText = line.freeText
  }
}

function count(average: Average, value: number | null): void {
  if (value === null) return
  average.sum += value
  average.count++
}

const meanOf = ({ sum, count: values }: Average): number | null => (values === 0 ? null : sum / values)

const toDemand = (gathered: Gathered, trained: ReadonlyMap<string, ReadonlySet<string>>): Demand => ({
  ...gathered.key,
  freeText: gathered.freeText,
  lines: gathered.lines,
  persons: gathered.persons.size + gathered.heads,
  units: gathered.units.size,
  legalLines: gathered.legalLines,
  strategicLines: gathered.strategicLines,
  carriedLines: gathered.carriedLines,
  managerPriority: meanOf(gathered.managerPriority),
  urgency: meanOf(gathered.urgency),
  levelGap: meanOf(gathered.levelGap),
  trainedPersons: gathered.key.topicId === null ? 0 : sharedBy(gathered.persons, trained.get(gathered.key.topicId)),
})

const sharedBy = (persons: ReadonlySet<string>, others: ReadonlySet<string> | undefined): number =>
  others ? persons.intersection(others).size : 0
