import { formatDate, istanbulDate } from '../kernel/dates.ts'
import { formatNumber, formatPercent } from '../kernel/numbers.ts'
import type { Unit } from '../people/index.ts'
import type { readBoard } from './board.handlers.ts'
import { departmentsOf, responseRate } from './board.ts'
import { demandOfLine } from './closing.ts'
import type { Cycle } from './cycle.ts'
import { demandKeyText } from './demand.repository.ts'
import { needWords } from './need-words.ts'
import type { rankDemands } from './priority.handlers.ts'
import type { ResultsSummary } from './report.contract.ts'
import type { LineForSums, namedLines } from './report.repository.ts'
import { reportWords } from './report.words.ts'
import { reasonWords } from './results.words.ts'
import { decidedFor } from './summary.ts'

type Language = 'tr' | 'en'

type Demand = Awaited<ReturnType<typeof rankDemands>>['demands'][number]

export type ReportSource = {
  readonly cycle: Cycle
  readonly unit: Unit | undefined
  readonly summary: ResultsSummary
  readonly lines: readonly LineForSums[]
  readonly groups: Parameters<typeof decidedFor>[1]
  readonly topics: ReadonlyMap<string, { readonly name: string }>
  readonly demands: readonly Demand[]
  readonly board: Awaited<ReturnType<typeof readBoard>>
  readonly names: Awaited<ReturnType<typeof namedLines>>
  readonly institution: string
  readonly language: Language
  readonly now: string
}

type Bar = { readonly label: string; readonly value: number; readonly text: string }
type Chart = { readonly title: string; readonly bars: readonly Bar[] }
type Column = { readonly title: string; readonly right: boolean; readonly width: string }
type Table = {
  readonly title: string
  readonly note: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

const barsShown = 12

/** Everything the printed report says, in words and in order; the template only sets it in type. */
export function reportDocument(source: ReportSource) {
  const { cycle, unit, language, now, summary } = source
  const words = reportWords[language]
  const demands = demandsOf(source)
  const tables = [
    demandTable(source, demands),
    unitTable(source),
    ...(source.names.length > 0 ? [peopleTable(source)] : []),
  ]
  const answered = unit ? source.board.rows.find(({ unitId }) => unitId === unit.id)?.below : source.board.total
  const rate = answered ? responseRate(answered) : null
  const stats = [
    [words.stats.lines, number(summary.lines, language)],
    [words.stats.persons, number(summary.persons, language)],
    [words.stats.demands, number(demands.length, language)],
    [words.stats.units, number(summary.units, language)],
    [words.stats.rate, rate === null ? '–' : formatPercent(rate, 1, language)],
  ].map(([label, value]) => ({ label, value }))
  const inIstanbul = (instant: string): string => formatDate(istanbulDate(instant))
  return {
    language,
    institution: source.institution.toLocaleUpperCase('tr'),
    unit: unit?.name ?? words.whole,
    title: words.title,
    cycleName: cycle.name,
    facts: [
      { label: words.number, value: words.numberGap },
      { label: words.date, value: inIstanbul(now) },
      { label: words.about, value: words.subject(cycle.year) },
    ],
    window: words.window(inIstanbul(cycle.opensAt), inIstanbul(cycle.closesAt)),
    summaryTitle: words.summary,
    stats,
    charts: chartsOf(source).filter(({ bars }) => bars.length > 0),
    tables: tables.filter(({ rows }) => rows.length > 0),
    none: summary.lines === 0 ? words.none : '',
    pageWord: words.page,
    fileWord: words.file,
    demandCount: demands.length,
  }
}

const number = (value: number, language: Language): string => formatNumber(value, undefined, language)

function chartsOf({ summary, board, unit, language }: ReportSource): readonly Chart[] {
  const words = reportWords[language]
  const bar = (label: string, value: number): Bar => ({ label, value, text: number(value, language) })
  const shown = (bars: readonly Bar[]): readonly Bar[] => bars.filter(({ value }) => value > 0).slice(0, barsShown)
  const places = unit ? board.rows.filter((row) => row.parentId === unit.id) : departmentsOf(board.rows)
  const rates = places
    .map((row) => ({ label: row.name, rate: responseRate(row.below) }))
    .flatMap(({ label, rate }) =>
      rate === null ? [] : [{ label, value: rate, text: formatPercent(rate, 0, language) }],
    )
    .sort((a, b) => b.value - a.value)
  return [
    {
      title: words.charts.decisions,
      bars: shown(summary.decisions.map(({ decision, lines }) => bar(words.decision[decision], lines))),
    },
    { title: words.charts.topics, bars: shown(summary.topics.map(({ name, persons }) => bar(name, persons))) },
    { title: words.charts.response, bars: rates.slice(0, 30) },
    {
      title: words.charts.reasons,
      bars: shown(
        summary.reasons.map(({ reason, lines }) =>
          bar(reason === null ? words.noReason : needWords[language].reason[reason], lines),
        ),
      ),
    },
    {
      title: words.charts.whyNot,
      bars: shown(
        summary.decisionReasons.map(({ decision, reason, lines }) =>
          bar(
            `${words.decision[decision]}: ${reason === null ? words.noReason : reasonWords[language][reason]}`,
            lines,
          ),
        ),
      ),
    },
  ]
}

type Asked = { readonly demand: Demand; readonly persons: number; readonly units: number }

/** Demands in rank order; of a unit's report only those it asks for, with its own persons. */
function demandsOf({ demands, lines, unit }: ReportSource): readonly Asked[] {
  if (!unit) return demands.map((demand) => ({ demand, persons: demand.persons, units: demand.units }))
  const own = Map.groupBy(lines, (line) => demandKeyText(demandOfLine(line)))
  return demands.flatMap((demand): Asked[] => {
    const asked = own.get(demand.key)
    if (!asked) return []
    const people = new Set(asked.flatMap(({ personId }) => personId ?? [])).size
    const heads = asked.reduce((sum, line) => sum + (line.personId === null ? line.headcount : 0), 0)
    return [{ demand, persons: people + heads, units: new Set(asked.map(({ unitId }) => unitId)).size }]
  })
}

const column = (title: string, width: string, right = false): Column => ({ title, width, right })

function demandTable({ unit, language, topics }: ReportSource, all: readonly Asked[]): Table {
  const words = reportWords[language]
  // A thousand wordings that nobody has named yet would bury the table; a unit wants to see its own.
  const shown = unit ? all : all.filter(({ demand }) => demand.topicId !== null || demand.decision !== 'UNDECIDED')
  const left = all.length - shown.length
  const leftLines =
    all.reduce((sum, { demand }) => sum + demand.lines, 0) - shown.reduce((sum, { demand }) => sum + demand.lines, 0)
  const { columns: c } = words
  return {
    title: words.demandsTitle,
    note: left > 0 ? words.left(number(left, language), number(leftLines, language)) : words.demandsNote,
    columns: [
      column(c.rank, '9mm', true),
      column(c.code, '17mm'),
      column(c.demand, '1fr'),
      column(c.persons, '13mm', true),
      column(c.units, '12mm', true),
      column(c.score, '12mm', true),
      column(c.decision, '42mm'),
      column(c.groups, '11mm', true),
    ],
    rows: shown.map(({ demand, persons, units }) => [
      String(demand.rank),
      demand.code ?? '',
      (demand.topicId === null ? undefined : topics.get(demand.topicId)?.name) ?? demand.name,
      number(persons, language),
      number(units, language),
      formatNumber(demand.score, 1, language),
      decided(words.decision[demand.decision], demand.decisionReason, language),
      demand.decision === 'PLAN' ? number(demand.grouping.groups, language) : '',
    ]),
  }
}

const decided = (word: string, reason: keyof (typeof reasonWords)['tr'] | null, language: Language): string =>
  reason === null ? word : `${word} (${reasonWords[language][reason].toLocaleLowerCase(language)})`

function unitTable({ summary, language }: ReportSource): Table {
  const words = reportWords[language]
  const kinds = ['PLAN', 'DEFER', 'REJECT', 'E_TRAINING', 'UNDECIDED'] as const
  return {
    title: words.unitsTitle,
    note: '',
    columns: [
      column(words.columns.code, '14mm'),
      column(words.columns.unit, '1fr'),
      column(words.columns.persons, '13mm', true),
      column(words.columns.lines, '15mm', true),
      ...kinds.map((kind) => column(words.decision[kind], '19mm', true)),
    ],
    rows: summary.byUnit.map((unit) => [
      unit.code,
      unit.name,
      number(unit.persons, language),
      number(unit.lines, language),
      ...kinds.map((kind) => number(unit.decisions[kind], language)),
    ]),
  }
}

function peopleTable({ names, groups, language }: ReportSource): Table {
  const words = reportWords[language]
  const { columns: c } = words
  return {
    title: words.peopleTitle,
    note: '',
    columns: [
      column(c.registryNo, '20mm'),
      column(c.person, '42mm'),
      column(c.wanted, '1fr'),
      column(c.decision, '48mm'),
    ],
    rows: names.map((line) => {
      const { decision, reason } = decidedFor(line, groups)
      return [
        line.registryNo ?? '',
        line.givenNames === null ? words.heads(line.headcount) : `${line.givenNames} ${line.surname}`,
        (language === 'en' ? (line.topicEn ?? line.topic) : line.topic) ?? line.freeText ?? '',
        decided(words.decision[decision], reason, language),
      ]
    }),
  }
}
