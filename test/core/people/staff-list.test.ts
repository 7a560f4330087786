import { expect, test } from 'vitest'
import type { ListInspection } from '../../../src-core/people/list-import.contract.ts'
import type { StaffRow } from '../../../src-core/people/staff.ts'
import { check, commit, findings, uploaded, windows1254, workbook } from './list-files.ts'
import { openSmallOffice, type SmallOffice } from './small-office.ts'

const header = ['Sicil No', 'Adı Soyadı', 'Statü', 'Birim', 'Unvan', 'E-posta', 'İşe Giriş Tarihi', 'Aktif']
const training = 'Eğitim Şube Müdürlüğü'
const isik = ['000123', 'IŞIK ŞAHİN', 'Memur', training, 'Memur', null, '01.03.2010', 'Evet']
const cagla = ['000124', 'Çağla İNCE', 'Memur', training, null, null, null, 'Evet']

const list = (office: SmallOffice, rows: readonly (readonly (string | number | null | Date)[])[], staff = {}) =>
  uploaded(office, workbook([header, ...rows]), { staff })

const everybody = async (office: SmallOffice): Promise<readonly StaffRow[]> =>
  ((await office.run('people.listStaff', { sort: [{ column: 'registryNo' }] })) as { rows: readonly StaffRow[] }).rows

test('a list that says what is on record changes nothing, whatever its capitals', async () => {
  const office = await openSmallOffice()
  const input = await list(office, [isik, cagla])
  const { counts, changes } = await check(office, input)
  expect(changes).toEqual([])
  expect(counts).toMatchObject({ rows: 2, same: 2, errors: 0, warnings: 0 })
  await expect(commit(office, input)).rejects.toMatchObject({ data: { rule: 'listChangesNothing' } })
})

test('a check shows who is new, who moved and what changed, and writes nothing', async () => {
  const office = await openSmallOffice()
  const input = await list(office, [
    [
      '000123',
      'Işık Şahin Kaya',
      'Memur',
      'Özlük Şb. Md.',
      'Memur',
      'isik.kaya@belediye.example',
      '01.03.2010',
      'Evet',
    ],
    cagla,
    ['000200', 'UMUT YILMAZ', 'İşçi', training, 'Memur', 'umut@belediye.example', '15.06.2020', 'E'],
  ])
  const { counts, changes } = await check(office, input)
  expect(counts).toMatchObject({ rows: 3, same: 1, new: 1, changed: 1, moved: 1, gone: 0, errors: 0 })
  expect(changes).toEqual([
    {
      kinds: ['changed', 'moved'],
      row: 2,
      id: office.isik.id,
      key: '000123',
      employmentType: 'OFFICER',
      name: 'Işık Şahin',
      place: training,
      fields: [
        { field: 'givenNames', from: 'Işık', to: 'Işık Şahin' },
        { field: 'surname', from: 'Şahin', to: 'Kaya' },
        { field: 'unit', from: training, to: 'Özlük Şube Müdürlüğü' },
        { field: 'email', from: 'isik.sahin@belediye.example', to: 'isik.kaya@belediye.example' },
      ],
    },
    expect.objectContaining({ kinds: ['new'], row: 4, key: '000200', employmentType: 'WORKER', name: 'Umut Yılmaz' }),
  ])
  expect(await everybody(office)).toHaveLength(2)
})

test('a commit writes what the check showed, and an undo takes it back', async () => {
  const office = await openSmallOffice()
  const before = await everybody(office)
  const input = await list(office, [
    ['000123', 'Işık Şahin', 'Memur', 'Özlük Şube Müdürlüğü', 'Memur', null, null, null],
    ['000200', 'Umut Yılmaz', 'İşçi', training, null, 'UMUT@belediye.example', new Date(Date.UTC(2020, 5, 15)), null],
  ])
  const result = await commit(office, input)
  expect(result).toMatchObject({ created: 1, changed: 1, left: 0, leftOut: 0 })
  const [first, , third] = await everybody(office)
  expect(first).toMatchObject({ unitId: office.records.id, email: 'isik.sahin@belediye.example', rowVersion: 2 })
  expect(third).toMatchObject({
    registryNo: '000200',
    givenNames: 'Umut',
    surname: 'Yılmaz',
    employmentType: 'WORKER',
    email: 'umut@belediye.example',
    hireDate: '2020-06-15',
    active: true,
  })
  expect((await check(office, input)).importedBefore?.batchId).toBe(result.batchId)
  await office.run('imports.undo', { batchId: result.batchId })
  expect((await everybody(office)).map(({ rowVersion: _, ...row }) => row)).toEqual(
    before.map(({ rowVersion: _, ...row }) => row),
  )
})

test('an empty cell erases nothing', async () => {
  const office = await openSmallOffice()
  await commit(office, await list(office, [['000123', 'Işık Ünlü', 'Memur', null, null, null, null, null]]))
  const [row] = await everybody(office)
  expect(row).toMatchObject({ surname: 'Ünlü', unitId: office.training.id, titleName: 'Memur', hireDate: '2010-03-01' })
})

test('every error names its cell, and no row with an error is taken', async () => {
  const office = await openSmallOffice()
  const input = await list(office, [
    ['', 'Ali Can', 'Memur', training, 'Memur', null, null, null],
    ['000300', 'Ali Can', 'Başbakan', training, 'Memur', null, null, null],
    ['000301', 'Ali', 'Memur', training, 'Memur', null, null, null],
    ['000302', 'Ali Can', 'Memur', 'Eğtim Müdürlügü', 'Memmur', null, null, null],
    ['000303', 'Ali Can', 'Memur', null, 'Memur', 'ali at belediye', 'dün', null],
    ['000304', 'Ali Can', 'Memur', training, 'Memur', null, null, 'belki'],
    ['000305', 'Veli Can', 'Memur', training, 'Memur', null, null, null],
  ])
  const result = await check(office, input)
  expect(findings(result)).toEqual(['A2 E25', 'C3 E23', 'B4 E25', 'D5 E15', 'E5 E23', 'F6 W35', 'G6 E21', 'H7 E23'])
  expect(result.counts).toMatchObject({ rows: 7, new: 1, errors: 7, warnings: 1, wrongRows: 6 })
  const unknownUnit = result.issues.find(({ code }) => code === 'E15')
  expect(unknownUnit?.message).toContain('Eğitim Şube Müdürlüğü (IKE-03)')
  await expect(commit(office, input)).rejects.toMatchObject({ data: { rule: 'listHasErrors', details: { rows: 6 } } })
  const done = await commit(office, { ...input, leaveOutErrors: true })
  expect(done).toMatchObject({ created: 1, leftOut: 6 })
})

test('somebody without a unit is not taken unless the officer says which unit', async () => {
  const office = await openSmallOffice()
  const row = ['000303', 'Ali Can', 'Memur', null, null, null, null, null]
  expect(findings(await check(office, await list(office, [row])))).toEqual(['D2 E16'])
  const input = await list(office, [row], { unitId: office.records.id })
  expect((await check(office, input)).changes).toMatchObject([{ kinds: ['new'], place: 'Özlük Şube Müdürlüğü' }])
})

test('zeros that Excel dropped are found again by the name, and another person stays another', async () => {
  const office = await openSmallOffice()
  const result = await check(
    office,
    await list(office, [
      [123, 'Işık Şahin', 'Memur', training, null, null, null, null],
      [124, 'Mehmet Demir', 'Memur', training, null, null, null, null],
    ]),
  )
  expect(findings(result)).toEqual(['A2 W25'])
  expect(result.issues[0]?.message).toContain('000123')
  expect(result.counts).toMatchObject({ same: 1, new: 1 })
  expect(result.changes).toMatchObject([{ key: '124', name: 'Mehmet Demir' }])
})

test('one number in two employment types is two people', async () => {
  const office = await openSmallOffice()
  const result = await commit(
    office,
    await list(office, [isik, ['000123', 'Kemal Taş', 'Şirket personeli', training, null, null, null, null]]),
  )
  expect(result).toMatchObject({ created: 1, changed: 0 })
  expect((await everybody(office)).filter(({ registryNo }) => registryNo === '000123')).toHaveLength(2)
})

test('a candidate who became an officer stays the same person', async () => {
  const office = await openSmallOffice()
  await office.addStaff({
    registryNo: '000777',
    employmentType: 'CANDIDATE_OFFICER',
    givenNames: 'Defne',
    surname: 'Ak',
    unitId: office.training.id,
  })
  const input = await list(office, [['000777', 'Defne Ak', 'Memur', training, null, null, null, null]], {
    mode: 'update',
  })
  const { changes } = await check(office, input)
  expect(changes).toMatchObject([
    { kinds: ['changed'], fields: [{ field: 'employmentType', from: 'CANDIDATE_OFFICER', to: 'OFFICER' }] },
  ])
})

test('the same row twice counts once, two rows that differ are both shown and the second is refused', async () => {
  const office = await openSmallOffice()
  const ali = ['000300', 'Ali Can', 'Memur', training, null, null, null, null]
  const result = await check(
    office,
    await list(office, [ali, ali, ['000300', 'Ali Can', 'Memur', 'Özlük Şube Müdürlüğü', null, null, null, null]]),
  )
  expect(findings(result)).toEqual(['A3 W36', 'A4 E29'])
  expect(result.counts).toMatchObject({ new: 1, wrongRows: 1 })
})

test('a name that is not that of the number is pointed out', async () => {
  const office = await openSmallOffice()
  const result = await check(
    office,
    await list(office, [['000123', 'Mehmet Demir', 'Memur', training, null, null, null, null]]),
  )
  expect(findings(result)).toEqual(['A2 W13'])
  expect(result.changes).toMatchObject([{ kinds: ['changed'], name: 'Işık Şahin' }])
})

test('a new surname alone is no other person', async () => {
  const office = await openSmallOffice()
  const result = await check(
    office,
    await list(office, [['000123', 'Işık Demir', 'Memur', training, null, null, null, null]]),
  )
  expect(findings(result)).toEqual([])
  expect(result.changes).toMatchObject([{ fields: [{ field: 'surname', from: 'Şahin', to: 'Demir' }] }])
})

test('a wording that no unit is known by is asked for once, and serves when it becomes another spelling', async () => {
  const office = await openSmallOffice()
  const rows = [
    ['000300', 'Ali Can', 'Memur', 'Gelişim Ofisi', null, null, null, null],
    ['000301', 'Veli Can', 'Memur', 'Gelişim Ofisi', null, null, null, null],
  ]
  const input = await list(office, rows)
  expect((await check(office, input)).staff?.unknownUnits).toMatchObject([{ text: 'Gelişim Ofisi', rows: 2 }])
  await office.run('people.changeUnit', { ...office.training, fields: { aliases: ['Gelişim Ofisi'] } })
  const again = await check(office, input)
  expect(again.staff?.unknownUnits).toEqual([])
  expect(again.counts).toMatchObject({ new: 2, errors: 0 })
})

test('titles that are not on record are refused, or added when the officer says so', async () => {
  const office = await openSmallOffice()
  const row = ['000300', 'Ali Can', 'Memur', training, 'DRON PİLOTU', null, null, null]
  expect(findings(await check(office, await list(office, [row])))).toEqual(['E2 E23'])
  const input = await list(office, [row, ['000301', 'Veli Can', 'Memur', training, 'Dron Pilotu', null, null, null]], {
    addTitles: true,
  })
  const result = await check(office, input)
  expect(findings(result)).toEqual(['E2 W37'])
  expect(result.staff?.newTitles).toEqual(['Dron Pilotu'])
  await commit(office, input)
  const { rows }: { rows: object[] } = await office.run('people.listTitles', { search: 'dron' })
  expect(rows).toMatchObject([{ code: 'U029', name: 'Dron Pilotu', staff: 2 }])
})

test('a code and a name of two units contradict each other', async () => {
  const office = await openSmallOffice()
  const bytes = workbook([
    ['Sicil No', 'Ad', 'Soyad', 'Statü', 'Birim Kodu', 'Birim'],
    ['000300', 'Ali', 'Can', 'Memur', 'IKE-04', training],
    ['000301', 'Veli', 'Can', 'Memur', '50012', training],
    ['000302', 'Deli', 'Can', 'Memur', 'IKE-04', ''],
  ])
  const result = await check(office, await uploaded(office, bytes))
  expect(findings(result)).toEqual(['E2 E37'])
  expect(result.changes.map(({ name, place }) => `${name}: ${place}`)).toEqual([
    'Veli Can: Eğitim Şube Müdürlüğü',
    'Deli Can: Özlük Şube Müdürlüğü',
  ])
})

test('a CSV in windows-1254 with semicolons keeps its zeros and its letters', async () => {
  const office = await openSmallOffice()
  const text = [
    'Kurum Sicil No;Ad;Soyad;Ünvan;Görev Birimi;İşe Giriş',
    '000123;Işık;Şahin;Memur;Eğitim Şube Müdürlüğü;01.03.2010',
    '000009;Gülşah;Iğdır;Memur;Özlük Şube Müdürlüğü;5.3.2026',
  ].join('\r\n')
  const input = await uploaded(office, windows1254(text), {
    fileName: 'personel.csv',
    staff: { employmentType: 'OFFICER' },
  })
  const result = await check(office, input)
  expect(findings(result)).toEqual([])
  expect(result.counts).toMatchObject({ same: 1, new: 1 })
  await commit(office, input)
  const [row] = await everybody(office)
  expect(row).toMatchObject({ registryNo: '000009', givenNames: 'Gülşah', surname: 'Iğdır', hireDate: '2026-03-05' })
})

test('headers of other institutions are understood, and a chosen column goes before the found one', async () => {
  const office = await openSmallOffice()
  const bytes = workbook([
    ['T.C.', 'Sicil', 'Ad Soyad', 'Kadro Ünvanı', 'Müdürlük', 'Personel Türü', 'Mail', 'Açıklama'],
    ['12345678950', '000300', 'Ali Can', 'Memur', training, '657', 'ali@belediye.example', 'x'],
  ])
  const source = await uploaded(office, bytes)
  const inspection: ListInspection = await office.run('people.inspectList', source)
  expect(inspection).toMatchObject({ sheet: 'Sayfa1', headerRow: 1, recognised: false })
  expect(inspection.columns.map(({ letter, field }) => `${letter} ${field}`)).toEqual([
    'A nationalId',
    'B registryNo',
    'C fullName',
    'D title',
    'E unit',
    'F employmentType',
    'G email',
    'H null',
  ])
  const chosen: ListInspection = await office.run('people.inspectList', {
    ...source,
    mapping: { fields: { phone: 'Açıklama' } },
  })
  expect(chosen.columns.at(-1)).toMatchObject({ field: 'phone', reason: 'chosen' })
})

test('a form that was imported once is recognised the next time', async () => {
  const office = await openSmallOffice()
  const rows = (surname: string) => [
    ['Numara', 'Kim', 'Tür', 'Yer'],
    ['000123', `Işık ${surname}`, 'Memur', training],
  ]
  const mapping = { fields: { registryNo: 'Numara', fullName: 'Kim', employmentType: 'Tür', unit: 'Yer' } }
  await commit(office, { ...(await uploaded(office, workbook(rows('Ak')))), mapping })
  const next = await uploaded(office, workbook(rows('Taş')))
  const inspection: ListInspection = await office.run('people.inspectList', next)
  expect(inspection.recognised).toBe(true)
  expect((await check(office, next)).changes).toMatchObject([{ fields: [{ field: 'surname', to: 'Taş' }] }])
})

test('identity numbers are left alone unless they are asked for, and are then kept sealed', async () => {
  const office = await openSmallOffice()
  const bytes = workbook([
    ['Sicil No', 'Ad Soyad', 'Statü', 'Birim', 'TCKN'],
    ['000123', 'Işık Şahin', 'Memur', training, '12345678951'],
  ])
  const input = await uploaded(office, bytes)
  expect((await check(office, input)).counts).toMatchObject({ same: 1, warnings: 0 })
  const taking = { ...input, staff: { takeNationalIds: true } }
  const result = await check(office, taking)
  expect(findings(result)).toEqual(['E2 W28'])
  expect(JSON.stringify(result)).not.toContain('12345678951')
  await commit(office, taking)
  const detail = await office.run('people.getStaff', { id: office.isik.id }, { as: ['TO'] })
  expect(detail).toMatchObject({ nationalId: '123******51' })
  expect((await check(office, taking)).counts).toMatchObject({ same: 1 })
})

test('a file without a column for the registry number says so and is not taken', async () => {
  const office = await openSmallOffice()
  const bytes = workbook([
    ['Ad', 'Soyad', 'Birim'],
    ['Ali', 'Can', training],
    ['Veli', 'Can', training],
  ])
  const input = await uploaded(office, bytes)
  const result = await check(office, input)
  expect(result.issues).toMatchObject([{ code: 'E11', sheet: 'Sayfa1' }])
  expect(result.changes).toEqual([])
  await expect(commit(office, input)).rejects.toMatchObject({ data: { rule: 'listUnreadable' } })
})

test('a file that is no workbook is refused by name', async () => {
  const office = await openSmallOffice()
  const input = await uploaded(office, Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), { fileName: 'resim.xlsx' })
  await expect(check(office, input)).rejects.toMatchObject({ code: 'INVALID_FILE', data: { file: 'resim.xlsx' } })
})

test('only the training officer brings in lists', async () => {
  const office = await openSmallOffice()
  const input = await list(office, [isik])
  for (const operation of ['people.checkList', 'people.commitList', 'people.inspectList'])
    await expect(office.run(operation, input, { as: ['SA', 'TM', 'AU'] })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
})
