import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { correctors, daySchema, keepers, readers, recordSchema } from './fields.ts'
import { unitFieldsSchema, unitOptionSchema, unitRowSchema } from './unit.ts'

const changed = z.object({ rowVersion: z.number().int() })

/** Units of the institution, as a tree. */
export const unitContract = {
  /** The whole tree in its order: parents before their children, siblings by name. */
  listUnits: query(readers)
    .input(z.object({ withInactive: z.boolean().default(true) }))
    .output(z.object({ units: z.array(unitRowSchema) })),
  getUnit: query(readers)
    .input(z.object({ id: z.string() }))
    .output(unitRowSchema),
  /** All units in tree order, for pickers. */
  unitOptions: query(readers).output(z.object({ units: z.array(unitOptionSchema) })),
  addUnit: command(keepers)
    .input(unitFieldsSchema)
    .output(z.object({ id: z.string(), rowVersion: z.number().int() })),
  /** Changes the given fields. A new parent moves the unit with everything below it. */
  changeUnit: command(correctors)
    .input(recordSchema.extend({ fields: unitFieldsSchema.partial() }))
    .output(changed),
  /** Closes an empty unit from a day on; its record and history stay. */
  deactivateUnit: command(correctors)
    .input(recordSchema.extend({ validTo: daySchema.nullable() }))
    .output(changed),
  reactivateUnit: command(correctors).input(recordSchema).output(changed),
}
