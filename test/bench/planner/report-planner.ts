import { planningHeading } from '../performance-page.ts'
import type { Figures } from '../run-case.ts'

/** Best costs known for the instances of ITC-2007, from the literature. */
export const bestKnown: Readonly<Record<string, number>> = {
  comp03: 64,
  comp04: 35,
  comp06: 27,
  comp08: 37,
  comp09: 96,
  comp10: 4,
  comp11: 0,
  comp13: 59,
  comp14: 51,
  comp15: 62,
  comp16: 18,
  comp17: 56,
  comp18: 61,
  comp19: 57,
  comp20: 4,
}

export type PlannerFigures = {
  readonly machine: string
  readonly date: string
  /** What a reader has to know about the circumstances, in sentences. */
  readonly remark: string
  readonly small: readonly Figures[]
  readonly year: Figures
  /** By instance. */
  readonly itc: ReadonlyMap<string, Figures>
}

const whole = (value: number | undefined): string => Math.round(value ?? 0).toLocaleString('en-US')
const seconds = (milliseconds: number | undefined): string => ((milliseconds ?? 0) / 1000).toFixed(1)
const parts = [
  'preferredQuarter',
  'early',
  'monthLoad',
  'unitAbsence',
  'trainerTravel',
  'roomChanges',
  'otherBuilding',
  'unitMix',
]

/** The planner's part of docs/performance.md. */
export function plannerSection({ machine, date, remark, small, year, itc }: PlannerFigures): readonly string[] {
  const proven = small.filter((one) => Boolean(one.usable))
  const equal = proven.filter((one) => Math.abs((one.ours ?? 0) - (one.optimum ?? 0)) < 1e-4)
  const greedyEqual = proven.filter((one) => Math.abs((one.greedy ?? 0) - (one.optimum ?? 0)) < 1e-4)
  const known = [...itc].map(([name, { cost = 0 }]) => ({ cost, best: bestKnown[name] ?? 0 }))
  const sum = known.reduce((total, { cost }) => total + cost, 0)
  const best = known.reduce((total, one) => total + one.best, 0)
  const bound = year['bound.total'] ?? 0
  return [
    planningHeading,
    '',
    `Written by \`npm run bench -- planner <folder of .ctt files>\`. Last run: ${date}, ${machine}. ${remark}`,
    '',
    '### The sample year',
    '',
    '1,500 trainings, 4,000 sessions, 40,000 enrolments, 40 rooms and 150 trainers of the sample academy, judged by the checker',
    'that shares no code with the search. The bound lets nothing clash; a linear model keeps the load of months and what of',
    'the order of lines sums can say, a small exact model of each line what its people cost. It proves that no schedule can',
    'cost less, not that one so cheap exists.',
    '',
    '| | search | building alone | bound |',
    '|---|---|---|---|',
    `| seconds | ${seconds(year.ms)} | ${seconds(year.greedyMs)} | |`,
    `| of these on the processor | ${seconds(year.cpuMs)} | | |`,
    `| sessions without a place | ${year.unplaced} | ${year.greedyUnplaced} | 0 |`,
    `| hard rules broken | ${year.violations} | | |`,
    `| objective | ${whole(year.objective)} | ${whole(year.greedyObjective)} | ${whole(bound)} |`,
    `| above the bound | ${(((year.objective ?? 0) / bound - 1) * 100).toFixed(1)} % | ${(((year.greedyObjective ?? 0) / bound - 1) * 100).toFixed(1)} % | (wanted: at most 5 %) |`,
    '',
    `Peak memory ${whole(year.rssMb)} MB. Of the objective: ${parts.map((part) => `${part} ${whole(year[`cost.${part}`])}`).join(', ')}. Of the bound: quarter, earliness and load ${whole(year['bound.months'])}; absence, travel, otherBuilding and unitMix ${whole(year['bound.people'])}.`,
    '',
    `One holiday more on the fullest day, which held ${year.hit} sessions: ${seconds(year.replanMs)} s (wanted: under 3), ${year.replanMoved} sessions moved, ${year.replanUnplaced} without a place, ${year.replanViolations} hard rules broken.`,
    '',
    '### Small problems against a proven optimum',
    '',
    `${small.length} problems of ${Math.min(...small.map((one) => one.sessions ?? 0))} to ${Math.max(...small.map((one) => one.sessions ?? 0))} sessions with every hard rule and every wish, each also written as a mixed-integer model`,
    `for HiGHS. HiGHS proved ${proven.length} of them with everything placed in the time it was given; on ${equal.length} of these the search reached the optimum, building`,
    `alone on ${greedyEqual.length}.`,
    '',
    '| problem | sessions | columns | proven optimum | search | building alone | proof, s | search, s |',
    '|---|---|---|---|---|---|---|---|',
    ...small.map(
      (one) =>
        `| ${one.seed} | ${one.sessions} | ${whole(one.columns)} | ${one.usable ? one.optimum?.toFixed(2) : 'not proven'} | ${one.ours?.toFixed(2)} | ${one.greedy?.toFixed(2)} | ${one.proofSeconds?.toFixed(1)} | ${one.placingSeconds?.toFixed(1)} |`,
    ),
    '',
    '### Course timetabling instances of ITC-2007',
    '',
    'Solved by the same search through an adapter, 60 s each, judged by the rules of the competition.',
    '',
    '| instance | hard rules broken | cost | best known | seconds on the processor | million steps |',
    '|---|---|---|---|---|---|',
    ...[...itc].map(
      ([name, { hard, cost, cpuSeconds, steps }]) =>
        `| ${name} | ${hard} | ${cost} | ${bestKnown[name] ?? ''} | ${cpuSeconds?.toFixed(0) ?? ''} | ${((steps ?? 0) / 1e6).toFixed(1)} |`,
    ),
    `| all | ${[...itc.values()].reduce((total, { hard = 0 }) => total + hard, 0)} | ${sum} | ${best} (ratio ${(sum / best).toFixed(2)}, wanted: at most 1.5) | | |`,
    '',
  ]
}
