import type { ListChange } from '../courses/index.ts'
import { type ImportIssue, issueOf } from '../imports/index.ts'
import { formatMoney } from '../kernel/numbers.ts'
import { fold } from '../kernel/turkish.ts'
import { groupsFor } from '../needs/index.ts'
import { type ListCells, listCells, type ReadSheet } from '../people/index.ts'
import { documentWords } from './document.words.ts'
import { costFields } from './list.fields.ts'
import type { KnownForPlan } from './list.known.ts'
import { planReader, type SaidLine } from './list.reader.ts'
import { monthWord } from './month-word.ts'
import { isLive, levelDefaults } from './plan.rules.ts'
import { costTypes, type LineFields, type PlanCost, type PlanLine } from './plan.ts'

/** A line that the workbook adds. Null costs are computed, because the sheet has no money in it. */
export type AddedLine = {
  readonly topicId: string | null
  readonly fields: LineFields
  readonly score: number | null
  readonly costs: ReadonlyMap<PlanCost['type'], number> | null
}

export type ChangedLine = {
  readonly line: PlanLine
  readonly fields: LineFields
  readonly costs: ReadonlyMap<PlanCost['type'], number>
}

export type PlanListAnalysis = {
  readonly issues: readonly ImportIssue[]
  readonly changes: readonly ListChange[]
  readonly rows: number
  readonly same: number
  readonly added: readonly AddedLine[]
  readonly changed: readonly ChangedLine[]
}

const fieldColumns = {
  name: 'topic',
  level: 'topicLevel',
  unitId: 'unit',
  groups: 'groups',
  groupSize: 'groupSize',
  personsPlanned: 'headCount',
  lessonHours: 'lessonHours',
  quarter: 'quarter',
  month: 'planTime',
  providerId: 'provider',
  trainerId: 'trainer',
  permissionNo: 'permissionNo',
  mode: 'mode',
  responsible: 'responsible',
  note: 'note',
} as const satisfies Readonly<Record<keyof LineFields, string>>

const hasBegun = ({ state }: PlanLine): boolean => state === 'RUNNING' || state === 'DONE'

/** What an officer could have written into a line as it stands. */
export const fieldsOfLine = (line: PlanLine): LineFields =>
  Object.fromEntries(
    (Object.keys(fieldColumns) as (keyof LineFields)[]).map((field) => [field, line[field]]),
  ) as LineFields

const plannedOf = (line: PlanLine): ReadonlyMap<PlanCost['type'], number> =>
  new Map(line.costs.map(({ type, plannedMinor }) => [type, plannedMinor]))

/** What the blocks of a sheet add to a plan and change in it. A line is known by its number; a row without one is new. */
export function analysePlanList(
  blocks: readonly ReadSheet[],
  known: KnownForPlan,
  options: { readonly language: 'tr' | 'en'; readonly responsible: string },
): PlanListAnalysis {
  const { language } = options
  const issues: ImportIssue[] = []
  const changes: ListChange[] = []
  const added: AddedLine[] = []
  const changed: ChangedLine[] = []
  const rowsOf = new Map<number, number>()
  const seen = new Map<string, number>()
  let rows = 0
  let same = 0

  const show = (field: keyof LineFields, value: unknown): string | null => {
    if (value === null || value === undefined || value === '') return null
    const words = documentWords[language]
    if (field === 'level') return words.level[value as PlanLine['level']]
    if (field === 'mode') return words.mode[value as PlanLine['mode']]
    if (field === 'month') return monthWord(Number(value), language)
    if (field === 'unitId') return known.names.unit.get(String(value)) ?? null
    if (field === 'trainerId') return known.names.trainer.get(String(value)) ?? null
    if (field === 'providerId') return known.names.provider.get(String(value)) ?? null
    return String(value)
  }

  const differences = (
    before: LineFields | null,
    after: LineFields,
    costs: readonly (readonly [PlanCost['type'], number | null, number | null])[],
  ): ListChange['fields'] => [
    ...(Object.keys(fieldColumns) as (keyof LineFields)[])
      .filter((field) => (before ? before[field] !== after[field] : after[field] !== null && field !== 'name'))
      .map((field) => ({
        field: fieldColumns[field],
        from: before && show(field, before[field]),
        to: show(field, after[field]),
      })),
    ...costs.map(([type, from, to]) => ({
      field: costFields[type],
      from: from === null ? null : formatMoney(from, language),
      to: to === null ? null : formatMoney(to, language),
    })),
  ]

  const change = (line: PlanLine, said: SaidLine, cells: ListCells, row: number) => {
    const before = fieldsOfLine(line)
    // A month of another quarter takes its quarter along, and a quarter said alone must fit the month that stands.
    const fields = { ...before, ...said.fields }
    const costs = [...said.costs].filter(([type, minor]) => (plannedOf(line).get(type) ?? 0) !== minor)
    const different = differences(
      before,
      fields,
      costs.map(([type, minor]) => [type, plannedOf(line).get(type) ?? null, minor]),
    )
    const stateText = cells.text('lineState')
    const words = [stateWords.tr[line.state], stateWords.en[line.state]].map(fold)
    if (stateText !== '' && !words.includes(fold(stateText)))
      cells.say('W49', 'lineState', { field: 'lineState', text: stateText })
    if (said.topicId !== null && said.topicId !== line.topicId)
      cells.say('W49', 'topicCode', { field: 'topic', text: cells.text('topicCode') || cells.text('topic') })
    if (different.length === 0) {
      same++
      return
    }
    if (!isLive(line) || hasBegun(line)) cells.say('E44', 'planNo', { number: line.lineNo, name: line.name })
    if (cells.isWrong()) return
    changed.push({ line, fields, costs: new Map(costs) })
    changes.push({ kind: 'changed', row: row + 1, id: line.id, name: line.name, fields: different })
  }

  const add = (said: SaidLine, cells: ListCells, row: number, hasMoney: boolean) => {
    const stateText = cells.text('lineState')
    if (stateText !== '') cells.say('W49', 'lineState', { field: 'lineState', text: stateText })
    const { name } = said.fields
    if (name === undefined || cells.isWrong()) return
    const standing = known.liveNames.get(said.topicId ?? fold(name))
    if (standing) cells.say('W45', 'topic', { number: standing.lineNo, name: standing.name })
    const fields = completed(said, name, known, cells, options.responsible)
    const costs = hasMoney ? said.costs : null
    added.push({ topicId: said.topicId, fields, score: said.score, costs })
    const money = [...said.costs].map(([type, minor]) => [type, null, minor] as const)
    changes.push({ kind: 'new', row: row + 1, id: null, name, fields: differences(null, fields, money) })
  }

  for (const block of blocks) {
    const cells = listCells(block)
    const reader = planReader(block, cells, known, language)
    for (const row of block.rows) {
      rows++
      cells.open(row)
      const said = reader.read(row)
      if (said.lineNo === null) {
        const text = JSON.stringify([said.topicId, said.fields, [...said.costs]])
        const first = seen.get(text)
        if (first !== undefined && said.fields.name !== undefined) {
          cells.say('W36', 'topic', { row: first + 1 })
          continue
        }
        seen.set(text, row.row)
        add(said, cells, row.row, reader.hasMoney)
        continue
      }
      const first = rowsOf.get(said.lineNo)
      rowsOf.set(said.lineNo, first ?? row.row)
      const line = known.lines.get(said.lineNo)
      if (first !== undefined) cells.say('E29', 'planNo', { text: String(said.lineNo), row: first + 1 })
      else if (!line) cells.say('E43', 'planNo', { number: String(said.lineNo) })
      else change(line, said, cells, row.row)
    }
    issues.push(...block.issues, ...cells.issues)
  }
  if (rows === 0 && blocks[0]?.seen.proposal) issues.push(issueOf('E10', { sheet: blocks[0].seen.info.name }, {}))
  return { issues, changes, rows, same, added, changed }
}

/** States as the workbook names them. */
export const stateWords: Readonly<Record<'tr' | 'en', Readonly<Record<PlanLine['state'], string>>>> = {
  tr: {
    PROPOSED: 'Öneri',
    APPROVED: 'Onaylı',
    SCHEDULED: 'Takvimde',
    RUNNING: 'Sürüyor',
    DONE: 'Yapıldı',
    MOVED: 'Ertelendi',
    CANCELLED: 'İptal',
    CARRIED_OVER: 'Gelecek yıla kaldı',
  },
  en: {
    PROPOSED: 'Proposed',
    APPROVED: 'Approved',
    SCHEDULED: 'Scheduled',
    RUNNING: 'Running',
    DONE: 'Done',
    MOVED: 'Moved',
    CANCELLED: 'Cancelled',
    CARRIED_OVER: 'Carried over',
  },
}

/** A new line with what the row left out; each value that had to be taken is said. */
function completed(
  { fields, topicId }: SaidLine,
  name: string,
  known: KnownForPlan,
  cells: ListCells,
  responsible: string,
): LineFields {
  const topic = topicId === null ? undefined : known.topics.get(topicId)
  const level = fields.level ?? topic?.level ?? 'ONE_DAY'
  const standard = levelDefaults[level]
  const took = (field: 'headCount' | 'lessonHours', value: number) => {
    cells.say('W40', field, { field, value: String(value) })
    return value
  }
  const groupSize = fields.groupSize ?? standard.groupSize
  const personsPlanned = fields.personsPlanned ?? took('headCount', groupSize * (fields.groups ?? 1))
  const grouping = groupsFor(personsPlanned, groupSize, standard.groupMinimum)
  const usual = topic && topic.lessonHoursTenths > 0 ? topic.lessonHoursTenths / 10 : standard.lessonHours
  return {
    unitId: null,
    quarter: null,
    month: null,
    providerId: null,
    trainerId: null,
    permissionNo: null,
    note: null,
    responsible,
    ...fields,
    name,
    level,
    groupSize,
    personsPlanned,
    groups: fields.groups ?? Math.max(1, grouping.groups),
    lessonHours: fields.lessonHours ?? took('lessonHours', usual),
    mode: fields.mode ?? standard.mode,
  }
}

/** Costs of a line in the shape in which they are kept: planned amounts by type, the rest as it was. */
export const costsFrom = (
  planned: ReadonlyMap<PlanCost['type'], number>,
  standing: readonly PlanCost[],
): readonly PlanCost[] => {
  const before = new Map(standing.map((cost) => [cost.type, cost]))
  return costTypes.flatMap((type) => {
    const cost = before.get(type)
    const plannedMinor = planned.get(type) ?? cost?.plannedMinor ?? 0
    if (!cost && plannedMinor === 0) return []
    const fresh = { committedMinor: 0, actualMinor: 0, includesLodgingMeals: false, documentNo: null }
    return [{ ...fresh, ...cost, type, plannedMinor }]
  })
}
