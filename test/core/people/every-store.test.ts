import { expect, test } from 'vitest'
import type { StaffOption, StaffRow } from '../../../src-core/people/staff.ts'
import type { TitleRow } from '../../../src-core/people/title.ts'
import type { UnitRow } from '../../../src-core/people/unit.ts'
import { onEveryStore, openAcademy } from '../database/stores.ts'
import { check, commit, uploaded, workbook } from './list-files.ts'
import { furnish } from './small-office.ts'

type Page<Row> = { readonly rows: readonly Row[]; readonly total: number }

const letters = ['Zeynep', 'Çağla', 'Cemal', 'Işıl', 'İrem', 'Şule', 'Suna', 'Ömer', 'Orhan', 'Ülkü', 'Umut']

onEveryStore('people', (open) => {
  const office = async () => furnish(await openAcademy(open))

  test('names stand in Turkish order and pages neither repeat nor skip anybody', async () => {
    const academy = await office()
    for (const [at, givenNames] of letters.entries())
      await academy.addStaff({ registryNo: `0${at}`, givenNames, surname: 'Can', unitId: academy.records.id })
    const read = async (start: number) => {
      const sort = [{ column: 'name' }]
      const page: Page<StaffRow> = await academy.run('people.listStaff', {
        unitId: academy.records.id,
        sort,
        start,
        end: start + 4,
      })
      expect(page.total).toBe(letters.length)
      return page.rows.map(({ givenNames }) => givenNames)
    }
    expect([...(await read(0)), ...(await read(4)), ...(await read(8))]).toEqual([
      'Cemal',
      'Çağla',
      'Işıl',
      'İrem',
      'Orhan',
      'Ömer',
      'Suna',
      'Şule',
      'Umut',
      'Ülkü',
      'Zeynep',
    ])
  })

  test('searches, filters and sorts give the same rows', async () => {
    const academy = await office()
    const found = async (page: object) =>
      ((await academy.run('people.listStaff', page)) as Page<StaffRow>).rows.map(({ surname }) => surname)
    expect(await found({ search: 'ISIK 0123' })).toEqual(['Şahin'])
    expect(await found({ filter: { registryNo: { kind: 'contains', text: '124' } } })).toEqual(['İnce'])
    expect(await found({ filter: { email: { kind: 'contains', text: 'SAHIN@' } } })).toEqual(['Şahin'])
    expect(await found({ filter: { title: { kind: 'empty', empty: true } } })).toEqual(['İnce'])
    expect(
      await found({
        filter: { unit: { kind: 'contains', text: 'EGITIM' } },
        sort: [{ column: 'hireDate', descending: true }],
      }),
    ).toHaveLength(2)
    for (const column of ['employmentType', 'unit', 'title', 'active', 'registryNo', 'email'])
      expect(await found({ sort: [{ column }, { column: 'name' }] })).toHaveLength(2)
    const picker: { staff: readonly StaffOption[] } = await academy.run('people.searchStaff', { text: '00012' })
    expect(picker.staff.map(({ registryNo }) => registryNo)).toEqual(['000124', '000123'])
  })

  test('counts of staff are numbers', async () => {
    const academy = await office()
    const { units }: { units: readonly UnitRow[] } = await academy.run('people.listUnits', {})
    expect(units.map(({ staff, staffBelow }) => [staff, staffBelow])).toEqual([
      [0, 2],
      [2, 2],
      [0, 0],
    ])
    const titles: Page<TitleRow> = await academy.run('people.listTitles', {
      sort: [{ column: 'staff', descending: true }],
    })
    expect(titles).toMatchObject({ rows: [{ name: 'Memur', staff: 1 }], total: 1 })
  })

  test('a list comes in and is taken back', async () => {
    const academy = await office()
    const rows = [
      ['Sicil No', 'Ad Soyad', 'Statü', 'Birim', 'Unvan', 'TCKN'],
      ['000123', 'Işık Ünlü', 'Memur', 'IKE-04', 'Dron Pilotu', '10000000146'],
      ['000500', 'Ali Can', 'İşçi', 'IKE-04', 'Usta', ''],
    ]
    const staff = { mode: 'snapshot', addTitles: true, takeNationalIds: true, confirmDeactivations: 1 } as const
    const input = await uploaded(academy, workbook(rows), { staff })
    expect((await check(academy, input)).counts).toMatchObject({ new: 1, changed: 1, moved: 1, gone: 1, errors: 0 })
    const { batchId } = await commit(academy, input)
    const after: Page<StaffRow> = await academy.run('people.listStaff', { sort: [{ column: 'registryNo' }] })
    expect(after.rows.map(({ surname, unitCode, active }) => `${surname} ${unitCode} ${active}`)).toEqual([
      'Ünlü IKE-04 true',
      'İnce IKE-03 false',
      'Can IKE-04 true',
    ])
    await academy.run('imports.undo', { batchId })
    const back: Page<StaffRow> = await academy.run('people.listStaff', { sort: [{ column: 'registryNo' }] })
    expect(back.rows.map(({ surname, unitCode, active }) => `${surname} ${unitCode} ${active}`)).toEqual([
      'Şahin IKE-03 true',
      'İnce IKE-03 true',
    ])
  })
})
