import { createHash } from 'node:crypto'
import { noticeVersion } from '../../src-core/access/portal-account.ts'
import { officerRoles } from '../../src-core/kernel/roles.ts'
import { program } from '../../src-main/service/program.ts'
import { topicFields } from '../core/courses/small-catalogue.ts'
import { furnish } from '../core/people/small-office.ts'
import { type Browser, openBrowser } from './browser.ts'
import { secondFactor } from './desks.ts'
import { goodPassword, type TestPortal } from './open-portal.ts'

const otherKinds = ['staff', 'otherStaff', 'manager', 'otherManager', 'coordinator', 'publicBody', 'citizen'] as const

/** Whoever can be signed in to the portal: one of each door, of each part in the staff list, and of each officer's duty. */
export const kinds = [...otherKinds, ...officerRoles] as const

export type Kind = (typeof kinds)[number]

export type Someone = {
  readonly kind: Kind
  readonly browser: Browser
  readonly email: string
  readonly surname: string
  /** What only she wrote. */
  readonly secret: string
  readonly accountId: string
  readonly personId: string | null
}

export type World = {
  readonly site: TestPortal
  readonly people: ReadonlyMap<Kind, Someone>
  readonly topicId: string
  readonly cycleId: string
  /** A need by head-count of the unit that `coordinator` does not keep, and that unit. */
  readonly unitNeed: { readonly id: string; readonly unitId: string }
  /** Forms of those who sent one, with their versions and lines. */
  readonly forms: ReadonlyMap<Kind, SentForm>
  readonly deviceId: string
  readonly deviceToken: string
  /** A code that waits to be confirmed. */
  readonly userCode: string
}

export type SentForm = {
  readonly id: string
  readonly rowVersion: number
  readonly lines: readonly { readonly id: string; readonly rowVersion: number }[]
}

/** A word that stands nowhere else. */
const word = (text: string) =>
  `Z${createHash('sha256')
    .update(text)
    .digest('hex')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))
    .slice(0, 12)}`

/** None is part of another's. */
export const emailOf = (kind: Kind) => `k${kinds.indexOf(kind)}x@belediye.example`

/** A need of a unit by head-count. */
export const unitWish = (unitId: string, freeText: string) => ({
  ...{ unitId, topicId: null, freeText, headcount: 12, reason: null, urgency: 3, selfLevel: null, targetLevel: null },
  ...{ preferredQuarter: null, note: null, names: null },
})

/** Each from an address of her own, as the proxy would say. */
export const from = (part: number) => ({ 'x-forwarded-for': `10.${part >> 16}.${(part >> 8) & 255}.${part & 255}` })

const desktop = { client_id: 'akademi-desktop', device_name: 'Masa', officer_name: 'Görevli', public_key: '' } as const

/** A portal with everybody who can come to it, their forms, a desktop that was let in, and one that waits. */
export async function peopleOf(site: TestPortal): Promise<World> {
  const run = async (operation: string, input?: unknown) =>
    (await site.portal.dispatcher.run(operation, input, { ...program })) as never
  const office = await furnish({ run })
  const topic: { id: string } = await run('courses.addTopic', topicFields({ code: 'BİL-003', name: 'Excel' }))
  const cycle: { id: string; rowVersion: number } = await run(
    'needs.createCycle',
    await run('needs.suggestCycle', { year: 2027 }),
  )
  await run('needs.approveCycle', { id: cycle.id, rowVersion: cycle.rowVersion })
  await run('needs.advanceCycles')

  const unitOf: Partial<Record<Kind, string>> = { staff: office.training.id, manager: office.training.id }
  const personIds = new Map<Kind, string>()
  for (const [at, kind] of kinds.entries()) {
    if (kind === 'publicBody' || kind === 'citizen') continue
    const { id }: { id: string } = await office.addStaff({
      ...{
        registryNo: `7${at}00`,
        givenNames: 'Deniz',
        surname: word(kind),
        email: emailOf(kind),
      },
      unitId: unitOf[kind] ?? office.records.id,
    })
    personIds.set(kind, id)
  }
  const leads = (unit: { id: string; rowVersion: number }, fields: object) =>
    run('people.changeUnit', { id: unit.id, rowVersion: unit.rowVersion, fields })
  await leads(office.training, { managerId: personIds.get('manager') })
  await leads(office.records, { managerId: personIds.get('otherManager'), coordinatorId: personIds.get('coordinator') })

  const people = new Map<Kind, Someone>()
  await Promise.all(
    kinds.map(async (kind, at) => {
      people.set(kind, await signIn(site, kind, at, personIds.get(kind) ?? null))
    }),
  )
  const forms = new Map<Kind, SentForm>()
  for (const kind of ['staff', 'otherStaff', 'manager', 'coordinator'] as const) {
    const { browser, secret } = whoIs(people, kind)
    const lines = [
      { id: null, fields: { topicId: topic.id } },
      { id: null, fields: { freeText: secret } },
    ]
    await browser.call('needs.submitMyForm', { cycleId: cycle.id, formVersion: null, lines })
    forms.set(kind, await formOf(site, personIds.get(kind) ?? ''))
  }
  const asked: { id: string } = await run('needs.addUnitNeed', {
    cycleId: cycle.id,
    fields: unitWish(office.training.id, 'Sahada ilk müdahale'),
    exception: null,
  })
  const { deviceToken, deviceId } = await join(site, whoIs(people, 'TM').browser)
  const { user_code: userCode } = await askForCode(site, 'waits')
  const unitNeed = { id: asked.id, unitId: office.training.id }
  return { site, people, topicId: topic.id, cycleId: cycle.id, unitNeed, forms, deviceId, deviceToken, userCode }
}

export function whoIs(people: ReadonlyMap<Kind, Someone>, kind: Kind): Someone {
  const person = people.get(kind)
  if (!person) throw new Error(`Nobody is ${kind}`)
  return person
}

async function signIn(site: TestPortal, kind: Kind, at: number, personId: string | null): Promise<Someone> {
  const { store } = site.portal.opened
  const email = emailOf(kind)
  const browser = openBrowser(site.portal.address, from(at + 1))
  if (personId === null) {
    const door = kind === 'citizen' ? 'CITIZEN' : 'PUBLIC_BODY'
    const registration = {
      name: `Deniz ${word(kind)}`,
      audience: door,
      institution: null,
      language: 'tr',
      noticeVersion,
    }
    await browser.post('/api/accounts/register', { email, ...registration })
  } else await browser.post('/api/accounts/activate', { email, language: 'tr' })
  await browser.post('/api/accounts/password', { token: await site.linkTo(email), password: goodPassword })
  await browser.post('/api/auth/sign-in/email', { email, password: goodPassword })
  if (personId !== null && kind !== 'staff' && kind !== 'otherStaff') await secondFactor(browser)
  const account = await store.write(async ({ db }) => {
    const duty = officerRoles.find((role) => role === kind)
    if (duty)
      await db
        .updateTable('portalUser')
        .set({ duties: JSON.stringify([duty]) })
        .where('email', '=', email)
        .execute()
    return db.selectFrom('portalUser').select('id').where('email', '=', email).executeTakeFirstOrThrow()
  })
  return {
    kind,
    browser,
    email,
    surname: word(kind),
    secret: word(`secret of ${kind}`),
    accountId: account.id,
    personId,
  }
}

const formOf = (site: TestPortal, personId: string): Promise<SentForm> =>
  site.portal.opened.store.read(async (db) => {
    const form = await db
      .selectFrom('tnaForm')
      .select(['id', 'rowVersion'])
      .where('personId', '=', personId)
      .executeTakeFirstOrThrow()
    const lines = await db.selectFrom('needLine').select(['id', 'rowVersion']).where('formId', '=', form.id).execute()
    return { ...form, lines }
  })

async function askForCode(site: TestPortal, officerId: string): Promise<{ user_code: string; device_code: string }> {
  const { body } = await openBrowser(site.portal.address, from(900)).post('/api/auth/device/code', {
    ...desktop,
    officer_id: officerId,
  })
  return body
}

async function join(site: TestPortal, officer: Browser): Promise<{ deviceToken: string; deviceId: string }> {
  const asked = await askForCode(site, 'joined')
  await officer.call('sync.confirmJoin', { code: asked.user_code })
  const { body } = await openBrowser(site.portal.address).post('/api/auth/device/token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: 'akademi-desktop',
    device_code: asked.device_code,
  })
  const { id } = await site.portal.opened.store.read((db) =>
    db.selectFrom('syncDevice').select('id').executeTakeFirstOrThrow(),
  )
  return { deviceToken: (body as { access_token: string }).access_token, deviceId: id }
}
