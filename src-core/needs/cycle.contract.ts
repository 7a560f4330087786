import { z } from 'zod'
import { command, longResult, query } from '../kernel/operation.ts'
import { moves } from './cycle.rules.ts'
import { cycleSchema, employmentTypeSchema, weightsSchema } from './cycle.ts'
import { cycleReaders, needReaders } from './roles.ts'

/** A cycle with its state at the moment of the question and its window as days in Istanbul. */
export const cycleViewSchema = cycleSchema.extend({ opensOn: z.string(), closesOn: z.string() })

export type CycleView = z.infer<typeof cycleViewSchema>

const daySchema = z.iso.date()

const reasonSchema = z.string().trim().min(10).max(1000)

/** What an officer sets up. The window opens at 00:00 of its first and closes at 23:59 of its last day, Europe/Istanbul. */
export const cycleFieldsSchema = z.object({
  name: z.string().trim().min(2).max(120),
  opensOn: daySchema,
  closesOn: daySchema,
  eligibleTypes: z.array(employmentTypeSchema).min(1),
  maxLinesPerPerson: z.number().int().min(1).max(50),
  weights: weightsSchema,
})

export type CycleFields = z.infer<typeof cycleFieldsSchema>

const yearSchema = z.number().int().min(2000).max(2100)

/** Which cycle, and the version of it that was on the officer's screen. */
const thatCycle = z.object({ id: z.string(), rowVersion: z.number().int() })

const countsSchema = z.object({
  /** Active staff of each employment type. */
  staff: z.array(z.object({ type: employmentTypeSchema, active: z.number().int(), eligible: z.boolean() })),
  eligible: z.number().int(),
  /** Eligible people whose form has come. */
  answered: z.number().int(),
  lines: z.number().int(),
  /** Lines that units asked for by head-count. */
  unitLines: z.number().int(),
  /** Wordings that stand for no topic yet. */
  freeTexts: z.number().int(),
  /** Lines whose outcome is not decided. */
  undecided: z.number().int(),
})

export type CycleCounts = z.infer<typeof countsSchema>

/** How a line differs from what was frozen. Values are as the snapshot writes them. */
const differenceSchema = z.object({
  lineId: z.string(),
  kind: z.enum(['changed', 'missing', 'added']),
  /** Whose line, or which unit's; null when the line is gone for good. */
  whose: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), frozen: z.string().nullable(), now: z.string().nullable() })),
})

export type FreezeDifference = z.infer<typeof differenceSchema>

const freezeCheckSchema = z.object({
  holds: z.boolean(),
  frozenHash: z.string(),
  frozenAt: z.string(),
  hashNow: z.string(),
  lines: z.number().int(),
  /** Whether the snapshot is still there to compare with. */
  snapshot: z.enum(['kept', 'missing', 'damaged']),
  /** The first 200; `differing` counts all. */
  differences: z.array(differenceSchema),
  differing: z.number().int(),
})

export type FreezeCheck = z.infer<typeof freezeCheckSchema>

/** The yearly cycle and its states (product: statuses and transitions). */
export const cycleContract = {
  /** Everybody's screens name the year that is worked on. */
  listCycles: query('signedIn').output(z.object({ cycles: z.array(cycleViewSchema) })),
  getCycle: query(cycleReaders)
    .input(z.object({ id: z.string() }))
    .output(z.object({ cycle: cycleViewSchema, counts: countsSchema })),
  /** What a new cycle would be: the standard window, and the rest as in the last one. */
  suggestCycle: query(['TO', 'TM'])
    .input(z.object({ year: yearSchema.optional() }))
    .output(cycleFieldsSchema.extend({ year: z.number().int() })),
  createCycle: command(['TO'])
    .input(cycleFieldsSchema.extend({ year: yearSchema }))
    .output(cycleViewSchema),
  /** Changes the set-up before the window opens; after the approval only the manager may. */
  changeCycle: command(['TO', 'TM'])
    .input(thatCycle.extend({ fields: cycleFieldsSchema.partial() }))
    .output(cycleViewSchema),
  /** Takes away a draft that nobody has used. */
  removeCycle: command(['TO']).input(thatCycle).output(z.object({})),
  approveCycle: command(moves.approve.callers).input(thatCycle).output(cycleViewSchema),
  /** Opens before its date; on its date a ready cycle opens by itself. */
  openCycle: command(moves.open.callers).input(thatCycle).output(cycleViewSchema),
  extendCycle: command(moves.extend.callers)
    .input(thatCycle.extend({ closesOn: daySchema, reason: reasonSchema }))
    .output(cycleViewSchema),
  /** Locks all forms and seals what was asked for under a hash. There is no way back. */
  freezeCycle: command(moves.freeze.callers, { long: true }).input(thatCycle).output(longResult(cycleViewSchema)),
  archiveCycle: command(moves.archive.callers).input(thatCycle).output(cycleViewSchema),
  /** Opens and closes what the calendar says; the program itself runs it. */
  advanceCycles: command([]).output(z.object({ moved: z.number().int() })),
  /** How many cycles `advanceCycles` would move. */
  cyclesDue: query('signedIn').output(z.object({ due: z.number().int() })),
  /** Recomputes the hash of a frozen cycle and lists what differs from the snapshot. */
  checkFreeze: query(needReaders, { long: true })
    .input(z.object({ id: z.string() }))
    .output(longResult(freezeCheckSchema)),
}
