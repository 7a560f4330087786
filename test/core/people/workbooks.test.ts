import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import { check, commit, uploaded } from './list-files.ts'
import { openSmallOffice, type SmallOffice } from './small-office.ts'

async function exported(
  office: SmallOffice,
  operation: string,
  input: object,
): Promise<{ name: string; bytes: Uint8Array }> {
  const file: File = await office.run(operation, input)
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

const sheetOf = (bytes: Uint8Array, name: string): string[][] => {
  const book = read(bytes, { type: 'array', raw: true })
  return utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, raw: false, defval: '' })
}

test('an export holds the rows of the screen with their zeros, and drop-downs beside them', async () => {
  const office = await openSmallOffice()
  const { name, bytes } = await exported(office, 'people.exportStaff', { search: 'isik', language: 'tr' })
  expect(name).toBe('Personel 15.12.2026.xlsx')
  const rows = sheetOf(bytes, 'Personel')
  expect(rows[0]?.slice(0, 8)).toEqual([
    'Sicil No',
    'Adı',
    'Soyadı',
    'İstihdam Türü',
    'Birim Kodu',
    'Birim',
    'Unvan',
    'E-posta',
  ])
  expect(rows[1]?.slice(0, 8)).toEqual([
    '000123',
    'Işık',
    'Şahin',
    'Memur',
    'IKE-03',
    'Eğitim Şube Müdürlüğü',
    'Memur',
    'isik.sahin@belediye.example',
  ])
  expect(rows).toHaveLength(2)
  const book = read(bytes, { type: 'array' })
  expect(book.SheetNames.slice(0, 2)).toEqual(['Oku', 'Personel'])
  expect(sheetOf(bytes, 'Birimler')).toHaveLength(4)
})

test.each(['tr', 'en'] as const)('what goes out in %s comes back without a difference', async (language) => {
  const office = await openSmallOffice()
  await office.run('people.changeUnit', {
    ...office.training,
    fields: {
      managerId: office.isik.id,
      coordinatorId: office.cagla.id,
      aliases: ['Eğitim Md.', 'EĞT'],
      validFrom: '2019-01-01',
    },
  })
  await office.run('people.deactivateStaff', { ...office.cagla, leaveDate: '2026-11-30' })
  for (const [kind, operation] of [
    ['staff', 'people.exportStaff'],
    ['units', 'people.exportUnits'],
    ['titles', 'people.exportTitles'],
  ] as const) {
    const { bytes, name } = await exported(office, operation, { language })
    const result = await check(office, await uploaded(office, bytes, { kind, fileName: name }))
    expect(result.issues, kind).toEqual([])
    expect(result.changes, kind).toEqual([])
    expect(result.counts.same, kind).toBe({ staff: 2, units: 3, titles: 1 }[kind])
  }
})

test('cells that look like formulas leave as text', async () => {
  const office = await openSmallOffice()
  await office.addStaff({ registryNo: '9', givenNames: '=1+1', surname: '@SUM(A1)', unitId: office.training.id })
  const { bytes } = await exported(office, 'people.exportStaff', { search: 'sum', language: 'tr' })
  const book = read(bytes, { type: 'array', cellFormula: true })
  expect(book.Sheets.Personel?.B2).toMatchObject({ t: 's', v: '=1+1' })
  expect(book.Sheets.Personel?.B2?.f).toBeUndefined()
})

test('who took the staff out stands in the log', async () => {
  const office = await openSmallOffice()
  await office.run('people.exportStaff', { language: 'tr' }, { as: ['AU'] })
  const log = await office.academy.opened.store.read((db) =>
    db.selectFrom('commandLog').select('actorId').where('operation', '=', 'people.exportStaff').execute(),
  )
  expect(log).toEqual([{ actorId: 'officer-AU' }])
})

test('a corrected file marks the wrong cells, says why, and is understood once they are right', async () => {
  const office = await openSmallOffice()
  const csv = 'Sicil No;Ad Soyad;Statü;Birim\r\n000300;Ali Can;Memur;Eğtm\r\n000301;Veli Can;Memur;IKE-03\r\n'
  const input = await uploaded(office, new TextEncoder().encode(`\ufeff${csv}`), { fileName: 'fen.csv' })
  const { name, bytes } = await exported(office, 'people.correctedList', { ...input, language: 'tr' })
  expect(name).toBe('fen düzeltilecek.xlsx')
  const book = read(bytes, { type: 'array' })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  expect(sheet?.A2?.v).toBe('000300')
  expect(sheet?.D2?.c?.[0]?.t).toContain('Eğtm')
  expect(sheet?.D3?.c).toBeUndefined()
  const again = await check(office, await uploaded(office, bytes))
  expect(again.counts).toMatchObject({ rows: 2, new: 1, wrongRows: 1 })
})

test('the units and titles that come with Akademi are read as they are', async () => {
  const office = await openSmallOffice()
  const file = (name: string) =>
    new Uint8Array(readFileSync(new URL(`../../../resources/sample/${name}`, import.meta.url)))
  const units = await uploaded(office, file('units.csv'), { kind: 'units', fileName: 'units.csv' })
  const result = await check(office, units)
  // The small office has a department of the same code and one of its directorates.
  expect(result.counts).toMatchObject({ rows: 147, errors: 0, new: 144 })
  await commit(office, units)
  const titles = await uploaded(office, file('titles.csv'), { kind: 'titles', fileName: 'titles.csv' })
  expect((await check(office, titles)).counts).toMatchObject({ rows: 111, errors: 0, new: 110, changed: 1 })
})
