import { writePage } from './performance-page.ts'

type Result = Readonly<Record<string, number>>

export type Measured = {
  readonly machine: string
  readonly importFloor: readonly Result[]
  readonly importAkademi: readonly Result[]
  readonly exportFloor: readonly Result[]
  readonly exportAkademi: readonly Result[]
  readonly screens: readonly Result[]
  readonly start: readonly Result[]
  readonly frames: readonly Result[]
  readonly plan: readonly Result[]
}

const sorted = (results: readonly Result[], key: string): readonly number[] =>
  results.map((result) => result[key] ?? 0).sort((a, b) => a - b)

const median = (results: readonly Result[], key: string): number =>
  sorted(results, key)[Math.floor(results.length / 2)] ?? 0

const whole = (value: number): string => Math.round(value).toLocaleString('en-US')

const spread = (results: readonly Result[], key: string): string => {
  const values = sorted(results, key)
  return `${whole(median(results, key))} (${whole(values[0] ?? 0)}–${whole(values.at(-1) ?? 0)})`
}

const ratio = (ours: readonly Result[], floor: readonly Result[], key: string): string =>
  (median(ours, key) / median(floor, key)).toFixed(2)

/** Writes docs/performance.md: medians with their range, and the ratio to the yardstick of the same run. */
export async function report(measured: Measured): Promise<void> {
  const { importFloor, importAkademi, exportFloor, exportAkademi, screens, start, frames, plan } = measured
  const screen = (name: string, key: string, limit: string) =>
    `| ${name} | ${spread(screens, key)} | ${spread(screens, `${key}First`)} | ${limit} |`
  const board = (name: string, key: string) =>
    `| ${name} | ${['Opened', 'Mean', 'Longest', 'Over100'].map((one) => spread(plan, key + one)).join(' | ')} |`
  const lines = [
    '# Performance',
    '',
    `Written by \`npm run bench\`. Every case ran ${start.length} times in a process of its own; shown are the median and, in brackets, the`,
    'fastest and slowest run. Ratios compare cases of the same run, so they carry over to other machines; milliseconds do not.',
    '',
    `Last run: ${new Date().toISOString().slice(0, 10)}, ${measured.machine}.`,
    '',
    '## Import of 100,000 × 14',
    '',
    'From the file on disk to the committed needs: every row read, matched to 25,000 staff, 135 units and 202 topics, checked,',
    'written with its log entry and checksums. The yardstick reads the same file with the stream of hucre and inserts the rows',
    'with one prepared statement into the same table with the same indexes; it matches and checks nothing.',
    '',
    '| case | ms | peak memory, MB | needs |',
    '|---|---|---|---|',
    `| Akademi | ${spread(importAkademi, 'ms')} | ${spread(importAkademi, 'rssMb')} | ${whole(median(importAkademi, 'lines'))} |`,
    `| yardstick | ${spread(importFloor, 'ms')} | ${spread(importFloor, 'rssMb')} | ${whole(median(importFloor, 'lines'))} |`,
    `| ratio | ${ratio(importAkademi, importFloor, 'ms')} | ${ratio(importAkademi, importFloor, 'rssMb')} | (wanted: at most 1.5 and 1.5) |`,
    '',
    '## Export of the results of 100,000 needs',
    '',
    'With drop-downs on the decisions, frozen header, filters and widths. The yardstick is a bare writer of a hundred lines that is',
    'given the finished cells in memory, has none of these and deflates on the thread it runs on; Akademi reads the store, ranks',
    'the demands and works out every decision first, and deflates on other threads.',
    '',
    '| case | ms | peak memory, MB | rows |',
    '|---|---|---|---|',
    `| Akademi | ${spread(exportAkademi, 'ms')} | ${spread(exportAkademi, 'rssMb')} | ${whole(median(exportAkademi, 'lines'))} |`,
    `| bare writer | ${spread(exportFloor, 'ms')} | ${spread(exportFloor, 'rssMb')} | ${whole(median(exportFloor, 'lines'))} |`,
    `| ratio | ${ratio(exportAkademi, exportFloor, 'ms')} | | (wanted: at most 1.3) |`,
    '',
    '## What the officer waits for',
    '',
    'On the sample academy (25,000 staff, 60,000 needs), in milliseconds, answered by the service.',
    '',
    '| what | again | first time | wanted |',
    '|---|---|---|---|',
    screen('Re-ranking all demands with other weights', 'rerank', 'under 3,000'),
    screen('Needs list opens', 'gridOpen', 'under 1,000'),
    screen('Needs list sorted by person', 'gridSort', 'under 1,000'),
    screen('Needs list, rows 40,000 to 40,200 by urgency', 'gridDeep', 'under 1,000'),
    screen('Needs list filtered', 'gridFilter', 'under 1,000'),
    screen('Search in the needs', 'gridSearch', 'under 300'),
    screen('Search for staff', 'staffSearch', 'under 300'),
    screen('Search for topics', 'topicSearch', 'under 300'),
    screen('Response board', 'board', 'under 1,000'),
    '',
    `From the command to the address: ${spread(start, 'listening')} ms; to a window that can be used: ${spread(start, 'usable')} ms (wanted: under 2,000).`,
    '',
    `While a workbook of 100,000 rows is checked and committed on screen (${whole(median(frames, 'committed'))} ms), the window draws ${whole(median(frames, 'frames'))} frames;`,
    `the longest gap between two is ${spread(frames, 'longest')} ms, and ${spread(frames, 'over100')} gaps are above 100 (wanted: none). The long ones are`,
    'where a table of findings appears.',
    '',
    `While the year is placed from the beginning, the longest gap is ${spread(plan, 'placingLongest')} ms, and ${spread(plan, 'placingOver100')} are above 100 (wanted: none).`,
    '',
    `With ${whole(median(plan, 'sessions'))} sessions in the year (1920×1080, a wheel turned ninety times across and down):`,
    '',
    '| board | opens, ms | mean gap, ms | longest gap, ms | gaps above 100 ms |',
    '|---|---|---|---|---|',
    board('rooms × days', 'rooms'),
    board('trainers × days', 'trainers'),
    '',
  ]
  await writePage('store', lines)
  process.stdout.write(`${lines.join('\n')}\n`)
}
