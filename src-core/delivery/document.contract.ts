import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { longResult, query } from '../kernel/operation.ts'
import { attendeeReaders, scheduleReaders } from './roles.ts'

const idsSchema = z.array(z.string()).max(2000).default([])

const common = { planId: z.string(), language: z.enum(['tr', 'en']).default('tr') }

/** The schedule of a plan's year on paper. */
export const scheduleDocumentContract = {
  /** A PDF: the wall calendar on A3, or a timetable a page for trainers or rooms; without ids for all that have something. */
  document: query([...scheduleReaders], { long: true })
    .input(z.object({ ...common, kind: z.enum(['calendar', 'trainers', 'rooms']), ids: idsSchema }))
    .output(longResult(z.object({ file: fileSchema }))),
  /** A PDF that names people: one page a unit (a unit brings those below it), or the timetable of each person. */
  peopleDocument: query([...attendeeReaders], { long: true })
    .input(z.object({ ...common, kind: z.enum(['units', 'people']), ids: idsSchema }))
    .output(longResult(z.object({ file: fileSchema }))),
} as const
