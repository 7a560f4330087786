import { z } from 'zod'

/** What came from one unit, by itself and with everything below it. */
const answersSchema = z.object({
  eligible: z.number().int(),
  answered: z.number().int(),
  /** Lines of its people and by head-count. */
  lines: z.number().int(),
  /** People asked for by head-count. */
  headcount: z.number().int(),
  /** Instant of the latest answer; null when there is none. */
  lastAnswer: z.string().nullable(),
})

export type Answers = z.infer<typeof answersSchema>

export const boardRowSchema = z.object({
  unitId: z.string(),
  code: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  depth: z.number().int(),
  /** Whether other units of the board stand below it. */
  hasUnits: z.boolean(),
  own: answersSchema,
  below: answersSchema,
})

export type BoardRow = z.infer<typeof boardRowSchema>

export const noAnswers: Answers = { eligible: 0, answered: 0, lines: 0, headcount: 0, lastAnswer: null }

export const sumOfAnswers = (a: Answers, b: Answers): Answers => ({
  eligible: a.eligible + b.eligible,
  answered: a.answered + b.answered,
  lines: a.lines + b.lines,
  headcount: a.headcount + b.headcount,
  lastAnswer: (a.lastAnswer ?? '') > (b.lastAnswer ?? '') ? a.lastAnswer : b.lastAnswer,
})

/** Answered people of the eligible as a share of 1; null where nobody may ask. */
export const responseRate = ({ eligible, answered }: Pick<Answers, 'eligible' | 'answered'>): number | null =>
  eligible === 0 ? null : answered / eligible

/** Units that have others below them, but none that has: departments rather than whoever stands above them. */
export function departmentsOf<R extends Pick<BoardRow, 'unitId' | 'parentId' | 'hasUnits'>>(rows: readonly R[]): R[] {
  const branches = rows.filter((row) => row.hasUnits)
  const above = new Set(branches.map((row) => row.parentId))
  return branches.filter((row) => !above.has(row.unitId))
}
