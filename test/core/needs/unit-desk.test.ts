import { expect, test } from 'vitest'
import { read, utils, write } from 'xlsx'
import type { Outputs } from '../../../src-portal/pages/api.ts'
import { visitor } from '../academy.ts'
import { openCollectingOffice, refusal } from './collecting-office.ts'

type MyUnits = Outputs['needs']['myUnits']
type Checked = Outputs['needs']['checkMyWorkbook']

/** Işık coordinates her own unit; the unit of records has nobody. */
async function openDesk() {
  const office = await openCollectingOffice()
  const unit = (await office.run('people.getUnit', { id: office.training.id })) as { rowVersion: number }
  await office.run('people.changeUnit', {
    id: office.training.id,
    rowVersion: unit.rowVersion,
    fields: { coordinatorId: office.isik.id },
  })
  const as = { connection: visitor(office.isik.id, 'ST', 'UC') }
  const call = (operation: string, input?: object) => office.run(`needs.${operation}`, input, as)
  return { ...office, call, mine: () => call('myUnits') as Promise<MyUnits> }
}

type Desk = Awaited<ReturnType<typeof openDesk>>

type Row = Readonly<Record<string, string>>

/** The unit's own form with rows typed under its headers, brought back. */
async function bring(desk: Desk, rows: readonly Row[], language = 'tr') {
  const file = (await desk.call('myUnitTemplate', { unitId: desk.training.id, language })) as File
  const book = read(await file.arrayBuffer())
  const page = book.Sheets.Talepler ?? {}
  const [headers = []] = utils.sheet_to_json<string[]>(page, { header: 1, blankrows: false })
  const lines = rows.map((row) => headers.map((header) => row[header.replace('*', '')] ?? ''))
  utils.sheet_add_aoa(page, lines, { origin: 'A2' })
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
  const kept = await desk.call('uploadMyWorkbook', { file: new File([bytes], file.name) })
  return kept as { fileHash: string; fileName: string }
}

test('a coordinator keeps the head-counts of her own unit; another unit does not exist for her', async () => {
  const desk = await openDesk()
  expect((await desk.mine()).units.map(({ code, staff }) => [code, staff])).toEqual([['IKE-03', 2]])
  const fields = { unitId: desk.training.id, topicId: desk.excel.id, headcount: 12 }
  const { id } = (await desk.call('addMyUnitNeed', { fields })) as { id: string }
  expect((await desk.mine()).needs).toMatchObject([{ headcount: 12, sources: [{ kind: 'portal' }] }])
  await desk.call('changeMyUnitNeed', { id, rowVersion: 1, fields: { ...fields, headcount: 9, names: 'Işık' } })
  await desk.call('removeMyUnitNeed', { id })
  expect((await desk.mine()).needs).toEqual([])
  await desk.call('restoreMyUnitNeed', { id })
  expect((await desk.mine()).needs).toMatchObject([{ headcount: 9, names: 'Işık' }])

  const elsewhere = { ...fields, unitId: desk.records.id }
  const { id: theirs } = (await desk.run('needs.addUnitNeed', { cycleId: desk.cycleId, fields: elsewhere })) as Named
  for (const asked of [
    () => desk.call('addMyUnitNeed', { fields: elsewhere }),
    () => desk.call('changeMyUnitNeed', { id: theirs, rowVersion: 1, fields: elsewhere }),
    () => desk.call('changeMyUnitNeed', { id, rowVersion: 4, fields: elsewhere }),
    () => desk.call('removeMyUnitNeed', { id: theirs }),
    () => desk.call('myUnitTemplate', { unitId: desk.records.id }),
  ])
    expect(await refusal(asked())).toBe('NOT_FOUND')
  desk.setNow('2027-02-01T06:00:00.000Z')
  expect(await refusal(desk.call('removeMyUnitNeed', { id }))).toBe('collectingClosed')
})

type Named = { readonly id: string }

test('the unit’s workbook goes out, comes back, is looked at and taken over, and is taken back', async () => {
  const desk = await openDesk()
  const file = await bring(desk, [
    { 'Sicil No': '000123', 'Eğitim Kodu': 'BİL-003', Aciliyet: '4', 'Amir Önceliği': '5' },
    { 'Sicil No': '000124', 'Diğer Eğitim İhtiyacı': 'Sunum hazırlama' },
  ])
  const checked = (await desk.call('checkMyWorkbook', file)) as Checked
  expect(checked.counts).toMatchObject({ lines: 2, created: 2, errors: 0 })
  const { batchId } = (await desk.call('commitMyWorkbook', file)) as { batchId: string }
  const lines = await desk.academy.opened.store.read((db) =>
    db.selectFrom('needLine').select(['managerPriority', 'managerState']).orderBy('id').execute(),
  )
  // A coordinator proposes a priority; she does not decide for the manager.
  expect(lines).toEqual([
    { managerPriority: 5, managerState: 'WAITING' },
    { managerPriority: null, managerState: 'WAITING' },
  ])
  expect((await desk.mine()).imports).toMatchObject([{ id: batchId, created: 2, undoable: true }])
  expect(await desk.call('undoMyImport', { batchId })).toMatchObject({ kept: 0 })
  expect((await desk.mine()).imports).toMatchObject([{ state: 'UNDONE', undoable: false }])
  const left = await desk.academy.opened.store.read((db) =>
    db.selectFrom('needLine').select('id').where('deletedAt', 'is', null).execute(),
  )
  expect(left).toEqual([])
})

test('a row of another unit is refused by its cell and says nothing about whose it is', async () => {
  const desk = await openDesk()
  await desk.addStaff({
    registryNo: '000555',
    givenNames: 'Gizem',
    surname: 'Gizli',
    unitId: desk.records.id,
  })
  const file = await bring(desk, [
    { 'Sicil No': '000123', 'Eğitim Kodu': 'BİL-003' },
    { 'Sicil No': '000555', 'Eğitim Kodu': 'BİL-003' },
    { 'Sicil No': '000124', 'Birim Kodu': 'IKE-04', 'Eğitim Kodu': 'BİL-003' },
    { 'Sicil No': '000999', 'Eğitim Kodu': 'BİL-003' },
  ])
  const checked = (await desk.call('checkMyWorkbook', file)) as Checked
  expect(checked.issues.map(({ code, cell }) => [code, cell]).sort()).toEqual([
    ['E12', 'C5'],
    ['E18', 'B4'],
    ['E18', 'C3'],
  ])
  expect(JSON.stringify(checked)).not.toContain('Gizli')
  expect(await refusal(desk.call('commitMyWorkbook', file))).toBe('importHasErrors')
  await desk.call('commitMyWorkbook', { ...file, leaveOutErrors: true })
  const people = await desk.academy.opened.store.read((db) => db.selectFrom('needLine').select('personId').execute())
  expect(people).toEqual([{ personId: desk.isik.id }])
  const corrected = (await desk.call('correctMyWorkbook', file)) as File
  expect(corrected.name).toContain('düzeltilecek')
})

test('an import of an officer or of another coordinator is nobody’s to take back', async () => {
  const desk = await openDesk()
  const file = await bring(desk, [{ 'Sicil No': '000123', 'Eğitim Kodu': 'BİL-003' }])
  const input = { ...file, cycleId: desk.cycleId }
  const { batchId } = (await desk.run('needs.commitImport', input)) as { batchId: string }
  expect((await desk.mine()).imports).toEqual([])
  expect(await refusal(desk.call('undoMyImport', { batchId }))).toBe('NOT_FOUND')
})
