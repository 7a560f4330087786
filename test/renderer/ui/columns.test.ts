import { describe, expect, test } from 'vitest'
import {
  type CellWords,
  type Column,
  cellText,
  compareCells,
  firstWidth,
} from '../../../src-renderer/ui/table/columns.ts'

type Row = { readonly value: string | number | boolean | null }

const words: CellWords = { language: 'tr', yes: 'Evet', no: 'Hayır' }
const common = { id: 'value', title: 'Değer' } as const
const text: Column<Row> = { ...common, type: 'text', value: (row) => row.value as string | null }
const number: Column<Row> = { ...common, type: 'number', value: (row) => row.value as number | null }
const money: Column<Row> = { ...common, type: 'money', value: (row) => row.value as number | null }
const date: Column<Row> = { ...common, type: 'date', value: (row) => row.value as string | null }
const flag: Column<Row> = { ...common, type: 'flag', value: (row) => row.value as boolean | null }
const choice: Column<Row> = {
  ...common,
  type: 'choice',
  value: (row) => row.value as string | null,
  choices: [
    { value: 'LOW', label: 'Düşük' },
    { value: 'HIGH', label: 'Yüksek' },
  ],
}

describe('the text of a cell', () => {
  test('is what an officer would write', () => {
    expect(cellText(number, { value: 1234567.891 }, words)).toBe('1.234.567,891')
    expect(cellText(money, { value: 123450 }, words)).toBe('1.234,50 ₺')
    expect(cellText(date, { value: '2026-12-31' }, words)).toBe('31.12.2026')
    expect(cellText(flag, { value: false }, words)).toBe('Hayır')
    expect(cellText(choice, { value: 'HIGH' }, words)).toBe('Yüksek')
    expect(cellText(text, { value: '0012' }, words)).toBe('0012')
  })

  test('is empty where nothing is known, and never the key of a choice', () => {
    for (const column of [text, number, money, date, flag, choice])
      expect(cellText(column, { value: null }, words)).toBe('')
    expect(cellText(choice, { value: 'UNKNOWN_STATE' }, words)).toBe('')
  })

  test('keeps a zero and a false apart from nothing', () => {
    expect(cellText(number, { value: 0 }, words)).toBe('0')
    expect(cellText(flag, { value: false }, words)).not.toBe('')
  })
})

describe('the order of cells', () => {
  const sorted = (column: Column<Row>, values: readonly Row['value'][]) =>
    [...values].sort((a, b) => compareCells(column, a, b))

  test('is the Turkish dictionary for texts', () => {
    expect(sorted(text, ['Zeynep', 'Şule', 'İsmail', 'Irmak', 'Ülkü', 'Cem', 'Çağla', 'Selin'])).toEqual([
      'Cem',
      'Çağla',
      'Irmak',
      'İsmail',
      'Selin',
      'Şule',
      'Ülkü',
      'Zeynep',
    ])
  })

  test('puts 9 before 10 inside texts', () => {
    expect(sorted(text, ['BLG-10', 'BLG-9'])).toEqual(['BLG-9', 'BLG-10'])
  })

  test('is the declared one for choices, whatever their labels', () => {
    expect(sorted(choice, ['HIGH', 'LOW'])).toEqual(['LOW', 'HIGH'])
  })

  test('leaves what is missing for the end', () => {
    expect(sorted(number, [null, 3, 0, -1])).toEqual([-1, 0, 3, null])
    expect(sorted(date, [null, '2027-01-01', '2026-01-01'])).toEqual(['2026-01-01', '2027-01-01', null])
  })
})

test('a column is never narrower than its title', () => {
  const title = 'Toplam eğitim saati (kişi başına)'
  expect(firstWidth({ type: 'number', title })).toBeGreaterThan(title.length * 6)
  expect(firstWidth({ type: 'text', title: 'Ad', width: 300 })).toBe(300)
})
