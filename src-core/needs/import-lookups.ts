import { loadTopicDirectory } from '../courses/index.ts'
import type { Reader } from '../database/store.ts'
import {
  type PersonMatcher,
  personMatcher,
  type TopicMatcher,
  topicMatcher,
  type UnitMatcher,
  unitMatcher,
} from '../imports/index.ts'
import { loadStaffDirectory, loadUnits, type StaffEntry, type Unit } from '../people/index.ts'
import type { Cycle } from './cycle.ts'
import { existingForms, existingLines, type KnownLine } from './import.repository.ts'

export type ImportUnit = {
  readonly id: string
  readonly code: string
  readonly nameTr: string
  readonly nameEn: string | null
  readonly aliases: readonly string[]
  readonly parentId: string | null
  readonly active: boolean
}

export type ImportTopic = {
  readonly id: string
  readonly code: string
  readonly nameTr: string
  readonly nameEn: string | null
  readonly aliases: readonly string[]
  readonly active: boolean
}

/** Everything a file is checked against, loaded once. */
export type ImportLookups = {
  readonly cycle: Cycle
  readonly people: PersonMatcher<StaffEntry>
  readonly units: UnitMatcher<ImportUnit>
  readonly unitById: ReadonlyMap<string, ImportUnit>
  readonly topics: TopicMatcher<ImportTopic>
  readonly topicById: ReadonlyMap<string, ImportTopic>
  /** Lines the cycle has, by `lineKey`. */
  readonly lines: ReadonlyMap<string, KnownLine>
  readonly linesPerPerson: ReadonlyMap<string, number>
  /** Person to form. */
  readonly forms: ReadonlyMap<string, string>
  /** Set where a unit brings its own file: rows of others are refused, and nothing of others is told. */
  readonly own: OwnUnits | undefined
}

type OwnUnits = {
  readonly unitIds: ReadonlySet<string>
  /** Finds whom `people` does not know among everybody else. */
  readonly others: PersonMatcher<StaffEntry>
}

/** With `only` the people of some units are known by number and name, and whoever is not theirs merely as somebody else's. */
export async function loadLookups(db: Reader, cycle: Cycle, only?: ReadonlySet<string>): Promise<ImportLookups> {
  const units = (await loadUnits(db)).map(toImportUnit)
  const topics = (await loadTopicDirectory(db)).map(({ id, code, name, nameEn, aliases, state }) => ({
    id,
    code,
    nameTr: name,
    nameEn,
    aliases,
    active: state !== 'RETIRED',
  }))
  const lines = await existingLines(db, cycle.id)
  const linesPerPerson = new Map<string, number>()
  for (const line of lines.values()) {
    if (line.personId) linesPerPerson.set(line.personId, (linesPerPerson.get(line.personId) ?? 0) + 1)
  }
  const staff = await loadStaffDirectory(db)
  return {
    cycle,
    people: personMatcher(only ? staff.filter(({ unitId }) => only.has(unitId)) : staff),
    units: unitMatcher(units),
    unitById: new Map(units.map((unit) => [unit.id, unit])),
    topics: topicMatcher(topics),
    topicById: new Map(topics.map((topic) => [topic.id, topic])),
    lines,
    linesPerPerson,
    forms: await existingForms(db, cycle.id),
    own: only && { unitIds: only, others: personMatcher(staff.filter(({ unitId }) => !only.has(unitId))) },
  }
}

const toImportUnit = ({ id, code, name, nameEn, aliases, parentId, active }: Unit): ImportUnit => ({
  id,
  code,
  nameTr: name,
  nameEn,
  aliases,
  parentId,
  active,
})
