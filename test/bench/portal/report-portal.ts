import type { Figures } from '../run-case.ts'

type Runs = readonly Figures[]

export type Measured = {
  readonly machine: string
  /** Other processes that ran on average when it began. */
  readonly busy: number
  readonly commands: number
  readonly seconds: number
  readonly connections: number
  readonly sync: { readonly akademi: Runs; readonly pouchdb: Runs }
  readonly submit: Readonly<Record<'sqlite' | 'sqliteFloor' | 'postgres' | 'postgresFloor', Runs>>
  /** Forced writes a form, with one caller and with many. */
  readonly syncs: { readonly one: Figures; readonly many: Figures }
  readonly long: Figures
  readonly processes: Runs
  readonly sizes: readonly number[]
  readonly growth: Runs
}

const median = (runs: Runs, key: string): number =>
  runs.map((run) => run[key] ?? 0).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0

const whole = (value: number): string => Math.round(value).toLocaleString('en-US')

const share = (ours: Runs, others: Runs, key: string): string => (median(ours, key) / median(others, key)).toFixed(2)

/** The staff of a municipality, what the busiest hour of a window brings, and how far one process reaches. */
const staff = 25_000
const inBusiestHour = 2000

/** The part of docs/performance.md about the portal. */
export function portalLines(measured: Measured): readonly string[] {
  const { sync, submit, syncs, long, processes, sizes, growth, commands } = measured
  const { akademi, pouchdb } = sync
  const missing = (pouchdb[0]?.missing ?? 0) === 1
  const peer = (key: string) => (missing ? 'not installed' : whole(median(pouchdb, key)))
  const times = (key: string) => (missing ? '–' : share(pouchdb, akademi, key))
  const forms = (name: string, runs: Runs) =>
    `| ${name} | ${whole(median(runs, 'aSecond'))} | ${median(runs, 'p50').toFixed(1)} | ${median(runs, 'p99').toFixed(1)} | ${whole(median(runs, 'memory'))} |`
  const reach = median(submit.sqlite, 'aSecond')
  const tenfold = (inBusiestHour * 10) / 3600
  return [
    '## The portal',
    '',
    `Written by \`npm run bench -- portal\`. ${measured.machine}; ${measured.busy.toFixed(1)} other processes were running on average when it began. Medians, every case in processes of its own; caller and portal share the cores.`,
    '',
    `### ${whole(commands)} small commands up, and down to a second desktop`,
    '',
    'Each command adds a person; the portal authorises it, checks it against what it was based on, runs it, logs it and keeps its result. PouchDB copies as many documents of the same fields to a server of the CouchDB protocol (express-pouchdb on LevelDB) over the same loopback, and checks nothing.',
    '',
    '| | Akademi, ms | PouchDB, ms | times as fast | wanted |',
    '|---|---|---|---|---|',
    `| push | ${whole(median(akademi, 'push'))} | ${peer('push')} | ${times('push')} | at least 1.5 |`,
    `| pull | ${whole(median(akademi, 'pull'))} | ${peer('pull')} | ${times('pull')} | at least 4 |`,
    '',
    `The same rows put into the same table by better-sqlite3 alone: ${whole(median(akademi, 'upserts'))} ms; the pull reaches ${share(
      akademi.map((run) => ({ share: (run.upserts ?? 0) * 100 })),
      akademi.map((run) => ({ share: run.pull ?? 1 })),
      'share',
    )} % of that speed, the network and the second check included (wanted: 50). A round with nothing to do: ${median(akademi, 'idle').toFixed(1)} ms (wanted: under 20). The portal took ${whole(median(akademi, 'portalMb'))} MB.`,
    '',
    '### Forms of needs',
    '',
    `Over ${measured.connections} connections, a form of two lines each. The yardstick adds the two lines through bare Fastify and the same driver: it asks nobody who they are, checks nothing, and keeps no log, sums, feed or mail.`,
    '',
    '| | forms a second | median, ms | 99 of 100 within, ms | memory, MB |',
    '|---|---|---|---|---|',
    forms('Akademi on SQLite', submit.sqlite),
    forms('yardstick on SQLite', submit.sqliteFloor),
    forms('Akademi on PostgreSQL', submit.postgres),
    forms('yardstick on PostgreSQL', submit.postgresFloor),
    '',
    `Of the yardstick: ${share(submit.sqlite, submit.sqliteFloor, 'aSecond')} on SQLite, ${share(submit.postgres, submit.postgresFloor, 'aSecond')} on PostgreSQL (wanted: 0.6). What is forced to the disk for a form: ${syncs.one.syncs} times with one caller, ${syncs.many.syncs} with many on SQLite, ${median(submit.postgres, 'syncs').toFixed(2)} on PostgreSQL; forms that come together share one transaction.`,
    '',
    `For ${whole(measured.seconds)} s: ${whole(long.aSecond ?? 0)} forms a second, 99 of 100 within ${whole(long.p99 ?? 0)} ms, memory from ${long.memoryBefore} to ${long.memory} MB.`,
    '',
    '### How it grows',
    '',
    '![Forms a second by processes and by need lines](pictures/growth.svg)',
    '',
    '| processes on one PostgreSQL | forms a second | 99 of 100 within, ms |',
    '|---|---|---|',
    ...processes.map((run, at) => `| ${at + 1} | ${whole(run.aSecond ?? 0)} | ${whole(run.p99 ?? 0)} |`),
    '',
    '| need lines there already | forms a second | 99 of 100 within, ms |',
    '|---|---|---|',
    ...growth.map((run, at) => `| ${whole(sizes[at] ?? 0)} | ${whole(run.aSecond ?? 0)} | ${whole(run.p99 ?? 0)} |`),
    '',
    `Commands stand in one line, so more processes do not write faster; they answer more readers and let one be replaced. A municipality of ${whole(staff)} staff sends about ${whole(inBusiestHour)} forms in its busiest hour, ${(inBusiestHour / 3600).toFixed(2)} a second; one ten times larger ${whole(inBusiestHour * 10)}, ${tenfold.toFixed(1)} a second, and keeps 600,000 need lines instead of 60,000. One process on SQLite takes ${whole(reach)} a second here, ${whole(reach / tenfold)} times that; each form comes with some twenty autosaves, which are shorter.`,
  ]
}
