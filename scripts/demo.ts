import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { changePortalUser, portalUserByEmail } from '../src-core/access/index.ts'
import { noticeVersion } from '../src-core/access/portal-account.ts'
import type { Connection } from '../src-core/kernel/context.ts'
import { decideJoin, waitingJoin } from '../src-core/sync/join.ts'
import type { SyncStatus } from '../src-core/sync/sync.contract.ts'
import { startBrowserHost } from '../src-main/browser/browser-host.ts'
import { program } from '../src-main/service/program.ts'
import { createSampleStore } from '../src-main/service/sample.ts'
import { type Service, startService } from '../src-main/service/service.ts'
import { type Portal, startPortal } from '../src-portal/server/portal.ts'
import { buildIfStale, buildPortalIfStale } from './build-if-stale.ts'

const root = join(import.meta.dirname, '..')
const password = 'portal örneği 2027'
const desks = ['Eğitim Müdürlüğü', 'İkinci kat'] as const

/** Everything that runs, ended in this order. */
const endings: (() => Promise<unknown>)[] = []

async function openPortal(folder: string): Promise<Portal> {
  const portal = await startPortal({
    place: { kind: 'sqlite', folder },
    ...{ port: 0, host: '127.0.0.1', logLevel: 'silent', joinEvery: 1 },
    pagesFolder: join(root, 'out', 'portal'),
  })
  endings.unshift(portal.stop)
  return portal
}

type Officer = { readonly id: string; readonly displayName: string; readonly roles: readonly string[] }

/** The portal account of an officer. It has no authenticator app, so nobody signs in with it. */
async function accountOf({ accounts, opened: { store } }: Portal, { displayName, roles }: Officer): Promise<string> {
  const email = `${displayName.toLocaleLowerCase('en').replaceAll(/[^a-z]+/g, '.')}@ornek.example`
  await accounts.invite(email, displayName)
  return store.write(async ({ db }) => {
    const account = await portalUserByEmail(db, email)
    if (!account) throw new Error('An invited account is there')
    const duties = JSON.stringify(roles)
    await changePortalUser(db, account.id, { duties, state: 'ACTIVE', emailVerified: 1, twoFactorEnabled: 1 })
    return account.id
  })
}

/** A member of the sample's staff who may ask for training, with a password. */
async function addStaff({ accounts, opened: { store } }: Portal): Promise<string> {
  const { email } = await store.read((db) =>
    db
      .selectFrom('person')
      .select('email')
      .where('employmentType', '=', 'OFFICER')
      .where('active', '=', 1)
      .where('email', 'is not', null)
      .orderBy('id')
      .executeTakeFirstOrThrow(),
  )
  const address = email?.toLowerCase() ?? ''
  await accounts.activate(address, 'tr')
  await accounts.setPassword(await tokenMailedTo(store, address), password)
  return address
}

/** The token of the link in the latest mail to an address. */
async function tokenMailedTo(store: Portal['opened']['store'], address: string): Promise<string> {
  const { data } = await store.read((db) =>
    db
      .selectFrom('mail')
      .select('data')
      .where('recipient', '=', address)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return (JSON.parse(data) as { token: string }).token
}

const body = 'elira.hoxha@tirana.example'

/** A public body with a password that has asked for a visit, and the addresses of the sample's personal links. */
async function addBody({ accounts, address, dispatcher, opened: { store } }: Portal): Promise<readonly string[]> {
  const institution = 'Bashkia Tiranë'
  await accounts.register({
    ...{ name: 'Elira Hoxha', email: body, audience: 'PUBLIC_BODY', institution, language: 'en' },
    noticeVersion,
  })
  await accounts.setPassword(await tokenMailedTo(store, body), password)
  const account = await store.read((db) => portalUserByEmail(db, body))
  const day = (after: number) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10)
  const asked = {
    ...{ requestingBody: institution, bodyType: 'foreignMunicipality', country: 'AL', city: 'Tiranë' },
    ...{ contactName: 'Elira Hoxha', email: body, topicMain: 'Coastal management', programmeType: 'training' },
    ...{ preferredFrom: day(90), preferredTo: day(92), groupSize: 8, languages: ['en'] },
    details: {
      ...{ sisterCity: false, contactTitle: null, phone: null, alternateFrom: null, alternateTo: null },
      ...{ topicsDetail: 'Beaches, ports and storm water.', objectives: 'We will draw up a plan for our own coast.' },
      ...{ participantProfile: ['technical'], headOfDelegation: null, protocolLevel: 1, sitesWished: [] },
      ...{ interpreterProvidedBy: 'us', funding: null, invitationLetterNeeded: false, accessibilityNeeds: null },
      costSharing: { travel: 'them', hotel: 'them', meals: 'shared', localTransport: 'us', training: 'us' },
      earlierVisitOn: null,
    },
  }
  const visitor: Connection = {
    ...{ source: 'portal', session: null, locked: false },
    actor: { id: account?.id ?? '', name: 'Elira Hoxha', roles: ['PB'] },
  }
  await dispatcher.run('delegations.askForVisit', { fields: asked, consent: true }, visitor)
  const ids = await store.read((db) =>
    db.selectFrom('personalLink').select(['id', 'holderName']).orderBy('id').execute(),
  )
  const { links } = (await dispatcher.run('links.showLinks', { ids: ids.map(({ id }) => id) }, program)) as {
    links: readonly { readonly id: string; readonly path: string }[]
  }
  const nameOf = (wanted: string) => ids.find(({ id }) => id === wanted)?.holderName ?? ''
  return links.map(({ id, path }) => `${nameOf(id).padEnd(30)}${address}${path}`)
}

/** Joins a desktop as its officers would, each by a code of her own, which is confirmed at once. */
async function joinDesk({ dispatcher }: Service, deviceName: string, portal: Portal): Promise<void> {
  const visitor: Connection = { source: 'window', actor: null, session: null, locked: false }
  const { sampleAccounts } = (await dispatcher.run('access.state', undefined, visitor)) as {
    sampleAccounts: readonly Officer[]
  }
  const working = sampleAccounts.filter(({ roles }) => !roles.includes('AU'))
  for (const [at, officer] of working.entries()) {
    const window: Connection = { ...visitor }
    await dispatcher.run('access.signInAsSample', { accountId: officer.id }, window)
    const asking = at === 0 ? 'sync.join' : 'sync.introduce'
    const input = at === 0 ? { address: portal.address, deviceName } : undefined
    const { userCode } = (await dispatcher.run(asking, input, window)) as { userCode: string }
    const userId = await accountOf(portal, officer)
    await portal.opened.store.write(async ({ db }) => {
      const asked = await waitingJoin(db, userCode, new Date().toISOString())
      if (asked) await decideJoin(db, asked.id, 'confirmed', userId)
    })
    await untilSynced(dispatcher, window)
  }
}

async function untilSynced(dispatcher: Service['dispatcher'], window: Connection): Promise<void> {
  for (;;) {
    const status = (await dispatcher.run('sync.status', undefined, window)) as SyncStatus
    if (status.paused || status.trouble) throw new Error(`Joining stopped: ${JSON.stringify(status)}`)
    if (status.lastSyncedAt && !status.running && !status.joining) return
    await wait(200)
  }
}

async function openDesk(folder: string, name: string, portal: Portal): Promise<string> {
  const service = await startService({ storeFolder: folder })
  endings.unshift(service.stop)
  await joinDesk(service, name, portal)
  const host = await startBrowserHost({ service, pagesFolder: join(root, 'out', 'renderer') })
  endings.unshift(host.stop)
  return host.address
}

async function main(folder: string): Promise<void> {
  process.env.AKADEMI_KEYS = join(folder, 'keys')
  await buildIfStale(root)
  await buildPortalIfStale(root)
  console.log('Making a sample academy of 2,000 people …')
  const store = join(folder, 'portal')
  await createSampleStore(store, { staff: 2000, needLines: 6000 })
  const copies = desks.map((name, at) => ({ name, folder: join(folder, `desk-${at + 1}`) }))
  for (const copy of copies) await cp(store, copy.folder, { recursive: true })
  const portal = await openPortal(store)
  const staff = await addStaff(portal)
  const links = await addBody(portal)
  console.log('Joining two desktops …')
  const addresses: string[] = []
  for (const copy of copies) addresses.push(await openDesk(copy.folder, copy.name, portal))
  console.log(`
${'The portal'.padEnd(32)}${portal.address}
${'  sign in there as staff'.padEnd(32)}${staff} · ${password}
${'  or as a public body'.padEnd(32)}${body} · ${password}
${links.map((link) => `  ${link}`).join('\n')}
${desks.map((name, at) => `${`Desktop ${at + 1} (${name})`.padEnd(32)}${addresses[at]}`).join('\n')}

Each desktop's address works once and in one browser. Change one record on both, then synchronise under Eşitleme.
Ctrl+C ends everything and forgets it.`)
}

async function end(folder: string, code: number): Promise<never> {
  for (const ending of endings.splice(0)) await ending().catch((error: unknown) => console.error(error))
  await rm(folder, { recursive: true, force: true })
  process.exit(code)
}

const folder = await mkdtemp(join(tmpdir(), 'akademi-demo-'))
let ended: Promise<never> | undefined
const stop = () => {
  ended ??= end(folder, 0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
try {
  await main(folder)
} catch (error) {
  if (!ended) console.error(error)
  await (ended ?? end(folder, 1))
}
