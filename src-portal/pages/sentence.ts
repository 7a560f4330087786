import { formatInstant } from '../../src-core/kernel/dates.ts'
import { Refusal } from './api.ts'
import { fill, type Words } from './words/words.tsx'

/** What a refusal says to people; a code never reaches the page. */
export function sentenceOf(words: Words, error: unknown): string {
  if (!(error instanceof Refusal)) return words.refusal.OTHER
  const { code, data } = error
  if (code === 'RULE_BROKEN') {
    const rules: Readonly<Record<string, string>> = words.rule
    const { rule, details } = data as { rule: string; details?: Readonly<Record<string, string | number>> }
    return fill(rules[rule] ?? words.refusal.OTHER, details ?? {})
  }
  if (code === 'INVALID_FILE') {
    const problems: Readonly<Record<string, string>> = words.file
    const { problem, file } = data as { problem: string; file?: string }
    return fill(problems[problem] ?? words.file.unreadable, { file: file ?? '' })
  }
  const sentences: Readonly<Record<string, string>> = words.refusal
  const fields: Readonly<Record<string, string>> = words.field
  const { until, reference, issues } = data as {
    until?: string
    reference?: string
    issues?: readonly { readonly path: string }[]
  }
  return fill(sentences[code] ?? words.refusal.OTHER, {
    until: until ? formatInstant(until) : '',
    reference: reference ?? '',
    fields: [...new Set(issues?.map(({ path }) => fields[path] ?? path) ?? [])].join(', '),
  })
}
