import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TargetField, targetField } from '../../../src-core/imports/columns.ts'
import { columnMapping, type PartialMapping } from '../../../src-core/imports/mapping.ts'
import { type Proposal, type ProposeOptions, proposeMapping } from '../../../src-core/imports/propose.ts'
import { synonyms } from '../../../src-core/imports/synonyms.ts'
import type { Cell } from '../../../src-core/kernel/sheet.ts'
import { sheetOf, type TestSheet } from './sheet-of.ts'

const staffNumbers = new Set(['00123', '00124', '00125', '00126'])
const fields: readonly TargetField[] = [
  targetField('registryNo', { accepts: (cell) => staffNumbers.has(String(cell)), telling: true }),
  targetField('fullName'),
  targetField('givenNames'),
  targetField('surname'),
  targetField('employmentType'),
  targetField('unit'),
  targetField('topic'),
  targetField('topicCode'),
  targetField('freeText'),
  targetField('reason'),
  targetField('urgency'),
  targetField('quarter'),
  targetField('note'),
  targetField('email'),
  targetField('respondentId'),
  targetField('sequence'),
]
const catalogue = new Set(['Excel', 'Word', 'KVKK', 'Zaman Yönetimi', 'İlk Yardım'])
const isTopic = (text: string): boolean => catalogue.has(text)

function propose(sheet: TestSheet, options: ProposeOptions = {}): Proposal {
  const { proposal } = proposeMapping(sheet.info, sheet.rows, fields, { isTopic, ...options })
  if (!proposal) throw new Error('nothing proposed')
  return proposal
}

const people: readonly Cell[][] = [
  ['00123', 'Ayşe Yılmaz'],
  ['00124', 'Ali Veli'],
  ['00125', 'Işık Çelik'],
  ['00126', 'Can Ak'],
]

describe('columns', () => {
  test('are found by Turkish and English names, whatever stands around the names', () => {
    const sheet = sheetOf([
      [
        'S.No',
        'Personel\nSicil No *',
        'ADI VE SOYADI',
        'Görev Birimi',
        'TALEP EDİLEN EĞİTİM KONUSU',
        'Gerekçesi (zorunlu)',
        'ÖNCELİK DERECESİ',
        'Preferred Quarter',
      ],
      ...people.map(([no, name], at): Cell[] => [
        at + 1,
        no ?? null,
        name ?? null,
        'Fen İşleri',
        `Konu ${at}`,
        'yeni görev',
        3,
        'Q2',
      ]),
    ])
    const { mapping, layout } = propose(sheet)
    expect(mapping.layout).toBe('long')
    expect(mapping.fields).toEqual({
      sequence: 'S.No',
      registryNo: 'Personel Sicil No',
      fullName: 'ADI VE SOYADI',
      unit: 'Görev Birimi',
      topic: 'TALEP EDİLEN EĞİTİM KONUSU',
      reason: 'Gerekçesi (zorunlu)',
      urgency: 'ÖNCELİK DERECESİ',
      quarter: 'Preferred Quarter',
    })
    expect(layout.ignored).toEqual([])
  })

  test('are found by their content where the header says nothing', () => {
    const sheet = sheetOf([['Alan1', 'Adı Soyadı', 'Konu'], ...people.map((person, at) => [...person, `Konu ${at}`])])
    const { matches } = propose(sheet)
    expect(matches.find((match) => match.field === 'registryNo')).toMatchObject({
      column: 0,
      reasons: [{ kind: 'content', share: 1 }],
    })
  })

  test('are not taken by their name when the content speaks against it', () => {
    const sheet = sheetOf([
      ['Sicil', 'Personel No', 'Konu'],
      ...people.map(([no], at): Cell[] => [`harita ${at}`, no ?? null, `Konu ${at}`]),
    ])
    expect(propose(sheet).mapping.fields.registryNo).toBe('Personel No')
  })

  test('are believed by their very name when the list knows none of their values', () => {
    const sheet = sheetOf([['Sicil No', 'Konu'], ...[1, 2, 3, 4, 5].map((at): Cell[] => [`99${at}`, `Konu ${at}`])])
    expect(propose(sheet).mapping.fields.registryNo).toBe('Sicil No')
  })

  test('headed like fields of a program are found', () => {
    const sheet = sheetOf([
      ['registryNo', 'topicCode', 'freeText', 'unit_name'],
      ['00123', 'BIL-003', null, 'Fen'],
      ['00124', null, 'Arıcılık', 'Fen'],
    ])
    expect(propose(sheet).mapping.fields).toEqual({
      registryNo: 'registryNo',
      topicCode: 'topicCode',
      freeText: 'freeText',
      unit: 'unit_name',
    })
  })

  test('with a slip in the header are still found', () => {
    const sheet = sheetOf([
      ['Sicl Numarası', 'Adı Soyadı', 'Eğitm Konusu'],
      ...people.map((person, at): Cell[] => [`x${at}`, person[1] ?? null, `Konu ${at}`]),
    ])
    expect(propose(sheet).mapping.fields).toMatchObject({ topic: 'Eğitm Konusu' })
  })

  test('of one name apart from its parent are told apart by it', () => {
    const sheet = sheetOf(
      [
        ['Personelin', null, null, 'Eğitim', null],
        ['Sicil No', 'Adı', 'Soyadı', 'Konusu', 'Önceliği'],
        ...people.map(([no], at): Cell[] => [no ?? null, 'Ayşe', 'Yılmaz', `Konu ${at}`, 3]),
      ],
      { merges: ['A1:C1', 'D1:E1'] },
    )
    expect(propose(sheet).mapping.fields).toMatchObject({
      registryNo: 'Personelin / Sicil No',
      givenNames: 'Personelin / Adı',
      surname: 'Personelin / Soyadı',
      topic: 'Eğitim / Konusu',
    })
  })

  test('that are hidden are never taken unasked', () => {
    const sheet = sheetOf(
      [['Sicil No', 'Adı Soyadı', 'Konu'], ...people.map((person, at) => [...person, `Konu ${at}`])],
      { hiddenColumns: [0] },
    )
    expect(propose(sheet).mapping.fields.registryNo).toBeUndefined()
    expect(propose(sheet, { chosen: { fields: { registryNo: 'Sicil No' } } }).resolved.fields.get('registryNo')).toBe(0)
  })

  test('that are missing though required are a finding', () => {
    const sheet = sheetOf([
      ['Adı Soyadı', 'Konu'],
      ['Ayşe Yılmaz', 'Excel'],
      ['Ali Veli', 'Word'],
    ])
    const { issues } = proposeMapping(sheet.info, sheet.rows, [
      targetField('registryNo', { required: true }),
      targetField('topic'),
    ])
    expect(issues).toMatchObject([{ code: 'E11', values: { field: 'registryNo' } }])
  })

  test('each synonym finds its own field', () => {
    const every = Object.keys(synonyms).map((key) => targetField(key as keyof typeof synonyms))
    for (const [key, words] of Object.entries(synonyms)) {
      for (const word of words) {
        const sheet = sheetOf([
          ['Kolon', word],
          ['a', 'b'],
          ['c', 'd'],
        ])
        const { proposal } = proposeMapping(sheet.info, sheet.rows, every, {
          chosen: { header: { top: 0, bottom: 0 }, layout: 'long' },
        })
        expect(proposal?.matches.find((match) => match.column === 1)?.field, `${key}: ${word}`).toBe(key)
      }
    }
  })
})

describe('rows or columns of needs', () => {
  const topics = ['Excel', 'Word', 'KVKK', 'Zaman Yönetimi', 'İlk Yardım']

  test('marks under topics are a wide sheet, with topics nobody chose', () => {
    const sheet = sheetOf([
      ['Sicil No', 'Adı Soyadı', 'Birim', ...topics, 'Diğer eğitim talepleri'],
      ['00123', 'Ayşe Yılmaz', 'Fen', 'X', null, 'x', null, null, 'Arapça'],
      ['00124', 'Ali Veli', 'Fen', null, null, 'X', null, 'X', null],
      ['00125', 'Işık Çelik', 'Fen', 'X', null, null, null, null, 'Konuşma sanatı'],
    ])
    const { mapping, layout } = propose(sheet)
    expect(mapping).toMatchObject({ layout: 'wide', freeTexts: ['Diğer eğitim talepleri'], scale: { kind: 'marks' } })
    expect(mapping.topics.map((topic) => topic.topic)).toEqual(topics)
    expect(mapping.fields).toEqual({ registryNo: 'Sicil No', fullName: 'Adı Soyadı', unit: 'Birim' })
    expect(layout.ignored).toEqual([])
  })

  test('a topic of the catalogue that nobody chose counts even at the end', () => {
    const sheet = sheetOf([
      ['Sicil No', ...topics, 'Bunların dışında almak istediğiniz eğitimler'],
      ['00123', 'X', 'X', null, 'X', null, 'Arapça'],
      ['00124', 'X', null, 'X', 'X', null, null],
    ])
    const { mapping } = propose(sheet)
    expect(mapping.topics.map((topic) => topic.topic)).toEqual(topics)
    expect(mapping.freeTexts).toEqual(['Bunların dışında almak istediğiniz eğitimler'])
  })

  test('numbers under topics are a wide sheet', () => {
    const sheet = sheetOf([
      ['Sicil No', 'Adı Soyadı', 'Etik', 'Hitabet', 'Yüzme'],
      ...people.map((person, at) => [...person, 1 + (at % 5), 5 - (at % 5), at === 2 ? null : 3]),
    ])
    expect(propose(sheet).mapping).toMatchObject({ layout: 'wide', scale: { kind: 'numbers', known: true } })
    expect(propose(sheet).mapping.topics.map((topic) => topic.topic)).toEqual(['Etik', 'Hitabet', 'Yüzme'])
  })

  test('a long sheet with yes and no in it stays long', () => {
    const sheet = sheetOf([
      ['Sicil No', 'Eğitim Konusu', 'Çevrim içi olur mu', 'Sınav ister mi', 'Belge ister mi', 'Aciliyet'],
      ...people.map(([no], at): Cell[] => [
        no ?? null,
        `Konu ${at}`,
        'Evet',
        'Hayır',
        at % 2 ? 'Evet' : 'Hayır',
        1 + at,
      ]),
    ])
    const { mapping, layout } = propose(sheet)
    expect(mapping.layout).toBe('long')
    expect(layout.confidence).toBe(1)
    expect(layout.ignored).toHaveLength(3)
  })

  test.each([
    [['1. Eğitim', '2. Eğitim', '3. Eğitim']],
    [['Talep edilen eğitim 1', 'Talep edilen eğitim 2', 'Talep edilen eğitim 3']],
    [['Birinci eğitim talebi', 'İkinci eğitim talebi', 'Üçüncü eğitim talebi']],
    [['Eğitim Konusu', 'Eğitim Konusu', 'Eğitim Konusu']],
    [['1st Training Topic', '2nd Training Topic', '3rd Training Topic']],
  ])('several wishes of a person side by side are all topics: %j', (wishes) => {
    const sheet = sheetOf([
      ['Sicil No', 'Adı Soyadı', ...wishes, 'Açıklama'],
      ...people.map((person, at) => [...person, 'Excel', `Konu ${at}`, at === 1 ? 'KVKK' : null, 'acil']),
    ])
    const { resolved, mapping, layout } = propose(sheet)
    expect(mapping.layout).toBe('long')
    expect([resolved.fields.get('topic'), ...resolved.moreTopics].toSorted()).toEqual([2, 3, 4])
    expect(layout.ignored).toEqual([])
  })

  test('topics of the catalogue over wordings nobody knows leave the order to the officer', () => {
    const sheet = sheetOf([
      ['Sicil No', 'Adı Soyadı', ...topics],
      ...people.map((person, at) => [...person, 'falan', 'filan', 'falan', at % 2 ? 'fülan' : 'filan', 'fülan']),
    ])
    const { mapping, confidence } = propose(sheet)
    expect(mapping).toMatchObject({ layout: 'wide', scale: { known: false } })
    expect(mapping.scale?.levels.map((level) => level.labels[0])).toEqual(['falan', 'filan', 'fülan'])
    expect(mapping.scale?.levels.every((level) => level.urgency === null)).toBe(true)
    expect(confidence).toBeLessThan(0.8)
  })

  test('the question in front of the topics is taken off', () => {
    const ask = 'Bilişim: eğitim ihtiyacınızı belirtiniz\nİlgisiz konuları geçebilirsiniz.'
    const law = 'Hukuk: eğitim ihtiyacınızı belirtiniz\nİlgisiz konuları geçebilirsiniz.'
    const sheet = sheetOf([
      [
        'Id',
        'Name',
        `${ask}Excel: ileri\u00a0`,
        `${ask}Excel: temel`,
        `${ask}Yapay zekâ (giriş)`,
        `${law}KVKK`,
        `${law}İhale`,
        'Ücret engel mi? [Yol]',
        'Ücret engel mi? [Zaman]',
      ],
      [
        1,
        null,
        'Çok gerekli',
        'Hiç gerekli değil',
        'Orta derecede gerekli',
        'Çok gerekli ',
        null,
        'Engel değil',
        'Küçük engel',
      ],
      [
        2,
        null,
        'Hiç gerekli değil',
        null,
        'Çok gerekli',
        'Kesinlikle gerekli',
        'Az gerekli',
        'Büyük engel',
        'Engel değil',
      ],
    ])
    const { mapping, layout } = propose(sheet)
    expect(mapping.topics.map((topic) => topic.topic)).toEqual([
      'Excel: ileri',
      'Excel: temel',
      'Yapay zekâ (giriş)',
      'KVKK',
      'İhale',
    ])
    expect(layout.topics.map((topic) => topic.group)).toEqual([
      ...Array.from({ length: 3 }, () => 'Bilişim: eğitim ihtiyacınızı belirtiniz'),
      ...Array.from({ length: 2 }, () => 'Hukuk: eğitim ihtiyacınızı belirtiniz'),
    ])
    expect(layout.ignored.map((one) => one.column)).toEqual([7, 8])
  })

  test('brackets around a topic are taken off with the question', () => {
    const headers = ['Etik', 'Hitabet (ileri)', 'Yüzme'].map(
      (topic) => `Hangi eğitimlere ne kadar ihtiyacınız var? [${topic}]`,
    )
    const sheet = sheetOf([
      ['Sicil No', ...headers],
      ...people.map(([no], at): Cell[] => [no ?? null, 1 + at, 5 - at, 3]),
    ])
    expect(propose(sheet).mapping.topics.map((topic) => topic.topic)).toEqual(['Etik', 'Hitabet (ileri)', 'Yüzme'])
  })

  test('the officer has the last word', () => {
    const sheet = sheetOf([
      ['Sicil No', 'Adı Soyadı', 'Etik', 'Hitabet', 'Yüzme'],
      ...people.map((person, at) => [...person, 1 + at, 5 - at, 3]),
    ])
    const chosen: PartialMapping = {
      topics: [
        { column: 'Etik', topic: 'Etik Değerler' },
        { column: 'E', topic: 'Yüzme' },
      ],
      fields: { note: 'Hitabet' },
    }
    const { mapping, resolved } = propose(sheet, { chosen })
    expect(resolved.topics).toEqual([
      { column: 2, topic: 'Etik Değerler' },
      { column: 4, topic: 'Yüzme' },
    ])
    expect(resolved.fields.get('note')).toBe(3)
    expect(mapping.scale?.levels).toHaveLength(5)
    expect(propose(sheet, { chosen: { layout: 'long' } }).mapping).toMatchObject({
      layout: 'long',
      topics: [],
      scale: null,
    })
  })
})

describe('mappings', () => {
  const sheet = sheetOf([
    ['Sicil No', 'Adı Soyadı', 'Konu', 'Ek'],
    ...people.map((person, at) => [...person, `Konu ${at}`, 'yok']),
  ])
  const mapping = propose(sheet, { chosen: { fields: { topic: 'Ek', note: 'Konu' } } }).mapping

  test('are JSON and stay what they are', () => {
    expect(columnMapping.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
  })

  test('serve the next file of the same form, wherever its header stands', () => {
    const next = sheetOf([
      ['Form'],
      [],
      ['SİCİL NO *', 'Adı Soyadı', 'Konu', 'Ek'],
      ...people.map((person) => [...person, 'Excel', 'x']),
    ])
    const { resolved, recognised, confidence } = propose(next, { remembered: mapping })
    expect(recognised).toBe('remembered')
    expect(confidence).toBe(1)
    expect(resolved.fields.get('topic')).toBe(3)
    expect(resolved.fields.get('note')).toBe(2)
    expect(resolved.missing).toEqual([])
  })

  test('of another form are left aside', () => {
    const other = sheetOf([
      ['Sicil No', 'Konu'],
      ['00123', 'Excel'],
      ['00124', 'Word'],
    ])
    const { resolved, recognised } = propose(other, { remembered: mapping })
    expect(recognised).toBe('found')
    expect(resolved.fields.get('topic')).toBe(1)
  })

  test('name the columns that a file lacks', () => {
    const { resolved } = propose(sheet, { chosen: { fields: { unit: 'Müdürlük adı' } } })
    expect(resolved.missing).toEqual(['Müdürlük adı'])
  })

  test('that name a field __proto__ harm nothing', () => {
    const chosen = JSON.parse('{"fields":{"__proto__":"Ek","constructor":"Konu"}}') as PartialMapping
    const { resolved } = propose(sheet, { chosen })
    expect(resolved.fields.get('constructor')).toBe(2)
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})

test('no grid of cells breaks the proposal', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constant(null),
    fc.constantFrom('Sicil No', 'Konu', 'X', 'Evet', '1', '5', 'Not needed', 'Çok gerekli', 'Diğer', '__proto__'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.integer({ min: 0, max: 9 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 25 }), (grid) => {
      const sheet = sheetOf(grid)
      const { proposal } = proposeMapping(sheet.info, sheet.rows, fields, { isTopic })
      if (!proposal) return
      expect(columnMapping.safeParse(proposal.mapping).success).toBe(true)
      expect(proposal.resolved.missing).toEqual([])
      expect(proposal.confidence).toBeGreaterThanOrEqual(0)
      expect(proposal.confidence).toBeLessThanOrEqual(1)
      const used = [
        ...proposal.resolved.fields.values(),
        ...proposal.resolved.topics.map((topic) => topic.column),
        ...proposal.resolved.freeTexts,
      ]
      expect(new Set(used).size).toBe(used.length)
    }),
    { numRuns: 400 },
  )
})
