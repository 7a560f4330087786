import { z } from 'zod'
import { partialMapping } from '../imports/imports.contract.ts'
import { fileSchema } from '../kernel/file.ts'
import { command, longResult, query } from '../kernel/operation.ts'

const issueSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  sheet: z.string(),
  /** As Excel shows it: `C14`, or empty where a sheet or file as a whole is meant. */
  cell: z.string(),
  message: z.string(),
  suggestion: z.object({ id: z.string(), text: z.string() }).nullable(),
})

export type NeedImportIssue = z.infer<typeof issueSchema>

/** What to do with a topic that the catalogue lacks: take this one, propose a new one, or keep the wording for the merge bench. */
const topicChoiceSchema = z.union([
  z.object({ kind: z.literal('topic'), topicId: z.string() }),
  z.object({ kind: z.literal('propose') }),
  z.object({ kind: z.literal('freeText') }),
])

export type TopicChoice = z.infer<typeof topicChoiceSchema>

/** Everything that settles how a file becomes needs. Checking and committing take the same; what is left out is found. */
export const needImportSchema = z.object({
  fileHash: z.string(),
  fileName: z.string().max(300),
  /** Whoever the file came from; the mapping is remembered for them. */
  sender: z.string().trim().max(200).default(''),
  /** Empty for a check that asks nothing of a cycle. */
  cycleId: z.string(),
  /** Sheets to read with their mapping; left out, the surest sheet and those of the same form. */
  sheets: z
    .array(z.object({ sheet: z.string(), mapping: partialMapping.default({}) }))
    .max(200)
    .default([]),
  layout: z.enum(['long', 'wide']).optional(),
  /** The unit that rows without a person count for, and sheets without a unit column belong to. */
  unitId: z.string().optional(),
  /** Also the lowest step of a scale makes a need. */
  includeLowest: z.boolean().default(false),
  /** People found by name and unit are taken without asking one by one. */
  confirmNames: z.boolean().default(false),
  /** Reads rows, columns and sheets that their author hid. */
  readHidden: z.boolean().default(false),
  /** By the folded wording of the file. */
  topicChoices: z.record(z.string(), topicChoiceSchema).default({}),
  /** Commits the rows without errors and leaves the others out; otherwise one error refuses the file. */
  leaveOutErrors: z.boolean().default(false),
})

export type NeedImport = z.infer<typeof needImportSchema>

export const countsSchema = z.object({
  /** Distinct people, or rows where nobody is named. */
  people: z.number().int(),
  /** Distinct topics asked for; in a wide sheet its topic columns. */
  topics: z.number().int(),
  /** Wide: non-empty cells of topic columns; long: rows with a topic or a free text. */
  answers: z.number().int(),
  /** Wide: answers of each level, by its wordings joined with ` / `. */
  levels: z.record(z.string(), z.number().int()),
  /** Wide: answers of each topic column and level. */
  topicAnswers: z.record(z.string(), z.record(z.string(), z.number().int())),
  /** Needs that result, created and merged. */
  lines: z.number().int(),
  created: z.number().int(),
  merged: z.number().int(),
  /** Persons and heads those needs stand for. */
  headcount: z.number().int(),
  freeTexts: z.number().int(),
  proposedTopics: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
})

export type NeedImportCounts = z.infer<typeof countsSchema>

const previewLineSchema = z.object({
  sheet: z.string(),
  row: z.number().int(),
  person: z.string().nullable(),
  unit: z.string(),
  headcount: z.number().int(),
  topic: z.string(),
  isFreeText: z.boolean(),
  proposed: z.boolean(),
  urgency: z.number().int().nullable(),
  merged: z.boolean(),
})

export const checkResultSchema = z.object({
  counts: countsSchema,
  /** At most 20,000; `counts` has them all. */
  issues: z.array(issueSchema),
  /** The first two hundred needs as they would be written. */
  preview: z.array(previewLineSchema),
  /** Wordings that need a choice, with the topics they may mean. */
  unknownTopics: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      rows: z.number().int(),
      suggestions: z.array(z.object({ id: z.string(), text: z.string(), similarity: z.number() })),
      choice: topicChoiceSchema.nullable(),
    }),
  ),
  /** Rows name nobody, and no unit was chosen for them. */
  needsUnit: z.boolean(),
  /** An earlier import of the same bytes that still stands. */
  importedBefore: z.object({ batchId: z.string(), at: z.string() }).nullable(),
})

const columnSchema = z.object({
  column: z.number().int(),
  letter: z.string(),
  name: z.string(),
  hidden: z.boolean(),
  samples: z.array(z.string()),
  field: z.string().nullable(),
  confidence: z.number(),
  reason: z.string(),
  role: z.enum(['field', 'topic', 'freeText', 'ignored']),
  topic: z.string().nullable(),
})

const sheetSchema = z.object({
  name: z.string(),
  visibility: z.enum(['visible', 'hidden', 'veryHidden']),
  rowCount: z.number().int(),
  columnCount: z.number().int(),
  hiddenRows: z.number().int(),
  hiddenColumns: z.number().int(),
  /** Taken unless the officer says otherwise. */
  chosen: z.boolean(),
  confidence: z.number(),
  recognised: z.enum(['remembered', 'found']).nullable(),
  headerRow: z.number().int().nullable(),
  columns: z.array(columnSchema),
  mapping: partialMapping.nullable(),
  issues: z.array(issueSchema),
})

const inspectSchema = z.object({
  format: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  repaired: z.boolean(),
  /** What a column may mean. */
  fields: z.array(z.object({ key: z.string(), tr: z.string(), en: z.string() })),
  sheets: z.array(sheetSchema),
})

const editors = ['TM', 'TO'] as const
const fileInput = z.object({ fileHash: z.string(), fileName: z.string().max(300) })

/** Choose → map → check → preview → commit → report → undo, the way of every workbook of needs. */
export const needImportContract = {
  /** What a file holds and how it would be read. */
  inspectImport: query([...editors], { long: true })
    .input(
      fileInput.extend({
        sender: z.string().default(''),
        sheets: needImportSchema.shape.sheets,
        layout: needImportSchema.shape.layout,
      }),
    )
    .output(longResult(inspectSchema)),
  /** Every error and warning, counts and a preview; nothing is written. */
  checkImport: query([...editors], { long: true })
    .input(needImportSchema.extend({ language: z.enum(['tr', 'en']).default('tr') }))
    .output(longResult(checkResultSchema)),
  /** The file again with wrong cells coloured and a note on each. */
  correctedWorkbook: query([...editors], { long: true })
    .input(needImportSchema.extend({ language: z.enum(['tr', 'en']).default('tr') }))
    .output(longResult(fileSchema)),
  /** Writes the needs of a file, all or none. Refused while it has errors, unless those rows are left out. */
  commitImport: command([...editors], { long: true })
    .input(needImportSchema)
    .output(longResult(z.object({ batchId: z.string(), counts: countsSchema }))),
} as const

export type NeedCheckResult = z.infer<typeof checkResultSchema>
export type NeedInspection = z.infer<typeof inspectSchema>
