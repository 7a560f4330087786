import { operationWordsEn } from './operation-words-en.ts'
import { portalOperationWords } from './operation-words-portal.ts'
import { operationWordsTr } from './operation-words-tr.ts'

export type Language = 'tr' | 'en'

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

const words: Readonly<Record<Language, Words>> = { tr: operationWordsTr, en: operationWordsEn }

/** What an operation is called in the log; nothing for one that this version does not know. */
export function operationWord(operation: string, language: Language): string | undefined {
  const [feature = '', name = ''] = operation.split('.')
  return words[language][feature]?.[name] ?? portalOperationWords[language][operation]
}
