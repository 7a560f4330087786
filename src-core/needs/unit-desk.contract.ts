import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, query } from '../kernel/operation.ts'
import { unitNeedFieldsSchema, unitNeedSchema } from './collect.contract.ts'
import { checkResultSchema, countsSchema } from './import.contract.ts'
import { windowSchema } from './own-form.contract.ts'

const ownUnitSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  /** People who may ask; a unit without any has no workbook. */
  staff: z.number().int(),
})

const ownImportSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  at: z.string(),
  state: z.enum(['COMMITTED', 'UNDONE', 'PARTLY_UNDONE']),
  created: z.number().int(),
  merged: z.number().int(),
  undoable: z.boolean(),
})

const workbookSchema = z.object({
  fileHash: z.string().max(100),
  fileName: z.string().max(300),
  /** People found by name and unit alone are taken. */
  confirmNames: z.boolean().default(false),
  /** Rows with errors are left out instead of holding up the others. */
  leaveOutErrors: z.boolean().default(false),
})

const inLanguage = z.object({ language: z.enum(['tr', 'en']).default('tr') })

/** A coordinator and the needs of her own units: head-counts, and the units' workbook. What is not theirs does not exist for her. */
export const unitDeskContract = {
  /** The window, her units, what they asked for by head-count and which workbooks she brought. */
  myUnits: query(['UC'], { portal: true }).output(
    z.object({
      window: windowSchema.nullable(),
      units: z.array(ownUnitSchema),
      needs: z.array(unitNeedSchema),
      imports: z.array(ownImportSchema),
    }),
  ),
  addMyUnitNeed: command(['UC'], { portal: true })
    .input(z.object({ fields: unitNeedFieldsSchema }))
    .output(z.object({ id: z.string() })),
  changeMyUnitNeed: command(['UC'], { portal: true })
    .input(z.object({ id: z.string(), rowVersion: z.number().int(), fields: unitNeedFieldsSchema }))
    .output(z.object({ rowVersion: z.number().int() })),
  removeMyUnitNeed: command(['UC'], { portal: true })
    .input(z.object({ id: z.string() }))
    .output(z.object({})),
  restoreMyUnitNeed: command(['UC'], { portal: true })
    .input(z.object({ id: z.string() }))
    .output(z.object({})),
  /** The workbook of a unit, to be filled in. */
  myUnitTemplate: query(['UC'], { portal: true })
    .input(inLanguage.extend({ unitId: z.string() }))
    .output(fileSchema),
  /** Keeps a filled workbook's bytes by their hash; nothing is read yet. */
  uploadMyWorkbook: query(['UC'], { portal: true })
    .input(z.object({ file: fileSchema }))
    .output(z.object({ fileHash: z.string(), fileName: z.string() })),
  /** Every error and warning by its cell, counts and a preview; nothing is written. */
  checkMyWorkbook: query(['UC'], { portal: true })
    .input(workbookSchema.extend(inLanguage.shape))
    .output(
      checkResultSchema.pick({ counts: true, issues: true, preview: true, needsUnit: true, importedBefore: true }),
    ),
  /** The file again with wrong cells coloured and a note on each. */
  correctMyWorkbook: query(['UC'], { portal: true }).input(workbookSchema.extend(inLanguage.shape)).output(fileSchema),
  commitMyWorkbook: command(['UC'], { portal: true })
    .input(workbookSchema)
    .output(z.object({ batchId: z.string(), counts: countsSchema })),
  /** Takes an import of her own back, except rows changed since. */
  undoMyImport: command(['UC'], { portal: true })
    .input(z.object({ batchId: z.string() }))
    .output(z.object({ removed: z.number().int(), restored: z.number().int(), kept: z.number().int() })),
}
