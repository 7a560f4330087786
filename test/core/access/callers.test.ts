import { describe, expect, test } from 'vitest'
import { metaOf } from '../../../src-core/database/dispatcher.ts'
import { features } from '../../../src-core/features.ts'
import type { Connection } from '../../../src-core/kernel/context.ts'
import { officerRoles, portalRoles, type Role } from '../../../src-core/kernel/roles.ts'
import { officer, openTestAcademy } from '../academy.ts'
import { newWindow } from './officers.ts'

const operations = Object.entries(features).flatMap(([feature, { contract }]) =>
  Object.entries(contract).map(([operation, procedure]) => ({
    name: `${feature}.${operation}`,
    callers: metaOf(procedure).callers,
  })),
)

const allRoles: readonly Role[] = [...officerRoles, ...portalRoles]

/** No schema takes this, so that whoever may call is refused for the input and nothing is changed. */
const impossible = 'neither this nor that'

/** What the program itself runs and no officer may call. */
const ofTheProgram = new Set([
  'sample.create',
  'needs.advanceCycles',
  'needs.mailManagers',
  'delegations.remindHosts',
  'delegations.forgetAddresses',
  'certificates.continueNumbers',
  'sync.reseal',
  'sync.noteOfficers',
])

const refusedCaller = new Set(['NOT_ALLOWED', 'NOT_SIGNED_IN'])

describe('every operation of the contract', () => {
  test('names whom it serves', () => {
    for (const { name, callers } of operations) {
      const named = typeof callers === 'string' || callers.every((role) => allRoles.includes(role))
      expect(named, name).toBe(true)
      expect(callers.length === 0, name).toBe(ofTheProgram.has(name))
    }
  })

  test('answers the roles it names and refuses every other role, whatever the input', async () => {
    const { academy } = await openTestAcademy()
    const codeFor = async (name: string, connection: Connection): Promise<string> => {
      try {
        await academy.dispatcher.run(name, impossible, connection)
        return 'answered'
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    for (const { name, callers } of operations) {
      for (const role of officerRoles) {
        const serves = typeof callers === 'string' || callers.includes(role)
        const code = await codeFor(name, officer(role))
        if (serves) expect(code, `${name} for ${role}`).not.toBe('NOT_ALLOWED')
        else expect(code, `${name} for ${role}`).toBe('NOT_ALLOWED')
      }
    }
  })

  test('refuses whoever has not signed in, or whose screen is locked, unless it is made for them', async () => {
    const { academy } = await openTestAcademy()
    for (const { name, callers } of operations) {
      for (const connection of [newWindow(), { ...officer(...officerRoles), locked: true }]) {
        const code = await academy.dispatcher.run(name, impossible, connection).then(
          () => 'answered',
          (error: { code: string }) => error.code,
        )
        if (callers !== 'anyone') expect(code, name).toBe('NOT_SIGNED_IN')
        else if (refusedCaller.has(code))
          expect(['access.unlock', 'access.changePassword', 'access.resume']).toContain(name)
      }
    }
  })

  test('leaves an entry in the log for every caller it refused', async () => {
    const { academy } = await openTestAcademy()
    const forRoles = operations.filter(({ callers }) => typeof callers !== 'string' && !callers.includes('EC'))
    expect(forRoles.length).toBeGreaterThan(0)
    for (const { name } of forRoles)
      await academy.dispatcher.run(name, impossible, officer('EC')).catch(() => undefined)
    const entries = await academy.opened.store.read((db) =>
      db.selectFrom('commandLog').select(['operation', 'outcome', 'actorName']).orderBy('seq').execute(),
    )
    expect(entries).toEqual(
      forRoles.map(({ name }) => ({ operation: name, outcome: 'refused', actorName: 'Officer EC' })),
    )
  })

  test('an operation that does not exist is not found, and the try is logged', async () => {
    const { academy } = await openTestAcademy()
    await expect(academy.dispatcher.run('access.everything', {}, officer('SA'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { entity: 'operation', id: 'access.everything' },
    })
    const entries = await academy.opened.store.read((db) => db.selectFrom('commandLog').select('operation').execute())
    expect(entries).toEqual([{ operation: 'access.everything' }])
  })
})
