import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordedCommands } from '../../../src-core/database/command-log.ts'
import { metaOf } from '../../../src-core/database/dispatcher.ts'
import type { CommandMeta } from '../../../src-core/kernel/operation.ts'
import { openTestAcademy, type TestAcademy } from '../academy.ts'
import { commit, uploaded, workbook } from './list-files.ts'
import { openSmallOffice, type SmallOffice, staffFields, unitFields } from './small-office.ts'

const sumsOf = ({ academy }: TestAcademy) =>
  academy.opened.store.read((db) => db.selectFrom('tableSum').selectAll().orderBy('tableName').execute())

/** A second academy that ran the commands of the first from its log. */
async function replayed(first: TestAcademy): Promise<TestAcademy> {
  const second = await openTestAcademy()
  await cp(join(first.folder, 'files'), join(second.folder, 'files'), { recursive: true }).catch(() => undefined)
  const { dispatcher, opened } = first.academy
  for (const { operation, input, context } of await opened.store.read(recordedCommands)) {
    const procedure = dispatcher.operations.get(operation)
    if (!procedure || (metaOf(procedure) as CommandMeta).local) continue
    const actor = { ...context.actor, roles: 'all' as const }
    await second.academy.dispatcher.runRecorded(operation, input, { ...context, actor })
  }
  return second
}

test('an import with sealed numbers, its undo and everything around it replay to the same store', async () => {
  const office = await openSmallOffice()
  const note: { sealed: string } = await office.run('people.sealPersonal', { field: 'nationalId', text: '12345678950' })
  await office.run('people.setPersonal', { ...office.cagla, field: 'nationalId', sealed: note.sealed })
  const rows = [
    ['Sicil No', 'Ad Soyad', 'Statü', 'Birim', 'Unvan', 'TCKN'],
    ['000123', 'Işık Ünlü', 'Memur', 'IKE-04', 'Dron Pilotu', '10000000146'],
    ['000500', 'Ali Can', 'İşçi', 'IKE-04', 'Usta', '10562272296'],
    ['000501', 'Veli Can', 'İşçi', 'IKE-04', 'Usta', ''],
  ]
  const staff = { addTitles: true, takeNationalIds: true, mode: 'snapshot', confirmDeactivations: 1 } as const
  const { batchId } = await commit(office, await uploaded(office, workbook(rows), { staff }))
  await office.addStaff({ registryNo: '7', givenNames: 'Son', surname: 'Gelen', unitId: office.records.id })
  expect(await sumsOf(await replayed(office))).toEqual(await sumsOf(office))
  await office.run('imports.undo', { batchId })
  expect(await sumsOf(await replayed(office))).toEqual(await sumsOf(office))
})

type Step = (office: SmallOffice, ids: { units: string[]; people: string[] }) => Promise<void>

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''

/** Runs an operation that the rules may refuse; what it does when they do not is what counts. */
const attempt = async (run: Promise<unknown>): Promise<unknown> => run.catch(() => undefined)

const versionOf = async (office: SmallOffice, operation: string, id: string): Promise<number> =>
  ((await office.run(operation, { id })) as { rowVersion: number }).rowVersion

const step: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom('unit', 'person', 'move', 'rename', 'leave', 'close', 'back'),
    at: fc.nat(20),
    to: fc.nat(20),
    text: fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
  })
  .map(
    ({ kind, at, to, text }): Step =>
      async (office, ids) => {
        const unit = pick(ids.units, at)
        const person = pick(ids.people, at)
        if (kind === 'unit') {
          const made = await attempt(
            office.run('people.addUnit', unitFields({ code: `K${at}`, name: text, parentId: pick(ids.units, to) })),
          )
          if (made) ids.units.push((made as { id: string }).id)
        } else if (kind === 'person') {
          const fields = staffFields({ registryNo: `00${at}`, givenNames: text, surname: text, unitId: unit })
          const made = await attempt(office.run('people.addStaff', fields))
          if (made) ids.people.push((made as { id: string }).id)
        } else if (kind === 'move') {
          const rowVersion = await versionOf(office, 'people.getUnit', unit)
          await attempt(
            office.run('people.changeUnit', { id: unit, rowVersion, fields: { parentId: pick(ids.units, to) } }),
          )
        } else if (kind === 'close') {
          const rowVersion = await versionOf(office, 'people.getUnit', unit)
          await attempt(office.run('people.deactivateUnit', { id: unit, rowVersion, validTo: null }))
        } else {
          const rowVersion = await versionOf(office, 'people.getStaff', person)
          if (kind === 'rename')
            await attempt(
              office.run('people.changeStaff', {
                id: person,
                rowVersion,
                fields: { surname: text, unitId: pick(ids.units, to) },
              }),
            )
          if (kind === 'leave')
            await attempt(office.run('people.deactivateStaff', { id: person, rowVersion, leaveDate: '2026-12-01' }))
          if (kind === 'back') await attempt(office.run('people.reactivateStaff', { id: person, rowVersion }))
        }
      },
  )

test('any history of units and people replays to the same store', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const office = await openSmallOffice()
      const ids = {
        units: [office.department.id, office.training.id, office.records.id],
        people: [office.isik.id, office.cagla.id],
      }
      for (const one of steps) await one(office, ids)
      const second = await replayed(office)
      expect(await sumsOf(second)).toEqual(await sumsOf(office))
      await second.close()
      await office.close()
    }),
    { numRuns: 12 },
  )
})
