import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { decideJoin } from '../../../src-core/sync/join.ts'
import { startPortal } from '../../../src-portal/server/portal.ts'
import { openPortalStore } from '../../../src-portal/server/portal-store.ts'
import type { PortalPlace } from '../../../src-portal/server/settings.ts'
import { quickPasswords } from '../../core/quick-passwords.ts'

/**
 * A portal that the other cases ask, until it is told to end: `<folder> [PostgreSQL address]`. It lets every desktop in that asks, in the
 * name of an administrator, and believes what callers say of their address.
 */
const [folder = '', connection = ''] = process.argv.slice(2)
process.env.AKADEMI_KEYS = `${folder}/keys`
const place: PortalPlace = connection
  ? { kind: 'postgres', connection, filesFolder: folder }
  : { kind: 'sqlite', folder }
const pagesFolder = join(folder, 'pages')
await mkdir(pagesFolder, { recursive: true })
const clock = () => new Date('2026-12-15T07:00:00.000Z')
if (connection) await (await openPortalStore(place, clock(), true)).close()
const portal = await startPortal({
  ...{ place, port: 0, host: '127.0.0.1', trustedProxies: '127.0.0.1', mailEveryMs: 0, logLevel: 'warn', joinEvery: 0 },
  ...{ pagesFolder, clock, ports: { passwords: quickPasswords } },
})
const { store } = portal.opened
const userId = '01900000-0000-7000-8000-00000000bbbb'
await store.write(async ({ db }) => {
  const there = await db.selectFrom('portalUser').select('id').where('id', '=', userId).executeTakeFirst()
  if (there) return
  const at = clock().toISOString()
  await db
    .insertInto('portalUser')
    .values({
      ...{ id: userId, name: 'Bench', email: 'bench@belediye.example', emailVerified: 1, twoFactorEnabled: 1 },
      ...{ image: null, createdAt: at, updatedAt: at, audience: 'STAFF', personId: null, institution: null },
      ...{ language: 'tr', state: 'ACTIVE', duties: '["SA","TM","TO"]', noticeVersion: null, noticeAt: null },
      lastSignInAt: null,
    })
    .execute()
})

const letIn = async () => {
  const waiting = await store.read((db) =>
    db.selectFrom('syncJoin').select('id').where('state', '=', 'waiting').execute(),
  )
  for (const { id } of waiting) await store.write(({ db }) => decideJoin(db, id, 'confirmed', userId))
}
const timer = setInterval(() => void letIn(), 250)
process.once('SIGTERM', () => {
  clearInterval(timer)
  void portal.stop().then(() => process.exit(0))
})
process.stdout.write(`${JSON.stringify({ address: portal.address, pid: process.pid })}\n`)
