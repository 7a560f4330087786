import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { anyPortalAdministrator, forgetOldTries, recogniseAtPortal } from '../../src-core/access/index.ts'
import { createDispatcher, type Dispatcher } from '../../src-core/database/dispatcher.ts'
import { forgetVisitDrafts } from '../../src-core/delegations/index.ts'
import { features } from '../../src-core/features.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { officers } from '../../src-core/sync/officers.ts'
import { openSyncServer } from '../../src-core/sync/server.ts'
import { startBackupClock } from '../../src-main/service/backup-clock.ts'
import { startCycleClock } from '../../src-main/service/cycle-clock.ts'
import { program } from '../../src-main/service/program.ts'
import { openPost } from '../../src-node/mail/smtp.ts'
import { createPorts } from '../../src-node/ports.ts'
import { partialFilesIn } from '../../src-node/sync/partial-files.ts'
import { type Accounts, createAccounts } from './accounts.ts'
import { createApp, furnish } from './app.ts'
import { startDailyMailClock } from './daily-mail-clock.ts'
import { type MailClock, startMailClock } from './mail-clock.ts'
import { createMetrics } from './metrics.ts'
import { openPortalStore, type PortalStore } from './portal-store.ts'
import { secretOf } from './secret.ts'
import type { PortalPlace, PortalSettings } from './settings.ts'
import { createThrottle } from './throttle.ts'
import { createUnitOfWork } from './unit-of-work.ts'
import type { Standing } from './upkeep-routes.ts'

export type Portal = {
  readonly port: number
  readonly address: string
  readonly opened: PortalStore
  readonly dispatcher: Dispatcher
  readonly accounts: Accounts
  /** Nobody administers the portal yet. */
  readonly needsAdministrator: boolean
  /** Undefined where no mail server is named: mails wait in the outbox. */
  readonly mails: MailClock | undefined
  /** Answers what is under way, then ends. */
  stop(): Promise<void>
}

const everyHour = 3_600_000

/** Opens the store and serves the portal until it is stopped. */
export async function startPortal(settings: PortalSettings): Promise<Portal> {
  const clock = settings.clock ?? (() => new Date())
  const opened = await openPortalStore(settings.place, clock())
  const app = createApp(settings)
  try {
    const { port, address } = await listeningPlace(settings)
    const { dataKey, secret } = await secretOf(opened.store.id)
    const backups = opened.backups && { backups: opened.backups }
    const ports = createPorts(opened.files, dataKey, { sendsMail: true, ...backups, ...settings.ports })
    const dispatcher = createDispatcher({
      store: opened.store,
      columns: opened.columns,
      features,
      ports,
      clock,
      random: (bytes) => randomBytes(bytes),
      logFault: (reference, error) => app.log.error({ reference, err: error }),
      recognise: recogniseAtPortal,
    })
    const unit = createUnitOfWork(opened.store)
    const { directory } = settings
    const accounts = createAccounts({ unit, address, secret, ports, clock, ...(directory && { directory }) })
    const throttle = createThrottle(opened.store, secret, clock)
    const host = {
      store: opened.store,
      dispatcher,
      accounts,
      throttle,
      metrics: createMetrics(opened.store),
      clock,
      address,
    }
    const standing: Standing = { ending: false }
    const router = await openSyncServer({
      ...{ store: opened.store, columns: opened.columns, features, ports, officers, clock },
      noteOfficers: () => dispatcher.run('sync.noteOfficers', undefined, program),
      partial: partialFilesIn(join(filesFolderOf(settings.place), 'files', 'coming')),
      random: (bytes) => randomBytes(bytes),
      logFault: (reference, error) => app.log.error({ reference, err: error }),
    })
    await furnish(app, host, { standing, ports, dataKey, router }, settings)
    await app.listen({ port, host: settings.host })
    const clocks = startClocks(dispatcher, opened, clock)
    const mails = mailsOf(settings, opened, ports.seal, address, clock, (error) =>
      app.log.error({ err: error as Error }),
    )
    return {
      port,
      address,
      opened,
      dispatcher,
      accounts,
      mails,
      needsAdministrator: !(await opened.store.read(anyPortalAdministrator)),
      stop: async () => {
        standing.ending = true
        await app.close()
        await mails?.stop()
        await clocks.stop()
        await opened.close()
      },
    }
  } catch (error) {
    await app.close()
    await opened.close()
    throw error
  }
}

const filesFolderOf = (place: PortalPlace): string => (place.kind === 'sqlite' ? place.folder : place.filesFolder)

/** The port is chosen before the server is made, because its address stands in mails and cookies. */
async function listeningPlace({ port, host, address }: PortalSettings): Promise<{ port: number; address: string }> {
  const chosen = port === 0 ? await freePort(host) : port
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return { port: chosen, address: address?.replace(/\/+$/, '') ?? `http://${shown}:${chosen}` }
}

async function freePort(host: string): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}

/** What the calendar does by itself: cycles open and close, managers and hosts hear what waits, a folder is backed up, old tries and links are forgotten. */
function startClocks(dispatcher: Dispatcher, { store, backups }: PortalStore, clock: () => Date) {
  const cycles = startCycleClock(dispatcher)
  const daily = backups && startBackupClock(dispatcher)
  const letters = startDailyMailClock(dispatcher, clock)
  const timer = setInterval(
    () =>
      void store
        .write(async ({ db }) => {
          const now = clock().toISOString()
          await forgetOldTries(db, now)
          await forgetVisitDrafts(db, now)
        })
        .catch(() => undefined),
    everyHour,
  )
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await cycles.stop()
      await letters.stop()
      await daily?.stop()
    },
  }
}

function mailsOf(
  { smtp, mailEveryMs = 5000 }: PortalSettings,
  { store }: PortalStore,
  seal: Ports['seal'],
  address: string,
  clock: () => Date,
  onProblem: (error: unknown) => void,
): MailClock | undefined {
  if (!smtp) return undefined
  const post = openPost(smtp.url, smtp.from)
  return startMailClock({ store, post, seal, address, clock, everyMs: mailEveryMs, onProblem })
}
