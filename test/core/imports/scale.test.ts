import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerReader, recogniseScale, type Scale, scaleIssues, scaleSchema } from '../../../src-core/imports/scale.ts'
import { scaleWord } from '../../../src-core/imports/scale-words.ts'

const counts = (...labels: string[]) => new Map(labels.map((label) => [label, 10]))
const shape = (scale: Scale | null) => scale?.levels.map((level) => [level.labels.join('|'), level.urgency])

describe('scales in words', () => {
  test('the five steps of the English need scale, two wordings of one step together', () => {
    const scale = recogniseScale(
      counts(
        'Absolutely essential',
        'Not needed',
        'Very needed',
        'Highly needed',
        'Moderately needed',
        'Slightly needed',
      ),
    )
    expect(shape(scale)).toEqual([
      ['Not needed', null],
      ['Slightly needed', 2],
      ['Moderately needed', 3],
      ['Very needed|Highly needed', 4],
      ['Absolutely essential', 5],
    ])
  })

  test.each([
    ['Hiç gerekli değil', 'Az gerekli', 'Orta derecede gerekli', 'Çok gerekli', 'Kesinlikle gerekli'],
    ['HİÇ ÖNEMLİ DEĞİL', 'AZ ÖNEMLİ', 'ORTA DÜZEYDE ÖNEMLİ', 'OLDUKÇA ÖNEMLİ', 'SON DERECE ÖNEMLİ'],
    [
      'İhtiyacım yok',
      'Az ihtiyacım var',
      'Orta düzeyde ihtiyacım var',
      'Çok ihtiyacım var',
      'Kesinlikle ihtiyacım var',
    ],
    ['Gereksiz', 'Biraz gerekli', 'Kısmen gerekli', 'Oldukça gerekli', 'Zorunlu'],
    ['Not important', 'Slightly important', 'Moderately important', 'Very important', 'Extremely important'],
  ])('%s … is in order and its lowest step makes no need', (...labels) => {
    for (const order of [labels, labels.toReversed(), labels.toSorted()]) {
      expect(shape(recogniseScale(counts(...order)))).toEqual(
        labels.map((label, at) => [label, at === 0 ? null : at + 1]),
      )
    }
  })

  test('low, middle and high are all needs', () => {
    expect(shape(recogniseScale(counts('Yüksek', 'Düşük', 'Orta')))).toEqual([
      ['Düşük', 2],
      ['Orta', 3],
      ['Yüksek', 4],
    ])
  })

  test('wordings about something else are no need scale', () => {
    expect(
      recogniseScale(counts('No barrier', 'Small barrier', 'Moderate barrier', 'Large barrier', 'Critical barrier')),
    ).toBeNull()
    expect(recogniseScale(counts('Strongly dislike', 'Dislike', 'Neutral', 'Like', 'Strongly like'))).toBeNull()
    expect(recogniseScale(counts('Zurich', 'Vaud', 'Bern'))).toBeNull()
    expect(recogniseScale(new Map())).toBeNull()
    for (const label of ['', '?', 'barrier', 'constructor', '__proto__', 'Microsoft Excel'])
      expect(scaleWord(label)).toBeNull()
  })

  test('a few strange values do not hide the scale', () => {
    const values = new Map([...counts('Not needed', 'Very needed', 'Slightly needed'), ['bilmiyorum', 1]])
    expect(shape(recogniseScale(values))).toHaveLength(3)
  })

  test('the wordings of one step are a finding for the officer', () => {
    const scale = recogniseScale(counts('Not needed', 'Very needed', 'Highly needed'))
    expect(scale && scaleIssues(scale, 'Sayfa1')).toMatchObject([
      { code: 'W16', sheet: 'Sayfa1', values: { labels: 'Very needed, Highly needed' } },
    ])
  })
})

describe('scales in numbers', () => {
  test.each([
    [
      ['1', '2', '3', '4', '5'],
      [null, 2, 3, 4, 5],
    ],
    [
      ['0', '1', '2', '3', '4'],
      [null, 2, 3, 4, 5],
    ],
    [
      ['1', '4', '7'],
      [null, 2, 2, 3, 4, 4, 5],
    ],
    [
      ['1', '10', '5'],
      [null, 1, 2, 2, 3, 3, 4, 4, 5, 5],
    ],
  ])('%j', (labels, urgencies) => {
    expect(shape(recogniseScale(counts(...labels)))?.map(([, urgency]) => urgency)).toEqual(urgencies)
  })

  test('few answers of a five-step scale do not make it a scale of three', () => {
    const few = new Map([
      ['2', 3],
      ['3', 4],
    ])
    expect(shape(recogniseScale(few))).toHaveLength(5)
  })

  test('the form may say how far the scale goes', () => {
    expect(shape(recogniseScale(counts('2', '3'), 7))).toHaveLength(7)
  })

  test('a number with its meaning is a step', () => {
    const scale = recogniseScale(counts('1 - Hiç', '2 - Az', '3 - Orta', '4 - Çok', '5 - Tam'))
    expect(shape(scale)).toEqual([
      ['1 - Hiç', null],
      ['2 - Az', 2],
      ['3 - Orta', 3],
      ['4 - Çok', 4],
      ['5 - Tam', 5],
    ])
  })

  test('counts and years are no scale', () => {
    expect(recogniseScale(counts('12', '40', '7'))).toBeNull()
    expect(recogniseScale(counts('2025', '2026'))).toBeNull()
  })
})

describe('marks', () => {
  test.each([
    [['X']],
    [['✓']],
    [['1']],
    [['x', 'X']],
    [['Evet', 'Hayır']],
    [['1', '0']],
    [['✔', '-']],
    [['true', 'false']],
    [['Yes', 'No']],
  ])('%j', (labels) => {
    const scale = recogniseScale(counts(...labels))
    expect(scale?.kind).toBe('marks')
    expect(scale?.levels.at(-1)?.urgency).toBe(3)
    expect(scale?.levels).toHaveLength(new Set(labels.map((label) => label.toLowerCase())).size === 1 ? 1 : 2)
  })

  test('no alone is no choice', () => expect(recogniseScale(counts('Hayır'))?.kind).not.toBe('marks'))
})

describe('answers', () => {
  const scale = recogniseScale(counts('Not needed', 'Slightly needed', 'Very needed'))
  if (!scale) throw new Error('no scale')
  const read = answerReader(scale)

  test('are read whatever spaces and capitals they come with', () => {
    for (const cell of ['Very needed', 'Very needed ', 'very\u00a0needed', ' VERY NEEDED\n']) {
      expect(read(cell)).toEqual({ kind: 'level', level: 2, urgency: 4 })
    }
    expect(read('Not needed ')).toEqual({ kind: 'level', level: 0, urgency: null })
  })

  test('left out are blank, and others are named', () => {
    for (const cell of [null, undefined, '', ' ', '\u00a0']) expect(read(cell)).toEqual({ kind: 'blank' })
    expect(read('belki')).toEqual({ kind: 'other', text: 'belki' })
    expect(read({ error: '#N/A' })).toEqual({ kind: 'other', text: '#N/A' })
  })

  test('as numbers or as text are the same', () => {
    const numbers = recogniseScale(counts('1', '2', '3', '4', '5'))
    if (!numbers) throw new Error('no scale')
    expect(answerReader(numbers)(4)).toEqual(answerReader(numbers)('4'))
  })

  test('follow what the officer changed', () => {
    const changed: Scale = {
      ...scale,
      levels: scale.levels.map((level, at) => (at === 0 ? { ...level, urgency: 1 } : level)),
    }
    expect(answerReader(changed)('Not needed')).toEqual({ kind: 'level', level: 0, urgency: 1 })
  })
})

test('a scale survives being remembered', () => {
  const label = fc.constantFrom(
    'Not needed',
    'Very needed',
    'Highly needed',
    'X',
    '1',
    '3',
    '5',
    'Evet',
    'Az gerekli',
    'belki',
  )
  fc.assert(
    fc.property(fc.uniqueArray(label, { minLength: 1 }), (labels) => {
      const scale = recogniseScale(counts(...labels))
      if (scale) expect(scaleSchema.parse(JSON.parse(JSON.stringify(scale)))).toEqual(scale)
    }),
  )
})
