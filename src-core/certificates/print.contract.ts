import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, longResult, query } from '../kernel/operation.ts'
import { kindSchema } from './certificate.ts'
import { readers, registrars } from './roles.ts'

const orderSchema = z.enum(['seat', 'name'])
const formSchema = z.enum(['pdf', 'zip'])
const languageSchema = z.enum(['tr', 'en'])

export const printSchema = z.object({
  id: z.string(),
  groupId: z.string(),
  at: z.string(),
  byName: z.string().nullable(),
  order: orderSchema,
  pages: z.number().int(),
  printed: z.number().int(),
  spoiled: z.number().int(),
  /** The first page that is not printed; null when all are. */
  resumeAt: z.number().int().nullable(),
})

export type Print = z.infer<typeof printSchema>

/** Printing a group's certificates, and the papers beside them. */
export const printContract = {
  /** Prints of a group, the latest first. */
  prints: query(readers)
    .input(z.object({ groupId: z.string() }))
    .output(z.object({ prints: z.array(printSchema) })),
  printPages: query(readers)
    .input(z.object({ id: z.string() }))
    .output(
      z.object({
        pages: z.array(
          z.object({
            page: z.number().int(),
            certificateId: z.string(),
            serial: z.string(),
            name: z.string(),
            state: z.enum(['WAITING', 'PRINTED', 'SPOILED']),
          }),
        ),
      }),
    ),
  /** Begins a print of every certificate of a group that stands, and gives its pages as one PDF or as one file each. */
  startPrint: command(registrars, { long: true })
    .input(z.object({ groupId: z.string(), order: orderSchema, form: formSchema }))
    .output(longResult(z.object({ id: z.string(), pages: z.number().int(), file: fileSchema }))),
  /** Pages of a print once more, from one page on, those that were printed well left out. */
  resumePrint: query(registrars, { long: true })
    .input(z.object({ id: z.string(), fromPage: z.number().int().min(1), form: formSchema }))
    .output(longResult(z.object({ pages: z.number().int(), file: fileSchema }))),
  /** Notes which pages came out well and which were spoiled. */
  markPages: command(registrars)
    .input(
      z.object({
        id: z.string(),
        /** Both ends included. */
        fromPage: z.number().int().min(1),
        toPage: z.number().int().min(1),
        state: z.enum(['PRINTED', 'SPOILED']),
      }),
    )
    .output(printSchema),
  /** The list to sign at the handing over. */
  handOverList: query(readers)
    .input(z.object({ groupId: z.string(), order: orderSchema, language: languageSchema }))
    .output(fileSchema),
  /** One register of one year on paper: every number that was given out, and those that were not used. */
  printRegister: query(readers)
    .input(z.object({ kind: kindSchema, year: z.number().int(), language: languageSchema }))
    .output(fileSchema),
} as const
