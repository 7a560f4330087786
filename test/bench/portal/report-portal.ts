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
    `| ${name} | ${whole(median(runs, 'aSecond'))} | ${median(runs, 'p50').toFixed(1)} | ${median(runs, 'p99').toFixed(1)} | ${median(runs, 'cpuMs').toFixed(2)} | ${whole(median(runs, 'memory'))} |`
  const reach = median(submit.sqlite, 'aSecond')
  const tenfold = (inBusiestHour * 10) / 3600
  const overPostgres = median(submit.postgres, 'aSecond')
  const rowsASecond = (commands * 1000) / median(akademi, 'pull')
  return [
    '## The portal',
    '',
    `Written by \`npm run bench -- portal\`. Last run: ${new Date().toISOString().slice(0, 10)}, ${measured.machine}; ${measured.busy.toFixed(1)} other processes were running on average when it began. Medians, every case in processes of its own; caller and portal share the cores.`,
    '',
    ...(commands < 100_000
      ? [
          `Made small: meant are 100,000 commands, ten minutes and 1,000,000 need lines; these are ${whole(commands)} commands, ${measured.seconds} s and up to ${whole(sizes.at(-1) ?? 0)} lines. Short runs are of a process that is not warm yet, and on a machine that others use only ratios of processor time mean much.`,
          '',
        ]
      : []),
    `### ${whole(commands)} small commands up, and down to a second desktop`,
    '',
    'Each command adds a person; the portal authorises it, checks it against what it was based on, runs it, logs it and keeps its result. PouchDB copies as many documents of the same fields to a server of the CouchDB protocol (express-pouchdb on LevelDB) over the same loopback, and checks nothing.',
    '',
    '| | Akademi, ms | PouchDB, ms | times as fast | wanted |',
    '|---|---|---|---|---|',
    `| push | ${whole(median(akademi, 'push'))} | ${peer('push')} | ${times('push')} | at least 1.5 |`,
    `| pull | ${whole(median(akademi, 'pull'))} | ${peer('pull')} | ${times('pull')} | at least 4 |`,
    `| push, processor of both ends | ${whole(median(akademi, 'pushCpu'))} | ${peer('pushCpu')} | ${times('pushCpu')} | |`,
    `| pull, processor of both ends | ${whole(median(akademi, 'pullCpu'))} | ${peer('pullCpu')} | ${times('pullCpu')} | |`,
    '',
    `The same rows put into the same table by better-sqlite3 alone: ${whole(median(akademi, 'upserts'))} ms; the pull reaches ${share(
      akademi.map((run) => ({ share: (run.upserts ?? 0) * 100 })),
      akademi.map((run) => ({ share: run.pull ?? 1 })),
      'share',
    )} % of that speed, the portal's pages, the network, what is kept aside, logged and summed included (wanted: 50); by the desktop's processor alone ${share(
      akademi.map((run) => ({ share: (run.upsertsCpu ?? 0) * 100 })),
      akademi.map((run) => ({ share: run.pullDeskCpu ?? 1 })),
      'share',
    )} %. A round with nothing to do: ${median(akademi, 'idle').toFixed(1)} ms (wanted: under 20). The portal took ${whole(median(akademi, 'portalMb'))} MB.`,
    '',
    '### Forms of needs',
    '',
    `Over ${measured.connections} connections, a form of two lines each. The yardstick adds the two lines through bare Fastify and the same driver: it asks nobody who they are, checks nothing, and keeps no log, sums, feed or mail.`,
    '',
    '| | forms a second | median, ms | 99 of 100 within, ms | processor of the process a form, ms | memory, MB |',
    '|---|---|---|---|---|---|',
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
    'Commands stand in one line, so more processes do not write faster; they answer more readers and let one be replaced.',
    '',
    '### A municipality ten times larger',
    '',
    `Reckoned, not measured. One of ${whole(staff)} staff sends about ${whole(inBusiestHour)} forms in the busiest hour of a window: ${whole(inBusiestHour)} / 3,600 = ${(inBusiestHour / 3600).toFixed(2)} a second. Ten times larger: ${whole(inBusiestHour * 10)} / 3,600 = ${tenfold.toFixed(1)} a second, beside 600,000 need lines instead of 60,000. One process took ${whole(reach)} forms a second on SQLite here, ${whole(reach / tenfold)} times that, and ${whole(overPostgres)} on PostgreSQL, ${whole(overPostgres / tenfold)} times. Each form comes with some twenty autosaves, each of which costs less: ${tenfold.toFixed(1)} x 21 = ${(tenfold * 21).toFixed(0)} requests a second that write, ${Math.round((tenfold * 21 * 100) / reach)} % of what the process takes on SQLite and ${Math.round((tenfold * 21 * 100) / overPostgres)} % on PostgreSQL if each cost as much as a form. Fifty desktops that fetch a day's 20,000 changed rows in one morning fetch 1,000,000 rows: at ${whole(rowsASecond)} rows a second as above that is ${whole(1_000_000 / rowsASecond)} seconds of one portal process.`,
  ]
}
