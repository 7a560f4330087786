import type { CommandCall, QueryCall } from '../database/dispatcher.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import type { OpenWorkbook } from '../kernel/ports.ts'
import { cycleById } from './cycle.repository.ts'
import { type Cycle, employmentTypes, standardWeights } from './cycle.ts'
import type { NeedImport, NeedImportCounts } from './import.contract.ts'
import { checkNeeds } from './import-check.ts'
import { loadLookups } from './import-lookups.ts'
import { rememberMapping } from './import-remember.ts'
import { countsOf } from './import-result.ts'
import { writeNeeds } from './import-write.ts'

type Call = Pick<QueryCall<unknown>, 'db' | 'ports' | 'signal' | 'report'>

/** Units a file may speak of, by id; undefined for all of them. */
export type OnlyUnits = ReadonlySet<string> | undefined

/** Opens the file of an import, does the work and lets the rows go whatever happens. */
export async function withWorkbook<T>(
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

/** Checks every row of an opened file against its cycle. */
export async function checkFile(call: Call, choices: NeedImport, workbook: OpenWorkbook, only?: OnlyUnits) {
  const cycle =
    choices.cycleId === '' ? anyCycle : found(await cycleById(call.db, choices.cycleId), 'tnaCycle', choices.cycleId)
  const lookups = await loadLookups(call.db, cycle, only)
  const checked = await checkNeeds(call.db, workbook, lookups, choices, { report: call.report, signal: call.signal })
  return { cycle, lookups, checked }
}

/** Cycles that still take needs from files. */
const collecting: readonly string[] = ['READY', 'OPEN', 'EXTENDED', 'CLOSED']

/** Writes the needs of a file, all or none, and notes the import. */
export const commitFile = (
  call: CommandCall<unknown>,
  choices: NeedImport,
  only?: OnlyUnits,
): Promise<{ batchId: string; counts: NeedImportCounts }> =>
  withWorkbook(call, choices, async (workbook) => {
    const { write, now, actor, commandId } = call
    const { cycle, lookups, checked } = await checkFile(call, choices, workbook, only)
    if (cycle === anyCycle) breaksRule('importNeedsCycle')
    if (!collecting.includes(cycle.state)) breaksRule('cycleTakesNoNeeds')
    const counts = countsOf(checked)
    if (checked.findings.needsUnit) breaksRule('importNeedsUnit')
    if (counts.errors > 0 && !choices.leaveOutErrors) breaksRule('importHasErrors', { count: counts.errors })
    const names = checked.findings.issues.filter((issue) => issue.code === 'W32').length
    if (names > 0) breaksRule('importNamesUnconfirmed', { count: names })
    if (counts.lines === 0) breaksRule('importEmpty')
    const batchId = write.newId()
    await write.insert(
      'importBatch',
      {
        kind: 'needs',
        fileHash: choices.fileHash,
        fileName: choices.fileName,
        sender: choices.sender || null,
        cycleId: cycle.id,
        state: 'COMMITTED',
        mapping: JSON.stringify(choices.sheets),
        report: JSON.stringify({ ...counts, topicAnswers: undefined, changed: counts.merged, by: actor.name }),
        commandId,
        undoCommandId: null,
      },
      batchId,
    )
    // How a unit's own file is read was settled by nobody who knows other units' files.
    if (!only) await rememberMapping(write, choices.sender, checked.sheets)
    await writeNeeds(checked, { write, lookups, choices, importId: batchId, now, watch: call })
    return { batchId, counts }
  })

/** Looking at a file needs no cycle: everybody may ask for anything. */
export const anyCycle: Cycle = {
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
