import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { metaOf } from '../../src-core/database/dispatcher.ts'
import type { Callers, Role } from '../../src-core/kernel/roles.ts'
import { offered } from '../../src-portal/server/operations.ts'
import { postgresSkipped } from '../core/database/founded-postgres.ts'
import { thorough } from '../thorough.ts'
import { type Browser, openBrowser } from './browser.ts'
import { examples, hostile, posted, textsIn, trace, withText } from './examples.ts'
import { openSharedPortal, openTestPortal, type TestPortal } from './open-portal.ts'
import { changedOwners, holdings, reach } from './reach.ts'
import { from, type Kind, kinds, peopleOf, type World, whoIs } from './world.ts'

const operations = Object.entries(offered).flatMap(([feature, own]) =>
  Object.entries(own).map(([name, procedure]) => {
    const { callers } = metaOf(procedure)
    const takesInput = procedure['~orpc'].inputSchema !== undefined
    return { name: `${feature}.${name}`, path: `/api/${feature}/${name}`, callers, takesInput }
  }),
)

/** These end somebody's access, so they come when everything else was tried. */
const lastOnes = ['access.setPortalDuties', 'access.lockPortalAccount', 'access.closeMyAccount']

const inOrder = operations.toSorted((one, other) => lastOnes.indexOf(one.name) - lastOnes.indexOf(other.name))

type Caller = Kind | 'nobody' | 'device'

const rolesOf = (caller: Caller): readonly Role[] => {
  if (caller === 'nobody' || caller === 'device') return []
  if (caller === 'publicBody') return ['PB']
  if (caller === 'citizen') return ['CI']
  if (caller === 'manager' || caller === 'otherManager') return ['ST', 'UM']
  if (caller === 'coordinator') return ['ST', 'UC']
  return caller === 'staff' || caller === 'otherStaff' ? ['ST'] : ['ST', caller]
}

const serves = (callers: Callers, caller: Caller): boolean => {
  const roles = rolesOf(caller)
  if (callers === 'anyone') return true
  return callers === 'signedIn' ? roles.length > 0 : callers.some((role) => roles.includes(role))
}

const browserOf = ({ people, site, deviceToken }: World, caller: Caller): Browser => {
  const { address } = site.portal
  if (caller === 'nobody') return openBrowser(address, from(800))
  if (caller === 'device') return openBrowser(address, { ...from(801), authorization: `Bearer ${deviceToken}` })
  return whoIs(people, caller).browser
}

test('every operation of the portal that takes an input is tried with the ids of others', () => {
  expect(Object.keys(examples).sort()).toEqual(operations.flatMap((one) => (one.takesInput ? one.name : [])).sort())
})

/** Asks with one hostile text after another in each field; gives what was asked. */
async function provoke(world: World, lines: readonly string[]): Promise<void> {
  const { site } = world
  let turn = 0
  let asked = 0
  const texts = thorough ? hostile : undefined
  const some = () => texts ?? [0, 5].map((step) => hostile[(turn + step) % hostile.length] ?? trace)
  const tryAll = async (name: string, browser: Browser, path: string, bases: readonly ((turn: number) => object)[]) => {
    for (const base of bases)
      for (const field of textsIn(base(0))) {
        turn++
        for (const text of some()) {
          const { status } = await browser.post(path, withText(base(asked), field, text), from(10_000 + ++asked))
          const place = `${name} ${field.join('.')} ${JSON.stringify(text).slice(0, 60)}`
          expect(status, place).toBeLessThan(500)
          expect(status, place).not.toBe(429)
        }
      }
  }
  for (const { name, path, callers } of inOrder) {
    const caller = (['citizen', 'staff', 'manager', 'TO', 'SA'] as const).find((kind) => serves(callers, kind)) ?? 'SA'
    const bases = (examples[name]?.(world, caller) ?? []).slice(0, 2).map((base) => () => base)
    const before = await holdings(site, world)
    await tryAll(name, browserOf(world, caller), path, bases)
    const allowed = new Set<string>([caller, ...(reach[name]?.[caller as Kind] ?? [])])
    const changed = [...changedOwners(before, await holdings(site, world))].filter((owner) => !allowed.has(owner))
    expect(changed, name).toEqual([])
  }
  let hours = 0
  const before = await holdings(site, world)
  for (const path of Object.keys(posted(0))) {
    // Tries are counted by the hour.
    site.setNow(new Date(Date.parse('2026-12-15T07:00:00.000Z') + ++hours * 3_700_000).toISOString())
    await tryAll(path, browserOf(world, 'citizen'), path, [(n) => posted(n)[path] ?? {}])
  }
  const other = [...changedOwners(before, await holdings(site, world))].filter((owner) => owner !== 'citizen')
  // Whoever registers anew is nobody of ours.
  expect(other.filter((owner) => owner !== 'nobody')).toEqual([])
  await site.newBrowser().get('/health')
  const read = lines.map((line) => JSON.parse(line) as { route?: string; err?: unknown })
  expect(read.filter(({ route }) => route === undefined || route === 'forged')).toEqual([])
  expect(read.filter(({ err }) => err)).toEqual([])
  expect(lines.join('')).not.toContain(trace)
  expect(lines.length).toBeGreaterThanOrEqual(asked)
}

/** The log's lines as they are written: each `write` is a whole one. */
function listening() {
  const lines: string[] = []
  return { lines, settings: { logLevel: 'info', logTo: { write: (line: string) => void lines.push(line) } } as const }
}

const behindProxy = { trustedProxies: '127.0.0.1', joinEvery: 0 } as const

describe('whoever comes to the portal', () => {
  let site: TestPortal & { close(): Promise<void> }
  let world: World
  const log = listening()

  beforeAll(async () => {
    site = await openSharedPortal({ ...behindProxy, ...log.settings })
    world = await peopleOf(site)
    log.lines.length = 0
  })
  afterAll(() => site.close())

  test('with hostile texts in any field gets a clear answer, changes nothing of anybody else, and writes no line of the log', () =>
    provoke(world, log.lines))

  test('sees and changes what is her own and what her duty reaches, whatever ids she sends', async () => {
    const seen = new Map<string, string>()
    for (const { name, path, callers } of inOrder)
      for (const caller of ['nobody', 'device', ...kinds] as const) {
        const browser = browserOf(world, caller)
        const as = caller === 'device' ? 'nobody' : caller
        for (const input of examples[name]?.(world, as) ?? [{}]) {
          const before = await holdings(site, world)
          const answer = await browser.post(path, input)
          const text = JSON.stringify(answer.body)
          const place = `${name} as ${caller}: ${answer.status} ${text.slice(0, 200)}`
          const may = serves(callers, caller)
          expect(answer.status < 500 && answer.status !== 429, place).toBe(true)
          if (!may) expect([401, 403], place).toContain(answer.status)
          const reached = new Set<string>([caller, ...((may && reach[name]?.[as as Kind]) || [])])
          for (const { kind, surname, email, secret } of world.people.values()) {
            if (reached.has(kind)) continue
            for (const mark of [surname, email, secret]) expect(text.includes(mark), place).toBe(false)
          }
          if (text.includes(world.people.get('staff')?.secret ?? '')) seen.set(`${name} ${caller}`, text)
          const changed = [...changedOwners(before, await holdings(site, world))]
          expect(
            changed.filter((owner) => !may || !reached.has(owner)),
            place,
          ).toEqual([])
        }
      }
    // What was looked for is there to be found by whom it concerns.
    expect([...seen.keys()].sort()).toEqual(['access.myData staff', 'needs.myNeeds staff', 'needs.unitForm manager'])
  })
})

test.runIf(thorough)('hostile texts get clear answers over PostgreSQL too', async ({ skip }) => {
  const reason = postgresSkipped()
  if (reason) skip(reason)
  const log = listening()
  const site = await openTestPortal({ over: 'postgres', ...behindProxy, ...log.settings })
  const world = await peopleOf(site)
  log.lines.length = 0
  await provoke(world, log.lines)
})
