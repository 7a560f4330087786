import type { OperationErrorData } from '../../../src-core/kernel/errors.ts'
import { namespaces, textIfAny, textOf } from '../i18n.ts'
import { isCode } from './operation-error.ts'

type Details = Readonly<Record<string, unknown>>

/** Asks every feature for the sentence of one of its rules, files or entities. */
function ofAnyFeature(path: string, details: Details = {}): string | undefined {
  for (const namespace of namespaces) {
    const text = textIfAny(`${namespace}:errors.${path}`, details)
    if (text !== undefined) return text
  }
  return undefined
}

/** Records are named by the words that their history uses. */
const entityWord = (entity: string): string => textIfAny(`records:table.${entity}`) ?? textOf('common:error.someRecord')

/** `Fen İşleri.xlsx, Sayfa1!C14`, as far as the place is known. */
function placeOf({ file, sheet, cell }: OperationErrorData['INVALID_FILE']): string {
  const inside = sheet && cell ? `${sheet}!${cell}` : (sheet ?? cell)
  return [file ?? textOf('common:error.file'), inside].filter((part) => part !== undefined).join(', ')
}

function fileSentence(data: OperationErrorData['INVALID_FILE']): string {
  const where = placeOf(data)
  const known = ofAnyFeature(`file.${data.problem}`, { ...data.details, where })
  return known ?? textOf('common:error.INVALID_FILE', { where })
}

function roleNames(roles: readonly string[]): string {
  return roles.flatMap((role) => textIfAny(`common:roles.${role}`) ?? []).join(', ')
}

/**
 * What happened, what it means and what to do, in the officer's language. Knows every refusal an operation can give; what is not one is a fault,
 * and is told as such.
 */
export function sentenceOf(error: unknown): string {
  if (isCode(error, 'INVALID_INPUT')) return textOf('common:error.INVALID_INPUT')
  if (isCode(error, 'NOT_FOUND')) return textOf('common:error.NOT_FOUND', { entity: entityWord(error.data.entity) })
  if (isCode(error, 'CONFLICT')) return textOf('common:error.CONFLICT', { entity: entityWord(error.data.entity) })
  if (isCode(error, 'RULE_BROKEN'))
    return ofAnyFeature(`rule.${error.data.rule}`, error.data.details) ?? textOf('common:error.RULE_BROKEN')
  if (isCode(error, 'NOT_SIGNED_IN')) return textOf('common:error.NOT_SIGNED_IN')
  if (isCode(error, 'NOT_ALLOWED')) return textOf('common:error.NOT_ALLOWED', { roles: roleNames(error.data.roles) })
  if (isCode(error, 'INVALID_FILE')) return fileSentence(error.data)
  if (isCode(error, 'CANCELLED')) return textOf('common:error.CANCELLED')
  if (isCode(error, 'STORE_FAILED')) return textOf(`common:error.STORE_FAILED.${error.data.problem}`)
  if (isCode(error, 'UNEXPECTED')) return textOf('common:error.UNEXPECTED', { reference: error.data.reference })
  if (error instanceof Error && (error.name === 'ConnectionLost' || error.name === 'AbortError'))
    return textOf('common:error.CONNECTION')
  return textOf('common:error.SCREEN')
}
