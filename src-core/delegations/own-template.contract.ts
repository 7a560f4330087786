import { z } from 'zod'
import { command } from '../kernel/operation.ts'
import { addedSchema, changedSchema, idSchema, keepers, recordSchema, requiredText } from './fields.ts'

const titles = { titleTr: requiredText(160), titleEn: requiredText(160) }

/** Programmes of the academy's own that are kept as templates; `programmeSources` lists them, `copyProgramme` takes them. */
export const ownTemplateContract = {
  /** Keeps a delegation's programme as it stands, without hosts' answers, interpreters, vehicles and internal notes. */
  saveTemplate: command(keepers)
    .input(z.object({ delegationId: z.string(), ...titles }))
    .output(addedSchema),
  renameTemplate: command(keepers).input(recordSchema.extend(titles)).output(changedSchema),
  /** Takes a template away; programmes made from it stay as they are. */
  removeTemplate: command(keepers).input(recordSchema).output(idSchema),
  restoreTemplate: command(keepers).input(idSchema).output(changedSchema),
} as const
