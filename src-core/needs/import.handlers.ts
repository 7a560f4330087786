import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import { standingBatchOf } from '../imports/index.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import type { OpenWorkbook } from '../kernel/ports.ts'
import { cycleById } from './cycle.repository.ts'
import { type Cycle, employmentTypes, standardWeights } from './cycle.ts'
import { type NeedImport, type needImportContract, needImportSchema } from './import.contract.ts'
import { checkNeeds, proposeSheets } from './import-check.ts'
import { correctedWorkbook } from './import-corrected.ts'
import { needFields } from './import-fields.ts'
import { inspection } from './import-inspect.ts'
import { loadLookups } from './import-lookups.ts'
import { rememberMapping } from './import-remember.ts'
import { checkResult, countsOf } from './import-result.ts'
import { needValueMatchers } from './import-values.ts'
import { writeNeeds } from './import-write.ts'

type Call = Pick<QueryCall<unknown>, 'db' | 'ports' | 'signal' | 'report'>

/** Opens the file of an import, does the work and lets the rows go whatever happens. */
async function withWorkbook<T>(
  call: Call,
  file: { fileHash: string; fileName: string },
  work: (workbook: OpenWorkbook) => Promise<T>,
): Promise<T> {
  const { fileHash, fileName } = file
  call.report({ stage: 'readingFile', done: 0, total: 0 })
  const bytes = found(await call.ports.files.get(fileHash), 'file', fileHash)
  const workbook = await call.ports.openWorkbook(bytes, { fileName, signal: call.signal })
  try {
    return await work(workbook)
  } finally {
    await workbook.close()
  }
}

async function check(call: Call, choices: NeedImport, workbook: OpenWorkbook) {
  const cycle =
    choices.cycleId === '' ? anyCycle : found(await cycleById(call.db, choices.cycleId), 'tnaCycle', choices.cycleId)
  const lookups = await loadLookups(call.db, cycle)
  const checked = await checkNeeds(call.db, workbook, lookups, choices, { report: call.report, signal: call.signal })
  return { cycle, lookups, checked }
}

/** Cycles that still take needs from files. */
const collecting: readonly string[] = ['READY', 'OPEN', 'EXTENDED', 'CLOSED']

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
      const { lookups, checked } = await check(call, choices, workbook)
      const earlier = await standingBatchOf(db, 'needs', choices.fileHash)
      const importedBefore = earlier ? { batchId: earlier.id, at: earlier.createdAt } : null
      return checkResult(checked, lookups, choices, language, importedBefore)
    })
  },

  correctedWorkbook: async (call) => {
    const { language, ...choices } = call.input
    return withWorkbook(call, choices, async (workbook) => {
      const { checked } = await check(call, choices, workbook)
      return correctedWorkbook(call.ports, workbook, checked.findings.issues, choices.fileName, language)
    })
  },

  commitImport: async (call) => {
    const { input, write, now, actor, commandId } = call
    return withWorkbook(call, input, async (workbook) => {
      const { cycle, lookups, checked } = await check(call, input, workbook)
      if (cycle === anyCycle) breaksRule('importNeedsCycle')
      if (!collecting.includes(cycle.state)) breaksRule('cycleTakesNoNeeds')
      const counts = countsOf(checked)
      if (checked.findings.needsUnit) breaksRule('importNeedsUnit')
      if (counts.errors > 0 && !input.leaveOutErrors) breaksRule('importHasErrors', { count: counts.errors })
      const names = checked.findings.issues.filter((issue) => issue.code === 'W32').length
      if (names > 0) breaksRule('importNamesUnconfirmed', { count: names })
      if (counts.lines === 0) breaksRule('importEmpty')
      const batchId = write.newId()
      await write.insert(
        'importBatch',
        {
          kind: 'needs',
          fileHash: input.fileHash,
          fileName: input.fileName,
          sender: input.sender || null,
          cycleId: cycle.id,
          state: 'COMMITTED',
          mapping: JSON.stringify(input.sheets),
          report: JSON.stringify({ ...counts, topicAnswers: undefined, changed: counts.merged, by: actor.name }),
          commandId,
          undoCommandId: null,
        },
        batchId,
      )
      await rememberMapping(write, input.sender, checked.sheets)
      await writeNeeds(checked, { write, lookups, choices: input, importId: batchId, now, watch: call })
      return { batchId, counts }
    })
  },
}

/** Looking at a file needs no cycle: everybody may ask for anything. */
const anyCycle: Cycle = {
  id: '',
  year: 0,
  name: '',
  opensAt: '',
  closesAt: '',
  eligibleTypes: [...employmentTypes],
  maxLinesPerPerson: 1000,
  weights: standardWeights,
  state: 'OPEN',
  extensionReason: null,
  frozenHash: null,
  frozenAt: null,
  rowVersion: 1,
}
