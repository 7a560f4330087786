import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { addedSchema, changedSchema, keepers, readers, recordSchema } from './fields.ts'
import { costFieldsSchema, costSchema, type Resource, resourceFieldsSchema } from './logistics.ts'

const ofDelegation = z.object({ delegationId: z.string() })

/** Interpreters, vehicles, hotel rooms, gifts, and what it all costs. */
export const logisticsContract = {
  resources: query(readers)
    .input(ofDelegation)
    .output(z.object({ resources: z.array(z.unknown().transform((value) => value as Resource)) })),
  addResource: command(keepers)
    .input(ofDelegation.extend({ resource: resourceFieldsSchema }))
    .output(addedSchema),
  changeResource: command(keepers)
    .input(recordSchema.extend({ resource: resourceFieldsSchema }))
    .output(changedSchema),
  removeResource: command(keepers).input(recordSchema).output(z.object({})),
  costs: query(readers)
    .input(ofDelegation)
    .output(z.object({ costs: z.array(costSchema) })),
  addCost: command(keepers).input(costFieldsSchema.extend(ofDelegation.shape)).output(addedSchema),
  changeCost: command(keepers)
    .input(recordSchema.extend({ fields: costFieldsSchema.partial() }))
    .output(changedSchema),
  removeCost: command(keepers).input(recordSchema).output(z.object({})),
} as const
