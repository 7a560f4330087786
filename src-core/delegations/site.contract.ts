import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import { addedSchema, changedSchema, idSchema, keepers, readers, recordSchema } from './fields.ts'
import { siteFieldsSchema, siteSchema } from './site.ts'

/** The catalogue of places worth visiting, and the minutes between them. */
export const siteContract = {
  listSites: query(readers).input(pageRequestSchema).output(pageOf(siteSchema)),
  getSite: query(readers).input(idSchema).output(siteSchema),
  addSite: command(keepers).input(siteFieldsSchema).output(addedSchema),
  changeSite: command(keepers)
    .input(recordSchema.extend({ fields: siteFieldsSchema.partial() }))
    .output(changedSchema),
  setSiteActive: command(keepers)
    .input(recordSchema.extend({ active: z.boolean() }))
    .output(changedSchema),
  /** Minutes from one site to the others. */
  travelFrom: query(readers)
    .input(idSchema)
    .output(
      z.object({
        to: z.array(
          z.object({ id: z.string(), nameTr: z.string(), nameEn: z.string(), minutes: z.number().int().nullable() }),
        ),
      }),
    ),
  /** Sets the minutes between two sites, in both directions; null takes them out of the table. */
  setTravel: command(keepers)
    .input(
      z.object({
        fromSiteId: z.string(),
        toSiteId: z.string(),
        minutes: z.number().int().min(1).max(600).nullable(),
      }),
    )
    .output(z.object({})),
} as const
