import { missing, numberIn } from '../courses/index.ts'
import { issueOf, type TableRow } from '../imports/index.ts'
import { type DateHints, dateHints } from '../kernel/date-parse.ts'
import type { ListCells, ReadSheet } from '../people/index.ts'
import { parseDuration, priorities, withoutOwnNumber } from './foreign-cells.rules.ts'
import { monthOfColumn } from './list.fields.ts'
import type { KnownForPlan } from './list.known.ts'
import { moneyReader } from './list.money.ts'
import { monthWord } from './month-word.ts'
import { quarterOf } from './plan.rules.ts'
import type { LineFields, PlanCost } from './plan.ts'
import { parseWhen } from './when.rules.ts'

/** What one row says of a line; what it does not say is not there. */
export type SaidLine = {
  readonly lineNo: number | null
  readonly topicId: string | null
  readonly fields: Partial<LineFields>
  readonly score: number | null
  /** Kuruş by type. */
  readonly costs: ReadonlyMap<PlanCost['type'], number>
}

const longestNote = 2000

/** Reads the rows of one block; everything doubtful is said at its cell. */
export function planReader(block: ReadSheet, cells: ListCells, known: KnownForPlan, language: 'tr' | 'en') {
  const money = moneyReader(block, known.rates, language)
  const { proposal } = block.seen
  const months = (proposal?.table.columns ?? []).flatMap(({ column, path }) => {
    const month = monthOfColumn(path.at(-1) ?? '')
    return month === undefined ? [] : [{ column, month }]
  })
  const timeColumn = proposal?.resolved.fields.get('planTime')
  const hints: DateHints | undefined =
    timeColumn === undefined ? undefined : dateHints(block.rows.map((row) => row.cells[timeColumn] ?? null))
  const blockNotes = new Set<string>()

  const topicIn = (isStanding: boolean): { readonly topicId: string | null; readonly name: string | null } => {
    const code = known.topic.match(cells.cell('topicCode'))
    const text = cells.limited('topic', 300)
    if (code.kind === 'found') return { topicId: code.topic.id, name: text ?? code.topic.nameTr }
    if (code.kind === 'unknown' && !isStanding) cells.say('W42', 'topicCode', { text: code.text })
    if (text === null) {
      missing(cells, 'topic')
      return { topicId: null, name: null }
    }
    const whole = known.topic.match(text)
    // A line that stands keeps its topic, and its title is what the officer writes.
    if (isStanding) return { topicId: whole.kind === 'found' ? whole.topic.id : null, name: text }
    const bare = withoutOwnNumber(text)
    const match = whole.kind === 'found' || bare === text ? whole : known.topic.match(bare)
    const named = match.kind === 'found' && match.by === 'code' ? match.topic.nameTr : bare
    const name = whole.kind === 'found' && whole.by !== 'code' ? text : named
    if (whole !== match || (whole.kind !== 'found' && bare !== text)) cells.say('W41', 'topic', { text, title: name })
    if (match.kind === 'found' && match.topic.active) return { topicId: match.topic.id, name }
    if (match.kind === 'found') cells.say('E33', 'topic', { topic: name })
    else if (match.kind === 'ambiguous') cells.say('E32', 'topic', { topic: name, count: match.topics.length })
    else {
      const near = match.kind === 'unknown' ? match.near : []
      const suggestions = near.map(({ topic, score }) => ({ value: topic.code, label: topic.nameTr, score }))
      cells.say('W42', 'topic', { text: name }, suggestions)
    }
    return { topicId: null, name }
  }

  const unitIn = (row: TableRow): { readonly unitId?: string; readonly note?: string } => {
    const own = known.unit.match(cells.cell('unit'))
    const match = own.kind === 'none' && row.block !== null ? known.unit.match(row.block) : own
    if (match.kind === 'found') {
      const { unit, by } = match
      if (by === 'abbreviation')
        cells.say('W29', 'unit', { text: cells.text('unit') || (row.block ?? ''), unit: unit.nameTr })
      return { unitId: unit.id }
    }
    if (own.kind !== 'none') cells.say('W35', 'unit', { field: 'unit', text: cells.text('unit') })
    else if (row.block !== null) {
      if (!blockNotes.has(row.block)) cells.say('W47', 'topic', { text: row.block })
      blockNotes.add(row.block)
      return { note: row.block }
    }
    return {}
  }

  const marked = (row: TableRow): readonly number[] =>
    months.filter(({ column }) => String(row.cells[column] ?? '').trim() !== '').map(({ month }) => month)

  const whenIn = (row: TableRow): { month?: number; quarter?: number; days?: number } => {
    const [first, ...others] = marked(row)
    if (first !== undefined) {
      if (others.length > 0) {
        const text = [first, ...others].map((month) => monthWord(month, language)).join(', ')
        const place = { sheet: block.seen.info.name, row: row.row, column: months[0]?.column ?? 0 }
        const value = monthWord(first, language)
        cells.issues.push(issueOf('W39', place, { field: 'planTime', text, value }))
      }
      return { month: first, quarter: quarterOf(first) }
    }
    const field = 'planTime'
    const text = cells.text(field)
    const when = parseWhen(cells.cell(field), known.plan.year, hints)
    const otherYear = (year: number | null, month: string) => {
      if (year !== null && year !== known.plan.year) cells.say('W44', field, { text, year, month })
    }
    switch (when.kind) {
      case 'empty':
        return {}
      case 'open':
        cells.say('W43', field, { text })
        return {}
      case 'duration':
        return { days: when.days }
      case 'quarter':
        otherYear(when.year, `${when.quarter}`)
        return { quarter: when.quarter }
      case 'ambiguous':
        cells.say('E24', field, { field, text, dayFirst: when.dayFirst, monthFirst: when.monthFirst })
        return {}
      case 'wrong':
        cells.say('E47', field, { text })
        return {}
      case 'month': {
        const value = monthWord(when.month, language)
        otherYear(when.year, value)
        if (when.through !== null) cells.say('W39', field, { field, text, value })
        return { month: when.month, quarter: quarterOf(when.month), ...(when.days !== null && { days: when.days }) }
      }
    }
  }

  const quarterIn = (): number | null => {
    const when = parseWhen(cells.cell('quarter'), known.plan.year)
    const number = when.kind === 'quarter' ? when.quarter : when.kind === 'month' && when.month <= 4 ? when.month : null
    if (number === null && when.kind !== 'empty')
      cells.say('W35', 'quarter', { field: 'quarter', text: cells.text('quarter') })
    return number
  }

  /** Lesson hours of the hours' column, of the duration's, or of the days of the date. */
  const hoursIn = (days: number | undefined): number | null => {
    for (const [field, unit] of [
      ['lessonHours', 'hours'],
      ['duration', 'days'],
    ] as const) {
      const text = cells.text(field)
      const duration = parseDuration(cells.cell(field), unit)
      if (duration.kind === 'wrong') cells.say('E22', field, { field, text })
      if (duration.kind !== 'hours') continue
      const hours = Math.round(duration.hours * 2) / 2
      if (hours < 0.5 || hours > 1000) cells.say('E28', field, { field, text, least: 0.5, most: 1000 })
      if (duration.days !== null || hours !== duration.hours)
        cells.say('W39', field, { field: 'lessonHours', text, value: String(hours) })
      return hours
    }
    if (days === undefined) return null
    const text = cells.text('planTime')
    cells.say('W39', 'planTime', { field: 'lessonHours', text, value: String(days * 6) })
    return days * 6
  }

  /** A number of persons; of a range the larger one. */
  const personsIn = (): number | null => {
    const text = cells.text('headCount')
    const range = /^(?:ca\.?|yaklaşık|approx\.?)?\s*(\d{1,5})\s*(?:-|–|\/|to|ile|ila)\s*(\d{1,5})\b/i.exec(text)
    if (!range) return numberIn(cells, 'headCount', { least: 1, most: 100_000 })
    const larger = Math.max(Number(range[1]), Number(range[2]))
    cells.say('W39', 'headCount', { field: 'headCount', text, value: String(larger) })
    return larger
  }

  const giverIn = (field: 'trainer' | 'provider'): string | null => {
    const match = known[field](cells.cell(field))
    if (match.kind === 'unknown') cells.say('W35', field, { field, text: match.text })
    return match.kind === 'found' ? match.key : null
  }

  const priorityIn = (): number | null => {
    const match = known.priority(cells.cell('priority'))
    const text = cells.text('priority')
    if (match.kind === 'unknown') cells.say('W35', 'priority', { field: 'priority', text })
    if (match.kind !== 'found') return null
    const score = priorities[match.key]
    cells.say('W39', 'priority', { field: 'priority', text, value: String(score) })
    return score
  }

  return {
    hasMoney: money.has,
    read: (row: TableRow): SaidLine => {
      const lineNo = numberIn(cells, 'planNo', { least: 1, most: 1_000_000 })
      const { topicId, name } = topicIn(lineNo !== null)
      const { unitId, note } = unitIn(row)
      const { days, ...when } = whenIn(row)
      const persons = personsIn()
      const ownNote = cells.limited('note', longestNote)
      const fields = {
        name,
        level: cells.choice('topicLevel', known.level),
        unitId,
        groups: numberIn(cells, 'groups', { least: 1, most: 500 }),
        groupSize: numberIn(cells, 'groupSize', { least: 1, most: 1000 }),
        personsPlanned: persons,
        lessonHours: hoursIn(days),
        quarter: when.quarter ?? quarterIn(),
        month: when.month,
        providerId: giverIn('provider'),
        trainerId: giverIn('trainer'),
        permissionNo: cells.limited('permissionNo', 80),
        mode: cells.choice('mode', known.mode),
        responsible: cells.limited('responsible', 120),
        note: [note, ownNote].filter(Boolean).join(' · ') || null,
      }
      const said = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
      const costs = money.types.flatMap((type) => {
        const minor = money.costIn(cells, type, persons)
        return minor === undefined ? [] : [[type, minor] as const]
      })
      return {
        lineNo,
        topicId,
        fields: Object.fromEntries(said) as Partial<LineFields>,
        score: priorityIn(),
        costs: new Map(costs),
      }
    },
  }
}
