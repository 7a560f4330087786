import { formatDate, istanbulDate } from '../kernel/dates.ts'
import { formatMoney, formatNumber } from '../kernel/numbers.ts'
import { upperTr } from '../kernel/turkish.ts'
import type { Amounts, UnitBudget } from './budget.rules.ts'
import type { ComparedField, PlanChange } from './change.rules.ts'
import { documentWords } from './document.words.ts'
import { monthWord } from './month-word.ts'
import { isLive, totalsOf } from './plan.rules.ts'
import type { Plan, PlanCost, PlanLine } from './plan.ts'

export type PlanDocumentSource = {
  readonly kind: 'book' | 'approval' | 'changes'
  readonly plan: Plan
  readonly lines: readonly PlanLine[]
  readonly units: readonly UnitBudget[]
  readonly byType: readonly (Amounts & { readonly type: PlanCost['type'] })[]
  readonly changes: readonly PlanChange[]
  readonly institution: string
  readonly language: 'tr' | 'en'
  readonly now: string
}

type Column = { readonly title: string; readonly right: boolean; readonly width: string }
type Table = {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

const column = (title: string, width: string, right = false): Column => ({ title, width, right })

/** Everything a printed document of the plan says, in words and in order; the template only sets it in type. */
export function planDocument(source: PlanDocumentSource) {
  const { kind, plan, language, now } = source
  const words = documentWords[language]
  const number = (value: number) => formatNumber(value, undefined, language)
  const totals = totalsOf(source.lines)
  const stats = (['lines', 'groups', 'persons', 'hours', 'trainerDays'] as const).map((key) => ({
    label: words.stats[key],
    value: number(totals[key]),
  }))
  const cost = formatMoney(totals.plannedMinor, language)
  const revision = plan.revision === 0 ? '' : ` · ${words.revision(plan.revision)}`
  const { approvedNo, approvedOn } = plan
  const standing = approvedNo && approvedOn ? words.approved(approvedNo, formatDate(approvedOn)) : words.notApproved
  return {
    kind,
    language,
    landscape: kind !== 'approval',
    institution: upperTr(source.institution),
    title: words.titles[kind],
    subtitle: `${plan.year}${revision}`,
    facts: [
      { label: words.facts.number, value: approvedNo ?? words.facts.gap },
      { label: words.facts.date, value: formatDate(approvedOn ?? istanbulDate(now)) },
      { label: words.facts.about, value: `${plan.year} ${words.subject[kind].toLocaleLowerCase(language)}` },
    ],
    notes: kind === 'approval' ? [] : [standing, ...(plan.changeReason ? [words.reasonOf(plan.changeReason)] : [])],
    stats: kind === 'changes' ? [] : [...stats, { label: words.stats.planned, value: cost }],
    addressee: kind === 'approval' ? words.addressee : '',
    paragraphs:
      kind === 'approval'
        ? [...words.request(plan.year, number(totals.lines), number(totals.groups), number(totals.persons), cost)]
        : [],
    charts: kind === 'book' ? chartsOf(source) : [],
    tables: tablesOf(source).filter(({ rows }) => rows.length > 0),
    none: kind === 'changes' && source.changes.length === 0 ? words.noChange : '',
    signatures: signaturesOf(plan, words.signature),
    consent: kind === 'book' ? '' : words.consent,
    consentDate: approvedOn ? formatDate(approvedOn) : '…… / …… / ………',
    pageWord: words.page,
    fileName: `${plan.year}${plan.revision === 0 ? '' : ` R${plan.revision}`} ${words.files[kind]}.pdf`,
  }
}

/** Names with their duties below; an empty line to sign on where nobody is named yet. */
function signaturesOf({ approvers }: Plan, gap: string) {
  if (approvers.length === 0) return [{ name: '……………………………', duty: gap }]
  return approvers.map((text) => {
    const [name = '', ...duty] = text.split(',')
    return { name: name.trim(), duty: duty.join(',').trim() }
  })
}

function chartsOf({ lines, byType, language }: PlanDocumentSource) {
  const words = documentWords[language]
  const live = lines.filter(isLive)
  const bar = (label: string, value: number, text = formatNumber(value, undefined, language)) => ({
    label,
    value,
    text,
  })
  const sum = (own: readonly PlanLine[], of: (line: PlanLine) => number) =>
    own.reduce((total, line) => total + of(line), 0)
  const months = Array.from({ length: 12 }, (_, at) => at + 1).map((month) =>
    bar(
      monthWord(month, language),
      sum(
        live.filter((line) => line.month === month),
        ({ groups }) => groups,
      ),
    ),
  )
  const categories = [...Map.groupBy(live, ({ category }) => category ?? '–')]
    .map(([name, own]) =>
      bar(
        name,
        sum(own, ({ personsPlanned }) => personsPlanned),
      ),
    )
    .sort((a, b) => b.value - a.value)
    .slice(0, 12)
  const types = byType.map(({ type, plannedMinor }) =>
    bar(words.cost[type], plannedMinor, formatMoney(plannedMinor, language)),
  )
  return [
    { title: words.charts.months, bars: months.some(({ value }) => value > 0) ? months : [] },
    { title: words.charts.categories, bars: categories },
    { title: words.charts.types, bars: types },
  ].filter(({ bars }) => bars.length > 0)
}

function tablesOf(source: PlanDocumentSource): readonly Table[] {
  if (source.kind === 'approval') return []
  return source.kind === 'changes' ? [changeTable(source)] : [lineTable(source), unitTable(source), typeTable(source)]
}

function lineTable({ lines, language }: PlanDocumentSource): Table {
  const words = documentWords[language]
  const { columns: c } = words
  const when = ({ month, quarter }: PlanLine) =>
    month !== null ? monthWord(month, language) : quarter === null ? '' : words.quarter(quarter)
  return {
    title: words.tables.lines,
    columns: [
      ...[column(c.no, '10mm', true), column(c.code, '18mm'), column(c.name, '1fr'), column(c.level, '34mm')],
      ...[column(c.groups, '13mm', true), column(c.persons, '14mm', true), column(c.hours, '13mm', true)],
      ...[column(c.when, '24mm'), column(c.giver, '46mm'), column(c.cost, '30mm', true)],
    ],
    rows: lines
      .filter(isLive)
      .map((line) => [
        String(line.lineNo),
        line.code ?? '',
        line.name,
        words.level[line.level],
        formatNumber(line.groups, undefined, language),
        formatNumber(line.personsPlanned, undefined, language),
        formatNumber(line.lessonHours, undefined, language),
        when(line),
        line.trainer ?? line.provider ?? '',
        formatMoney(line.plannedMinor, language),
      ]),
  }
}

const spaceless = '\u00a0\u00a0'

function unitTable({ units, language }: PlanDocumentSource): Table {
  const { columns: c, tables, whole } = documentWords[language]
  return {
    title: tables.units,
    columns: [
      column(c.unit, '1fr'),
      column(c.cost, '38mm', true),
      column(c.actual, '38mm', true),
      column(c.ceiling, '38mm', true),
    ],
    rows: units.map(({ name, depth, plannedMinor, actualMinor, ceiling }) => [
      `${spaceless.repeat(name === null ? 0 : depth)}${name ?? whole}`,
      formatMoney(plannedMinor, language),
      formatMoney(actualMinor, language),
      ceiling ? formatMoney(ceiling.amountLira * 100, language) : '',
    ]),
  }
}

function typeTable({ byType, language }: PlanDocumentSource): Table {
  const { columns: c, tables, cost } = documentWords[language]
  return {
    title: tables.types,
    columns: [
      column(c.type, '1fr'),
      column(c.cost, '40mm', true),
      column(c.committed, '40mm', true),
      column(c.actual, '40mm', true),
    ],
    rows: byType.map(({ type, ...row }) => [
      cost[type],
      formatMoney(row.plannedMinor, language),
      formatMoney(row.committedMinor, language),
      formatMoney(row.actualMinor, language),
    ]),
  }
}

function changeTable({ changes, language }: PlanDocumentSource): Table {
  const words = documentWords[language]
  const { columns: c } = words
  const said = (field: ComparedField, value: string | number | null): string =>
    `${words.field[field]}: ${valueText(field, value, language)}`
  return {
    title: words.tables.changes,
    columns: [
      ...[column(c.no, '10mm', true), column(c.code, '18mm'), column(c.name, '1fr'), column(c.change, '26mm')],
      ...[column(c.before, '50mm'), column(c.after, '50mm'), column(c.why, '55mm')],
    ],
    rows: changes.map(({ kind, line, fields, reason }) => [
      String(line.lineNo),
      line.code ?? '',
      line.name,
      words.kind[kind],
      fields.map(({ field, before }) => said(field, before)).join('\n'),
      fields.map(({ field, after }) => said(field, after)).join('\n'),
      (reason && reason in words.reason ? words.reason[reason as keyof typeof words.reason] : reason) ?? '',
    ]),
  }
}

function valueText(field: ComparedField, value: string | number | null, language: 'tr' | 'en'): string {
  const words = documentWords[language]
  if (value === null || value === '') return '–'
  if (typeof value === 'number') {
    if (field === 'plannedMinor') return formatMoney(value, language)
    return field === 'month' ? monthWord(value, language) : formatNumber(value, undefined, language)
  }
  if (field === 'level') return words.level[value as PlanLine['level']]
  return field === 'mode' ? words.mode[value as PlanLine['mode']] : value
}
