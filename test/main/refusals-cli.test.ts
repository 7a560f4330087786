import { describe, expect, test } from 'vitest'
import { OperationError } from '../../src-core/kernel/errors.ts'
import { refusalSentence } from '../../src-main/cli/refusal-sentence.ts'

describe('a refusal in the terminal', () => {
  test('names the fields of an input that is not what the operation takes', () => {
    const error = new OperationError('INVALID_INPUT', { issues: [{ path: 'cycleId', problem: 'x' }] })
    expect(refusalSentence(error, 'tr')).toContain('şu alanları düzeltin: cycleId.')
    expect(refusalSentence(error, 'en')).toContain('correct these fields: cycleId.')
  })

  test('says where operations are listed when one does not exist', () => {
    const error = new OperationError('NOT_FOUND', { entity: 'operation', id: 'needs.sumbit' })
    expect(refusalSentence(error, 'tr')).toBe(
      '“needs.sumbit” adında bir işlem yok. “akademi operations” işlemleri listeler.',
    )
  })

  test('is a sentence in either language, whatever was refused', () => {
    const errors = [
      new OperationError('NOT_FOUND', { entity: 'cycle', id: '7' }),
      new OperationError('CONFLICT', { entity: 'cycle', id: '7' }),
      new OperationError('RULE_BROKEN', { rule: 'someRule' }),
      new OperationError('CANCELLED', {}),
      new OperationError('UNEXPECTED', { reference: 'F-1' }),
      new OperationError('STORE_FAILED', { problem: 'full' }),
    ]
    for (const error of errors)
      for (const language of ['tr', 'en'] as const) expect(refusalSentence(error, language)).toMatch(/^[^{]+\.$/)
  })
})
