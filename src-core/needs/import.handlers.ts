import type { Handlers } from '../database/dispatcher.ts'
import { standingBatchOf } from '../imports/index.ts'
import { type needImportContract, needImportSchema } from './import.contract.ts'
import { proposeSheets } from './import-check.ts'
import { correctedWorkbook } from './import-corrected.ts'
import { needFields } from './import-fields.ts'
import { inspection } from './import-inspect.ts'
import { loadLookups } from './import-lookups.ts'
import { checkResult } from './import-result.ts'
import { anyCycle, checkFile, commitFile, withWorkbook } from './import-run.ts'
import { needValueMatchers } from './import-values.ts'

export const needImportHandlers: Handlers<typeof needImportContract> = {
  inspectImport: async (call) => {
    const { input, db } = call
    return withWorkbook(call, input, async (workbook) => {
      const lookups = await loadLookups(db, anyCycle)
      const choices = needImportSchema.parse({ ...input, cycleId: anyCycle.id })
      const sheets = await proposeSheets(db, workbook, lookups, choices)
      return inspection(workbook, sheets, needFields(lookups, needValueMatchers()))
    })
  },

  checkImport: async (call) => {
    const { input, db } = call
    const { language, ...choices } = input
    return withWorkbook(call, choices, async (workbook) => {
      const { lookups, checked } = await checkFile(call, choices, workbook)
      const earlier = await standingBatchOf(db, 'needs', choices.fileHash)
      const importedBefore = earlier ? { batchId: earlier.id, at: earlier.createdAt } : null
      return checkResult(checked, lookups, choices, language, importedBefore)
    })
  },

  correctedWorkbook: async (call) => {
    const { language, ...choices } = call.input
    return withWorkbook(call, choices, async (workbook) => {
      const { checked } = await checkFile(call, choices, workbook)
      return correctedWorkbook(call.ports, workbook, checked.findings.issues, choices.fileName, language)
    })
  },

  commitImport: (call) => commitFile(call, call.input),
}
