import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import {
  addedSchema,
  changedSchema,
  keepers,
  listFileSchema,
  readers,
  recordSchema,
  workbookFileSchema,
} from './fields.ts'
import { providerFieldsSchema, providerKindSchema, providerSchema } from './provider.ts'

/** Institutions and firms that give trainings. */
export const providerContract = {
  listProviders: query(readers).input(pageRequestSchema).output(pageOf(providerSchema)),
  getProvider: query(readers)
    .input(z.object({ id: z.string() }))
    .output(providerSchema),
  providerOptions: query(readers)
    .input(z.object({ search: z.string().max(200).default('') }))
    .output(z.object({ providers: z.array(z.object({ id: z.string(), name: z.string(), kind: providerKindSchema })) })),
  addProvider: command(keepers).input(providerFieldsSchema).output(addedSchema),
  changeProvider: command(keepers)
    .input(recordSchema.extend({ fields: providerFieldsSchema.partial() }))
    .output(changedSchema),
  deactivateProvider: command(keepers).input(recordSchema).output(changedSchema),
  reactivateProvider: command(keepers).input(recordSchema).output(changedSchema),
  exportProviders: query(readers).input(listFileSchema).output(workbookFileSchema),
}
