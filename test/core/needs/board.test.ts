import { expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import type { SilentPerson } from '../../../src-core/needs/board.contract.ts'
import { boardOf } from '../../../src-core/needs/board.rules.ts'
import { type BoardRow, noAnswers } from '../../../src-core/needs/board.ts'
import { type CollectingOffice, officerRole, openCollectingOffice } from './collecting-office.ts'

type Board = { rows: BoardRow[]; total: BoardRow['own']; units: number; silentUnits: number }

const boardOfCycle = (office: CollectingOffice): Promise<Board> =>
  office.run('needs.board', { cycleId: office.cycleId })

const silent = async (office: CollectingOffice, unitId: string | null = null): Promise<readonly SilentPerson[]> =>
  (
    (await office.run('needs.unanswered', {
      cycleId: office.cycleId,
      unitId,
      page: { sort: [{ column: 'name' }] },
    })) as unknown as { rows: SilentPerson[] }
  ).rows

test('the board counts those who may ask, those who answered and the lines, per unit and up the tree', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ topicId: office.excel.id }, { freeText: 'Python' }])
  await office.run('needs.addUnitNeed', {
    cycleId: office.cycleId,
    fields: { unitId: office.records.id, freeText: 'Arşiv', headcount: 7 },
  })
  const { rows, total, units, silentUnits } = await boardOfCycle(office)
  const shown = rows.map(({ name, depth, own, below }) => [name, depth, own.answered, own.eligible, below.lines])
  expect(shown).toEqual([
    ['İnsan Kaynakları Dairesi Başkanlığı', 0, 0, 0, 3],
    ['Eğitim Şube Müdürlüğü', 1, 1, 2, 2],
    ['Özlük Şube Müdürlüğü', 1, 0, 0, 1],
  ])
  expect(rows[0]?.below).toMatchObject({
    eligible: 2,
    answered: 1,
    headcount: 7,
    lastAnswer: '2026-12-15T07:00:00.000Z',
  })
  expect(total).toMatchObject({ eligible: 2, answered: 1, lines: 3, headcount: 7 })
  expect({ units, silentUnits }).toEqual({ units: 1, silentUnits: 0 })
})

test('who has not answered is listed for a unit with everything below it, and nobody who may not ask', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ topicId: office.excel.id }])
  expect((await silent(office)).map(({ name }) => name)).toEqual(['Çağla İnce'])
  expect((await silent(office, office.department.id)).map(({ name }) => name)).toEqual(['Çağla İnce'])
  expect(await silent(office, office.records.id)).toEqual([])
  await office.save(office.cagla.id, [])
  expect(await silent(office)).toEqual([])
})

test('people who left count neither as asked nor as silent', async () => {
  const office = await openCollectingOffice()
  await office.run('people.deactivateStaff', { ...office.cagla, leaveDate: '2026-12-14' })
  expect((await boardOfCycle(office)).total).toMatchObject({ eligible: 1, answered: 0 })
  expect((await silent(office)).map(({ name }) => name)).toEqual(['Işık Şahin'])
})

test('a unit without anybody who may ask stands on the board only above others', () => {
  const unit = (id: string, parentId: string | null, depth: number) => ({ id, code: id, name: id, parentId, depth })
  const units = [unit('top', null, 0), unit('mid', 'top', 1), unit('low', 'mid', 2), unit('empty', 'top', 1)]
  const rows = boardOf(units, new Map([['low', { ...noAnswers, eligible: 4, answered: 1 }]]))
  expect(rows.map(({ unitId, below }) => `${unitId} ${below.answered}/${below.eligible}`)).toEqual([
    'top 1/4',
    'mid 1/4',
    'low 1/4',
  ])
})

test('the board leaves as a workbook of units and of people who have not answered', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ topicId: office.excel.id }])
  const file: File = await office.run('needs.exportBoard', { cycleId: office.cycleId, language: 'tr' }, officerRole)
  expect(file.name).toBe('yanit-durumu-2027-2026-12-15.xlsx')
  const book = read(new Uint8Array(await file.arrayBuffer()))
  const rows = (name: string) => utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 })
  expect(book.SheetNames).toEqual(['Birimler', 'Yanıtlamayanlar'])
  expect(rows('Birimler').at(-1)).toEqual([undefined, 'Toplam', 2, 1, 50, undefined, 1, 0])
  expect(rows('Yanıtlamayanlar')[1]?.slice(0, 4)).toEqual(['Eğitim Şube Müdürlüğü', '000124', 'Çağla İnce', 'Memur'])
})
