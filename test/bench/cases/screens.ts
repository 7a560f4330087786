import { openBench, program, tellResult, timed } from '../bench-store.ts'

/** What the officer waits for on the sample academy: each answer once cold, then the median of nine. */
const [folder = ''] = process.argv.slice(2)
const academy = await openBench(folder)
const run = (name: string, input?: unknown) => academy.dispatcher.run(name, input, program) as Promise<never>
const { cycles } = (await run('needs.listCycles')) as {
  cycles: readonly { id: string; year: number; weights: Record<string, number> }[]
}
const [cycle] = cycles
const cycleId = cycle?.id ?? ''

const page = (part: object) => run('needs.listNeeds', { cycleId, page: part })
const cases: Readonly<Record<string, () => Promise<unknown>>> = {
  rerank: () => run('needs.priorities', { cycleId, weights: { ...cycle?.weights, legal: 55, urgency: 3 } }),
  gridOpen: () => page({}),
  gridSort: () => page({ sort: [{ column: 'person', descending: true }] }),
  gridDeep: () => page({ start: 40_000, end: 40_200, sort: [{ column: 'urgency', descending: true }] }),
  gridFilter: () => page({ filter: { urgency: { kind: 'between', from: 4, to: 5 } } }),
  gridSearch: () => page({ search: 'isik excel' }),
  staffSearch: () => run('people.searchStaff', { text: 'yilmaz ays' }),
  topicSearch: () => run('courses.topicOptions', { search: 'iletisim' }),
  board: () => run('needs.board', { cycleId }),
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const result: Record<string, number> = {}
for (const [name, work] of Object.entries(cases)) {
  const times: number[] = []
  for (let n = 0; n < 9; n++) times.push((await timed(work)).ms)
  result[name] = median(times)
  result[`${name}First`] = times[0] ?? 0
}
await academy.close()
tellResult(result)
