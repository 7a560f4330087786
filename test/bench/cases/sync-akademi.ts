import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import type { SyncStatus } from '../../../src-core/sync/sync.contract.ts'
import { openAcademy } from '../../../src-main/service/academy.ts'
import { databaseFile } from '../../../src-node/store/open-store.ts'
import { staffFields, unitFields } from '../../core/people/small-office.ts'
import { program, tellResult, timed } from '../bench-store.ts'
import { startServer } from '../portal/server-process.ts'

/** One desktop gives commands that add a person each, sends them to a portal, and a second desktop fetches them: `[commands]`. */
const commands = Number(process.argv[2] ?? 1000)
const folder = await mkdtemp(join(tmpdir(), 'akademi-bench-sync-'))
const server = await startServer('portal-server', [join(folder, 'portal')])

async function openDesk(name: string) {
  const academy = await openAcademy({
    ...{ folder: join(folder, name), dataKey: new Uint8Array(32).fill(name.length), syncs: true },
    clock: () => new Date('2026-12-15T07:00:00.000Z'),
  })
  const run = (operation: string, input?: unknown) =>
    academy.dispatcher.run(operation, input, {
      ...program,
      source: 'service',
      actor: { ...own, name: 'Akademi' },
    }) as Promise<never>
  await run('sync.join', { address: server.address, deviceName: name })
  for (;;) {
    const { joining, running, joined }: SyncStatus = await run('sync.status')
    if (joining === null && joined !== null && !running) break
    await wait(50)
  }
  return { academy, run, name }
}

const own = { id: 'program', roles: 'all' } as const

/** Rounds until nothing waits; fails where the portal refused anything. */
async function sync({ run }: Awaited<ReturnType<typeof openDesk>>): Promise<void> {
  for (;;) {
    const { waiting, conflicts, paused, trouble }: SyncStatus = await run('sync.now')
    if (conflicts > 0 || paused || trouble)
      throw new Error(`The round did not end well: ${JSON.stringify({ conflicts, paused, trouble })}`)
    if (waiting === 0) return
  }
}

/** Processor time of both ends, in milliseconds. */
const cpu = () => server.cpuMs() + (process.cpuUsage().user + process.cpuUsage().system) / 1000

try {
  const one = await openDesk('first')
  const two = await openDesk('second-one')
  const unit: { id: string } = await one.run('people.addUnit', unitFields({ code: 'IKE', name: 'İnsan Kaynakları' }))
  await sync(one)
  await sync(two)
  const local = await timed(async () => {
    const add = (at: number) =>
      one.run(
        'people.addStaff',
        staffFields({ registryNo: String(at), givenNames: 'Deniz', surname: `Aydın ${at}`, unitId: unit.id }),
      )
    for (let at = 0; at < commands; at += 64)
      await Promise.all(Array.from({ length: Math.min(64, commands - at) }, (_, of) => add(at + of)))
  })
  const beforePush = cpu()
  const push = await timed(() => sync(one))
  const beforePull = cpu()
  const deskBefore = process.cpuUsage()
  const pull = await timed(() => sync(two))
  const afterPull = cpu()
  const desk = process.cpuUsage(deskBefore)
  await sync(two)
  const rounds: number[] = []
  for (let at = 0; at < 9; at++) rounds.push((await timed(() => sync(two))).ms)
  const portalMb = server.rssMb()
  await two.academy.close()
  await one.academy.close()
  tellResult({
    pullDeskCpu: (desk.user + desk.system) / 1000,
    ...{ pushCpu: beforePull - beforePush, pullCpu: afterPull - beforePull },
    ...{ commands, local: local.ms, push: push.ms, pull: pull.ms, idle: rounds.toSorted((a, b) => a - b)[4] ?? 0 },
    ...{ ...upsertsOf(join(folder, 'second-one', databaseFile)), portalMb },
  })
} finally {
  await server.end()
  await rm(folder, { recursive: true, force: true })
}

/** Milliseconds in which better-sqlite3 alone puts the same rows into the same table, a page of rows at a time. */
function upsertsOf(file: string): { readonly upserts: number; readonly upsertsCpu: number } {
  const source = new SQLite(file, { readonly: true })
  const rows = source.prepare('select * from person order by id').raw().all() as unknown[][]
  const tables = source
    .prepare("select sql from sqlite_schema where sql is not null and tbl_name in ('person', 'orgUnit', 'title')")
    .pluck()
    .all() as string[]
  const names = source.pragma('table_info(person)') as { name: string }[]
  source.close()
  const target = new SQLite(join(folder, 'upserts.db'))
  target.pragma('journal_mode = wal')
  target.pragma('synchronous = full')
  // The rows it refers to are not there.
  target.pragma('foreign_keys = off')
  for (const sql of tables) target.exec(sql)
  const sets = names.map(({ name }) => `"${name}" = excluded."${name}"`)
  const upsert = target.prepare(
    `insert into person (${names.map(({ name }) => `"${name}"`)}) values (${names.map(() => '?')}) on conflict (id) do update set ${sets}`,
  )
  const begin = performance.now()
  const processor = process.cpuUsage()
  for (let at = 0; at < rows.length; at += 2000)
    target.transaction(() => {
      for (const row of rows.slice(at, at + 2000)) upsert.run(...row)
    })()
  const upserts = performance.now() - begin
  const { user, system } = process.cpuUsage(processor)
  target.close()
  return { upserts, upsertsCpu: (user + system) / 1000 }
}
