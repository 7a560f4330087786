import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command } from '../kernel/operation.ts'
import { documentLanguages, readers } from './fields.ts'

/** The papers of a delegation (product 4.5); certificates and their register are printed with the certificates. */
export const papers = [
  'decision',
  'invitations',
  'booklet',
  'pocket',
  'badges',
  'tents',
  'signs',
  'attendance',
  'vehicles',
  'rooming',
  'meals',
  'hosts',
  'interpreters',
  'seating',
  'handOver',
  'feedback',
  'report',
  'costs',
  'notices',
  'thanks',
] as const

export type PaperName = (typeof papers)[number]

/** Printing, from the one data entry. A command, so that the log says who took whose data out. */
export const printContract = {
  print: command(readers, { local: true })
    .input(
      z.object({
        delegationId: z.string(),
        paper: z.enum(papers),
        language: z.enum(documentLanguages),
        /** Only these participants; everybody when left out. */
        participantIds: z.array(z.string()).min(1).max(300).optional(),
      }),
    )
    .output(fileSchema),
  /** The letter that tells the asking body what was decided. */
  printDecision: command(readers, { local: true })
    .input(z.object({ requestId: z.string(), language: z.enum(documentLanguages) }))
    .output(fileSchema),
  /** Who asked between two days, and what came of it, on paper. */
  printDemand: command(readers, { local: true })
    .input(z.object({ from: z.iso.date(), to: z.iso.date(), language: z.enum(documentLanguages) }))
    .output(fileSchema),
} as const
