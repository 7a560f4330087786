import { describe, expect, it } from 'vitest'
import { openSmallAcademy, sheetOf } from './import-academy.ts'

const header = ['Birim Kodu', '1. Eğitim', '2. Eğitim', '3. Eğitim', 'Kişi Sayısı']

describe('several wishes side by side', () => {
  it('are a need each, for as many people as the row says', async () => {
    const academy = await openSmallAcademy()
    const bytes = await sheetOf(header, [
      ['FEN', 'Microsoft Excel Temel', 'Zaman Yönetimi', null, '12 kişi'],
      ['ZAB', 'Zaman Yönetimi', null, null, '3'],
    ])
    const file = await academy.upload(bytes, 'istekler.xlsx')
    const checked = await academy.check(file)
    expect(checked.issues.filter((issue) => issue.severity === 'error')).toEqual([])
    expect(checked.counts).toMatchObject({ lines: 3, topics: 2, answers: 3 })
    expect(checked.preview.map(({ row, topic, headcount }) => [row, topic, headcount])).toEqual([
      [2, 'Microsoft Excel Temel', 12],
      [2, 'Zaman Yönetimi', 12],
      [3, 'Zaman Yönetimi', 3],
    ])
  })

  it('with an unknown one refuse the row and name the cell', async () => {
    const academy = await openSmallAcademy()
    const bytes = await sheetOf(header, [['FEN', 'Microsoft Excel Temel', 'Zaman Yönetmi', null, '2']])
    const { issues } = await academy.check(await academy.upload(bytes, 'istekler.xlsx'))
    expect(issues).toContainEqual(expect.objectContaining({ code: 'E31', cell: 'C2' }))
  })

  it('for a range of people is no number, and the cell is named', async () => {
    const academy = await openSmallAcademy()
    const bytes = await sheetOf(header, [
      ['FEN', 'Microsoft Excel Temel', null, null, '20 to 40 students'],
      ['ZAB', 'Microsoft Excel Temel', null, null, '2'],
    ])
    const { issues } = await academy.check(await academy.upload(bytes, 'istekler.xlsx'))
    expect(issues).toContainEqual(expect.objectContaining({ code: 'E22', cell: 'E2' }))
  })
})

describe('a topic with a code and a name', () => {
  it('is found by its name where the code is the sender’s own', async () => {
    const academy = await openSmallAcademy()
    const bytes = await sheetOf(
      ['Birim Kodu', 'Eğitim Kodu', 'Eğitim Konusu', 'Kişi Sayısı'],
      [
        ['FEN', 'X-17', 'Microsoft Excel Temel', '4'],
        ['ZAB', 'BIL-004', null, '2'],
      ],
    )
    const { issues, counts } = await academy.check(await academy.upload(bytes, 'kodlu.xlsx'))
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(counts).toMatchObject({ lines: 2, topics: 2 })
  })
})
