import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { staffFields } from '../../core/people/small-office.ts'
import { tellResult, timed } from '../bench-store.ts'
import { startServer } from '../portal/server-process.ts'

type Pouch = {
  bulkDocs(documents: readonly object[]): Promise<unknown>
  readonly replicate: {
    to(address: string, options: object): Promise<Replicated>
    from(address: string, options: object): Promise<Replicated>
  }
  info(): Promise<{ readonly doc_count: number }>
}

type Replicated = { readonly ok: boolean; readonly doc_write_failures: number }

/**
 * As many documents through PouchDB: one client pushes them to a server of the CouchDB protocol, a second pulls them:
 * `<documents> <folder in which pouchdb-node and express-pouchdb are installed>`. Says `missing` where they are not.
 */
const [, , count = '1000', packages = ''] = process.argv
if (!packages || !existsSync(join(packages, 'node_modules', 'pouchdb-node'))) {
  tellResult({ missing: 1 })
  process.exit(0)
}
const PouchDB = createRequire(join(packages, 'package.json'))('pouchdb-node') as new (name: string) => Pouch
const folder = await mkdtemp(join(tmpdir(), 'akademi-bench-pouch-'))
await mkdir(join(folder, 'server'))
const server = await startServer('couch-server', [join(folder, 'server'), packages])
/** Processor time of both ends, in milliseconds. */
const cpu = () => server.cpuMs() + (process.cpuUsage().user + process.cpuUsage().system) / 1000

try {
  const documents = Number(count)
  const one = new PouchDB(join(folder, 'one'))
  const two = new PouchDB(join(folder, 'two'))
  const local = await timed(async () => {
    for (let at = 0; at < documents; at += 1000)
      await one.bulkDocs(
        Array.from({ length: Math.min(1000, documents - at) }, (_, of) => ({
          _id: `01a27880-3d80-7000-8000-${String(at + of).padStart(12, '0')}`,
          ...staffFields({
            registryNo: String(at + of),
            givenNames: 'Deniz',
            surname: `Aydın ${at + of}`,
            unitId: 'IKE',
          }),
        })),
      )
  })
  const there = `${server.address}/academy`
  const options = { batch_size: 1000, batches_limit: 10 }
  const beforePush = cpu()
  const push = await timed(() => one.replicate.to(there, options))
  const beforePull = cpu()
  const pull = await timed(() => two.replicate.from(there, options))
  const afterPull = cpu()
  if ((await two.info()).doc_count !== documents || !push.value.ok || !pull.value.ok)
    throw new Error('Documents are missing')
  tellResult({
    ...{ documents, local: local.ms, push: push.ms, pull: pull.ms, serverMb: server.rssMb() },
    ...{ pushCpu: beforePull - beforePush, pullCpu: afterPull - beforePull },
  })
} finally {
  await server.end()
  await rm(folder, { recursive: true, force: true })
}
