import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldNames } from '../../../src-core/imports/field-names.ts'
import { sentence } from '../../../src-core/imports/issue.sentences.ts'
import { type ImportIssue, type IssueCode, type IssueValues, issueOf } from '../../../src-core/imports/issue.ts'
import { englishSentences } from '../../../src-core/imports/issue-sentences-en.ts'
import { turkishSentences } from '../../../src-core/imports/issue-sentences-tr.ts'
import { workbookIssues } from '../../../src-core/imports/workbook-issues.ts'
import { sheetOf } from './sheet-of.ts'

const examples: { readonly [C in IssueCode]: readonly IssueValues[C][] } = {
  E10: [{}],
  E11: [{ field: 'registryNo' }],
  E12: [{ registryNo: '00123' }],
  E13: [{ text: 'Ali Veli', count: 2 }],
  E14: [
    { name: 'Ali Veli', why: 'inactive' },
    { name: 'Ali Veli', why: 'employmentType' },
  ],
  E15: [{ unit: 'Fen' }],
  E16: [{}],
  E18: [{ text: '000987' }],
  E17: [{ name: 'Ali Veli' }],
  E21: [{ field: 'hireDate', text: 'dün' }],
  E22: [{ field: 'headCount', text: 'çok' }],
  E23: [{ field: 'reason', text: 'canım istedi' }],
  E24: [{ field: 'hireDate', text: '03.05.2026', dayFirst: '2026-05-03', monthFirst: '2026-03-05' }],
  E25: [{ field: 'registryNo' }],
  E26: [{ field: 'freeText', length: 32767, limit: 2000 }],
  E27: [{ text: '#REF!' }],
  E28: [{ field: 'urgency', text: '7', least: 1, most: 5 }],
  E29: [{ text: '00123', row: 14 }],
  E35: [{ name: 'Fen İşleri', staff: 2, units: 1 }],
  E36: [{ name: 'Fen İşleri', parent: 'Yapı İşleri' }],
  E37: [{ code: 'FEN-01', byCode: 'Yapı İşleri', byName: 'Fen İşleri' }],
  E38: [{ field: 'topic', text: 'Excel', name: 'Microsoft Excel Temel' }],
  E39: [{ from: '17:30', to: '08:30' }],
  E42: [{ name: 'Microsoft Excel Temel', topics: 'BİL-004' }],
  E40: [{ path: 'BİL-003 → BİL-004 → BİL-003' }],
  E31: [{ topic: 'Excell ileri' }],
  E32: [{ topic: 'Etik', count: 2 }],
  E33: [{ topic: 'Daktilo' }],
  E41: [{ name: 'Ali Veli', limit: 5, count: 7 }],
  W11: [{ row: 14 }, { row: 14, sheet: 'Sayfa2' }],
  W12: [{ name: 'Ali Veli', topic: 'Etik' }],
  W13: [{ text: 'Can Ak', name: 'Ali Veli', registryNo: '00123' }],
  W14: [
    { what: 'rows', names: '3, 4', count: 2 },
    { what: 'columns', names: 'Not', count: 1 },
    { what: 'sheet', names: 'Gizli', count: 1 },
  ],
  W15: [{ text: 'TOPLAM' }],
  W16: [{ labels: 'Very needed, Highly needed' }],
  W17: [{ column: 'Birim', count: 1234 }],
  W18: [{ count: 1 }],
  W19: [{}],
  W20: [{ field: 'cycle', shown: '17.07.1905', year: 2025 }],
  W21: [
    { field: 'hireDate', order: 'dmy' },
    { field: 'hireDate', order: 'mdy' },
  ],
  W22: [{ count: 1 }, { count: 2 }],
  W23: [{ text: 'Not' }],
  W24: [{ field: 'headCount', text: '5.461', value: '5461' }],
  W25: [{ text: '123', registryNo: '00123' }],
  W26: [{ name: 'Konu', names: 'Konu, Konu (2)' }],
  W27: [{ columns: 'D, E', count: 3 }],
  W28: [{ masked: '123******50' }],
  W29: [{ text: 'Fen DB', unit: 'Fen İşleri Dairesi Başkanlığı' }],
  W31: [{ topic: 'Arıcılık' }],
  W32: [{ text: 'ALI VELI', name: 'Ali Veli', registryNo: '00123', unit: 'Fen İşleri' }],
  W33: [{ count: 260 }],
  W34: [{ text: 'belki', count: 3 }],
  W35: [{ field: 'gender', text: 'belki' }],
  W36: [{ row: 14 }],
  W37: [{ title: 'Çözümleyici', count: 3 }],
  W38: [{ field: 'trainerTopics', text: 'BİL-999' }],
  E43: [{ number: '77' }],
  E44: [{ number: 12, name: 'Excel' }],
  E45: [{ year: 2026, planYear: 2027 }],
  E46: [{ text: '900 EUR', currency: 'EUR' }],
  E47: [{ text: 'bahar' }],
  W39: [{ field: 'duration', text: '5 Days', value: '30' }],
  W40: [{ field: 'headCount', value: '24' }],
  W41: [{ text: '1.2 Excel', title: 'Excel' }],
  W42: [{ text: 'Arıcılık' }],
  W43: [{ text: 'TBD' }],
  W44: [{ text: 'Aug,2024', year: 2024, month: 'Ağustos' }],
  W45: [{ number: 12, name: 'Excel' }],
  W46: [{ row: 14, columns: 'Konu, Tarih' }],
  W47: [{ text: 'Yönetim Eğitimleri' }],
  W48: [{ names: 'Sayfa2' }],
  W49: [{ field: 'lineState', text: 'Bitti' }],
}

const codes = Object.keys(examples) as IssueCode[]

const issues: readonly ImportIssue[] = codes.flatMap((code) =>
  examples[code].map((values) => issueOf(code, { sheet: 'Sayfa1', row: 13, column: 2 }, values)),
)

describe('sentences', () => {
  test.each(['tr', 'en'] as const)(
    'every finding has its own whole sentences in %s, with its values and without keys',
    (language) => {
      const all = issues.map((issue) => sentence(issue, language))
      expect(new Set(all).size).toBe(all.length)
      issues.forEach((issue, at) => {
        const said = all[at] ?? ''
        expect(said, issue.code).toMatch(/^[\p{Lu}\d“*].*[.?]$/su)
        expect(said, issue.code).not.toMatch(/undefined|NaN|\[object|[EW]\d\d/)
        for (const key of Object.keys(fieldNames)) if (/[A-Z]/.test(key)) expect(said).not.toContain(key)
        const { text, name, topic } = issue.values
        for (const value of [text, name, topic]) if (value !== undefined) expect(said, issue.code).toContain(value)
      })
    },
  )

  test('both languages know the same findings', () => {
    expect(Object.keys(englishSentences).toSorted()).toEqual(Object.keys(turkishSentences).toSorted())
    expect(Object.keys(turkishSentences).toSorted()).toEqual(codes.toSorted())
  })

  test('the nearest values are part of the sentence', () => {
    const issue = issueOf('E31', { sheet: 'Sayfa1', row: 13, column: 2 }, { topic: 'Excell ileri' }, [
      { value: 'BLG-004', label: "'İleri Düzey Excel' (BLG-004)", score: 0.7 },
    ])
    expect(sentence(issue, 'tr')).toContain("En yakını: 'İleri Düzey Excel' (BLG-004).")
    expect(sentence(issue, 'en')).toContain("Did you mean 'İleri Düzey Excel' (BLG-004)?")
  })

  test('counts of one read well in English', () => {
    expect(sentence(issueOf('W27', {}, { columns: 'D', count: 1 }), 'en')).toContain(
      '1 filled cell in columns without a header was not read',
    )
    expect(sentence(issueOf('W27', {}, { columns: 'D', count: 2 }), 'en')).toContain(
      '2 filled cells in columns without a header were not read',
    )
  })
})

describe('findings', () => {
  test('name the sheet and the cell, or only what they are about', () => {
    expect(issueOf('E27', { sheet: 'Sayfa1', row: 13, column: 2 }, { text: '#REF!' })).toEqual({
      severity: 'error',
      code: 'E27',
      sheet: 'Sayfa1',
      cell: 'C14',
      row: 13,
      column: 2,
      values: { text: '#REF!' },
    })
    expect(issueOf('W26', { sheet: 'Sayfa1', row: 0 }, { name: 'a', names: 'a, b' })).toMatchObject({
      row: 0,
      cell: null,
    })
    expect(issueOf('W19', {}, {})).toMatchObject({ sheet: null, cell: null })
  })

  test('are JSON', () => {
    fc.assert(
      fc.property(fc.constantFrom(...issues), (issue) => {
        expect(JSON.parse(JSON.stringify(issue))).toEqual(issue)
      }),
    )
  })

  test('begin with E when they must be put right and with W when they are to be known', () => {
    for (const issue of issues) expect(issue.severity).toBe(issue.code.startsWith('E') ? 'error' : 'warning')
  })
})

test('a workbook says what of it was not read as it stands', () => {
  const visible = sheetOf([['a']], { name: 'Veri', formulaCount: 3, formulasWithoutValue: 1 }).info
  const hidden = sheetOf([['a']], { name: 'Gizli', visibility: 'hidden', formulaCount: 9 }).info
  const empty = sheetOf([], { name: 'Boş', visibility: 'veryHidden' }).info
  const found = workbookIssues({ format: 'xlsx', sheets: [visible, hidden, empty], repairedFrom1252: true })
  expect(found.map((issue) => [issue.code, issue.sheet])).toEqual([
    ['W19', null],
    ['W18', 'Veri'],
    ['W22', 'Veri'],
    ['W14', 'Gizli'],
  ])
  expect(workbookIssues({ format: 'csv', sheets: [sheetOf([['a']]).info] })).toEqual([])
})
