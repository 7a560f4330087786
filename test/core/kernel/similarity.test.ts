import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { similarity } from '../../../src-core/kernel/similarity.ts'
import { similarityIndex } from '../../../src-core/kernel/similarity-index.ts'

const topics = [
  { key: 'BIL-003', text: 'Microsoft Excel Temel' },
  { key: 'BIL-004', text: 'Microsoft Excel İleri' },
  { key: 'BIL-004', text: 'Advanced Microsoft Excel' },
  { key: 'KIS-002', text: 'Zaman Yönetimi' },
  { key: 'KIS-003', text: 'Stres Yönetimi' },
  { key: 'ISG-006', text: 'Temel İlk Yardım Eğitimi' },
  { key: 'YON-013', text: 'Proje Yönetimi' },
]
const index = similarityIndex(topics)
const nearest = (text: string) => index.best(text, 1)[0]?.key

describe('likeness of texts', () => {
  test('the same words in another spelling are the same', () => {
    expect(similarity('Işık KAYNAĞI', 'isik kaynagi')).toBe(1)
    expect(similarity('  Zaman   Yönetimi. ', 'zaman-yönetimi')).toBe(1)
  })

  test('a slip, a suffix and another order matter little, another word matters much', () => {
    expect(similarity('Zaman yönetmi', 'Zaman Yönetimi')).toBeGreaterThan(0.8)
    expect(similarity('Proje yönetiminde', 'Proje Yönetimi')).toBeGreaterThan(0.8)
    expect(similarity('ileri excel', 'Excel ileri')).toBeGreaterThan(0.9)
    expect(similarity('Zaman Yönetimi Eğitimi', 'Zaman Yönetimi')).toBeGreaterThan(0.85)
    expect(similarity('Zaman Yönetimi', 'Stres Yönetimi')).toBeLessThan(0.7)
    expect(similarity('Arapça', 'Excel')).toBe(0)
    expect(similarity('', 'Excel')).toBe(0)
  })

  test('likeness lies between 0 and 1 and is the same both ways', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...topics.map((topic) => topic.text)))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const score = similarity(a, b)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(similarity(b, a)).toBeCloseTo(score, 10)
      }),
    )
  })
})

describe('the nearest topics', () => {
  test.each([
    ['Excell ileri', 'BIL-004'],
    ['advanced excel', 'BIL-004'],
    ['excel (başlangıç / temel)', 'BIL-003'],
    ['zaman yonetimi kursu', 'KIS-002'],
    ['İLK YARDIM', 'ISG-006'],
    ['proje yönetim', 'YON-013'],
  ])('%s is nearest to %s', (text, key) => expect(nearest(text)).toBe(key))

  test('nothing is offered for what resembles nothing', () => {
    for (const text of ['asdfgh', '', '?', '12345']) expect(index.best(text, 3)).toEqual([])
  })

  test('each topic is offered once, the best first, no more than asked for', () => {
    const found = index.best('Microsoft Excel', 3)
    expect(found.map((match) => match.key).toSorted()).toEqual(['BIL-003', 'BIL-004'])
    expect(index.best('yönetimi', 2)).toHaveLength(2)
    const scores = index.best('yönetimi', 5).map((match) => match.score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  test('the index gives the same scores as comparing two texts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...topics),
        fc.string({ unit: fc.constantFrom(...'excelyönti '), maxLength: 20 }),
        (topic, text) => {
          for (const match of index.best(`${topic.text} ${text}`, 5)) {
            expect(match.score).toBeCloseTo(similarity(`${topic.text} ${text}`, match.text), 5)
          }
        },
      ),
    )
  })

  test('asking one thing leaves no trace in the next answer', () => {
    const first = index.best('zaman', 5)
    index.best('excel proje stres', 5)
    expect(index.best('zaman', 5)).toEqual(first)
  })
})
