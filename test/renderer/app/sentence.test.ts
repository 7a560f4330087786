import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fileProblems } from '../../../src-core/kernel/sheet.ts'

let sentenceOf: (error: unknown) => string

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } })
  ;({ sentenceOf } = await import('../../../src-renderer/app/errors/sentence.ts'))
})

const refusal = (code: string, data: object) => ({ code, data })

describe('the sentence of a refusal', () => {
  test('names the rule that forbids it, with its numbers', () => {
    expect(sentenceOf(refusal('RULE_BROKEN', { rule: 'tooManyTries', details: { seconds: 1200 } }))).toBe(
      'Çok sayıda yanlış deneme yapıldı. 1.200 saniye sonra yeniden deneyin.',
    )
  })

  test('names the file, the sheet and the cell', () => {
    const data = { problem: 'passwordProtected', file: 'Fen İşleri.xlsx', sheet: 'Sayfa1', cell: 'C14' }
    expect(sentenceOf(refusal('INVALID_FILE', data))).toMatch(/^Fen İşleri\.xlsx, Sayfa1!C14 parolalı/)
  })

  test('names the roles that may do it', () => {
    const said = sentenceOf(refusal('NOT_ALLOWED', { operation: 'needs.decide', roles: ['TM', 'TO'] }))
    expect(said).toContain('Eğitim müdürü, Eğitim uzmanı')
  })

  test('names the record in the officer’s words', () => {
    expect(sentenceOf(refusal('NOT_FOUND', { entity: 'topic' }))).toMatch(/^Konu bulunamadı/)
  })

  test('never shows a code, a key or the name of an operation', () => {
    const all = [
      refusal('INVALID_INPUT', { issues: [] }),
      refusal('NOT_FOUND', { entity: 'somethingNew' }),
      refusal('CONFLICT', { entity: 'person', id: '1' }),
      refusal('RULE_BROKEN', { rule: 'aRuleNobodyWroteDown' }),
      refusal('NOT_SIGNED_IN', {}),
      refusal('NOT_ALLOWED', { operation: 'needs.decide', roles: ['TM'] }),
      refusal('CANCELLED', {}),
      refusal('STORE_FAILED', { problem: 'full' }),
      refusal('INVALID_FILE', { problem: 'aProblemNobodyWroteDown' }),
      ...fileProblems.map((problem) => refusal('INVALID_FILE', { problem, file: 'a.xlsx' })),
      new Error('TypeError: x is undefined'),
      new DOMException('gone', 'AbortError'),
      undefined,
    ]
    const inside = /_|\{\{|undefined|errors?\.|somethingNew|NobodyWroteDown|needs\.decide|TypeError|AbortError/
    for (const error of all) {
      const said = sentenceOf(error)
      expect(said).toMatch(/^\S.{20,}[.]$/s)
      expect(said).not.toMatch(inside)
    }
  })
})
