import type { TextKey } from '../../app/i18n.ts'

/** What is wrong with a field: a sentence, or a key with the values that fill it. */
export type Problem = string | { readonly key: TextKey; readonly values?: Readonly<Record<string, string | number>> }

export type Problems<Values> = { readonly [Field in keyof Values]?: Problem | undefined }

type Issue = {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly origin?: string
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly format?: string
  readonly input?: unknown
}

type SafeParse = { readonly success: boolean; readonly error?: { readonly issues: readonly unknown[] } | undefined }

/** A zod schema as far as a form needs it, so that no form has to load zod for itself. */
export type FormSchema = { readonly safeParse: (values: unknown) => SafeParse }

const count = (value: unknown): number => Number(value ?? 0)

/** The sentence for one finding of a schema. */
export function problemOf(issue: Issue): Problem {
  const ofText = issue.origin === 'string' || issue.origin === undefined
  switch (issue.code) {
    case 'too_small':
      if (!ofText) return { key: 'common:form.tooSmall', values: { limit: count(issue.minimum) } }
      return count(issue.minimum) <= 1
        ? { key: 'common:form.required' }
        : { key: 'common:form.tooShort', values: { count: count(issue.minimum) } }
    case 'too_big':
      return ofText
        ? { key: 'common:form.tooLong', values: { count: count(issue.maximum) } }
        : { key: 'common:form.tooBig', values: { limit: count(issue.maximum) } }
    case 'invalid_type':
      return { key: 'common:form.required' }
    case 'invalid_value':
      return { key: 'common:form.choose' }
    case 'invalid_format':
      return { key: issue.format === 'email' ? 'common:form.email' : 'common:form.format' }
    default:
      return { key: 'common:form.invalid' }
  }
}

/** Checks a form's values with the schema of the operation it calls. The first finding of each field counts. */
export function schemaProblems<Values extends object>(schema: FormSchema, values: Values): Problems<Values> {
  const result = schema.safeParse(values)
  if (result.success) return {}
  const problems: Record<string, Problem> = {}
  for (const issue of (result.error?.issues ?? []) as readonly Issue[]) {
    const field = String(issue.path[0] ?? '')
    problems[field] ??= problemOf(issue)
  }
  return problems as Problems<Values>
}

/** What the service found wrong with an input, by field; empty when the error is another one. */
export function serverProblems(error: unknown): Readonly<Record<string, Problem>> {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 'INVALID_INPUT') return {}
  const data = 'data' in error ? (error.data as { issues?: readonly { path: string; problem: string }[] }) : {}
  const problems: Record<string, Problem> = {}
  for (const { path, problem } of data.issues ?? []) {
    const field = path.split('.')[0] ?? ''
    problems[field] ??= problemOf({ code: problem, path: [field], minimum: 1 })
  }
  return problems
}
