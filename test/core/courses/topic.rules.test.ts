import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeNumber, nextCode } from '../../../src-core/courses/category.rules.ts'
import {
  levelForHours,
  nameClash,
  nextProposalCode,
  prerequisiteCycle,
  tidyAliases,
} from '../../../src-core/courses/topic.rules.ts'
import type { TopicEntry } from '../../../src-core/courses/topic.ts'

const catalogue = [
  { code: 'ÇEV-001', category: 'Çevre ve İklim' },
  { code: 'ÇEV-011', category: 'Çevre ve İklim' },
  { code: 'BİL-004', category: 'Bilgi Teknolojileri' },
  { code: '2019/17', category: 'Mevzuat' },
]

test('a category goes on after its highest number, not into its gaps', () => {
  expect(nextCode('Çevre ve İklim', catalogue)).toBe('ÇEV-012')
  expect(nextCode('ÇEVRE VE İKLİM', catalogue)).toBe('ÇEV-012')
  expect(nextCode('Bilgi Teknolojileri', catalogue)).toBe('BİL-005')
})

test('a new category gets its own letters, and others where these are taken', () => {
  expect(nextCode('Kişisel Gelişim', catalogue)).toBe('KİŞ-001')
  expect(nextCode('Çevik Yönetim', catalogue)).toBe('ÇEİ-001')
  expect(nextCode('Mevzuat', catalogue)).toBe('MEV-001')
  expect(nextCode('İş Sağlığı ve Güvenliği', catalogue)).toBe('İŞS-001')
})

test('numbers beyond 999 and shorter codes keep their width', () => {
  expect(nextCode('A', [{ code: 'AB-0999', category: 'A' }])).toBe('AB-1000')
  expect(nextCode('A', [{ code: 'AB-999', category: 'A' }])).toBe('AB-1000')
})

test('the proposed code is never one in use, whatever the catalogue holds', () => {
  const code = fc.oneof(
    fc
      .tuple(fc.constantFrom('ÇEV', 'CEV', 'MEV', 'X1'), fc.integer({ min: 0, max: 1200 }))
      .map(([a, b]) => `${a}-${b}`),
    fc.string({ maxLength: 8 }),
  )
  const category = fc.constantFrom('Çevre', 'Mevzuat', 'Ç', 'Yeni Alan', '', '123')
  fc.assert(
    fc.property(fc.array(fc.record({ code, category })), category, (topics, wanted) => {
      const next = nextCode(wanted, topics)
      expect(codeNumber(next)).toBeDefined()
      expect(topics.map((topic) => topic.code)).not.toContain(next)
    }),
  )
})

test('a topic cannot be, over any number of steps, its own prerequisite', () => {
  const all = new Map([
    ['b', ['c']],
    ['c', ['d']],
    ['d', []],
  ])
  expect(prerequisiteCycle('d', ['b'], all)).toEqual(['d', 'b', 'c', 'd'])
  expect(prerequisiteCycle('a', ['a'], all)).toEqual(['a', 'a'])
  expect(prerequisiteCycle('a', ['b', 'c', 'd'], all)).toBeUndefined()
})

test('prerequisites added one at a time with the rule never form a circle', () => {
  const id = fc.integer({ min: 0, max: 8 }).map(String)
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 40 }), (edges) => {
      const graph = new Map<string, string[]>()
      for (const [topic, before] of edges) {
        const wanted = [...(graph.get(topic) ?? []), before]
        if (!prerequisiteCycle(topic, wanted, graph)) graph.set(topic, wanted)
      }
      // Taking away what has no prerequisite left must empty a graph without circles.
      const left = new Map([...graph].map(([topic, before]) => [topic, new Set(before)]))
      for (;;) {
        const open = [...left].filter(([, before]) => [...before].every((one) => !left.has(one)))
        if (open.length === 0) break
        for (const [topic] of open) left.delete(topic)
      }
      expect(left.size).toBe(0)
    }),
  )
})

const entry = (id: string, rest: Partial<TopicEntry> = {}): TopicEntry => ({
  id,
  code: id.toUpperCase(),
  name: id,
  nameEn: null,
  state: 'ACTIVE',
  supersededById: null,
  aliases: [],
  ...rest,
})

test('codes, names and other wordings that differ in case or dots only are the same', () => {
  const directory = [entry('isg', { code: 'İSG-001', name: 'Yüksekte Çalışma', aliases: ['Yüksekte çalışma eğitimi'] })]
  const own = { code: 'X-1', name: 'Başka', aliases: [] }
  expect(nameClash({ ...own, code: 'ISG-001' }, directory)?.kind).toBe('code')
  expect(nameClash({ ...own, name: 'YÜKSEKTE ÇALIŞMA' }, directory)?.kind).toBe('name')
  expect(nameClash({ ...own, name: 'Yuksekte calisma egitimi' }, directory)?.kind).toBe('name')
  expect(nameClash({ ...own, aliases: ['yüksekte  çalışma'] }, directory)?.kind).toBe('alias')
  expect(nameClash({ ...own, id: 'isg', code: 'İSG-001', name: 'Yüksekte Çalışma' }, directory)).toBeUndefined()
})

test('the name of a retired topic may be used again, its code may not', () => {
  const directory = [entry('old', { code: 'OLD-1', name: 'Daktilo', state: 'RETIRED' })]
  expect(nameClash({ code: 'NEW-1', name: 'Daktilo', aliases: [] }, directory)).toBeUndefined()
  expect(nameClash({ code: 'OLD-1', name: 'Yeni', aliases: [] }, directory)?.kind).toBe('code')
})

test('other wordings are kept once and never repeat the name', () => {
  expect(tidyAliases('Excel', ['excel', 'EXCEL', 'Excel Temel', 'excel  temel', ''])).toEqual(['Excel Temel'])
})

test('proposals are numbered after the highest one', () => {
  expect(nextProposalCode([])).toBe('ÖNERİ-001')
  expect(nextProposalCode(['ÇEV-900', 'ÖNERİ-007', 'ÖNERİ-002'])).toBe('ÖNERİ-008')
})

test('hours suggest the level', () => {
  expect([20, 40, 60, 120, 180, 960].map(levelForHours)).toEqual([
    'HALF_DAY',
    'HALF_DAY',
    'ONE_DAY',
    'TWO_DAY',
    'OPEN',
    'CERTIFIED_COURSE',
  ])
})
