import type { CommandCall, Handlers, QueryCall } from '../database/dispatcher.ts'
import type { ImportBatchTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { batchById, batchesBy, standingBatchOf, takeBackImport, undoableUntil } from '../imports/index.ts'
import { found, OperationError } from '../kernel/errors.ts'
import { loadStaffDirectory, loadUnits, type Unit, unitsCoordinatedBy } from '../people/index.ts'
import { currentCycle } from './cycle.repository.ts'
import type { Cycle } from './cycle.ts'
import { type NeedImport, needImportSchema } from './import.contract.ts'
import { correctedWorkbook } from './import-corrected.ts'
import { checkResult } from './import-result.ts'
import { checkFile, commitFile, withWorkbook } from './import-run.ts'
import { checkOwnWindow, windowOf } from './own-form.rules.ts'
import { templateArchive } from './template.ts'
import type { unitDeskContract } from './unit-desk.contract.ts'
import { needsOfUnits } from './unit-need.repository.ts'
import { bringBack, correctNeed, enterUnitNeed, needsNamed, takeAway } from './unit-need.ts'

/** Largest workbook a unit brings; a year's form of a thousand people has a tenth of it. */
const largestWorkbook = 5 * 1024 * 1024

type Call = Pick<QueryCall<unknown>, 'db' | 'actor'>

async function ownUnits({ db, actor }: Call): Promise<readonly Unit[]> {
  const all = await loadUnits(db)
  const mine = unitsCoordinatedBy(actor.id, new Map(all.map((unit) => [unit.id, unit])))
  return all.filter(({ id }) => mine.has(id))
}

/** Refuses a unit of somebody else as if it did not exist. */
async function checkOwn(call: Call, unitId: string): Promise<void> {
  found(
    (await ownUnits(call)).find(({ id }) => id === unitId),
    'orgUnit',
    unitId,
  )
}

/** The cycle, if its window is open at this moment. */
async function openCycle(db: Reader, now: string): Promise<Cycle> {
  const cycle = found(await currentCycle(db), 'cycle', '')
  checkOwnWindow(cycle, now)
  return cycle
}

/** A head-count of one's own units in the open window. */
async function ownNeed(call: CommandCall<{ readonly id: string }>) {
  const cycle = await openCycle(call.db, call.now)
  const [line] = await needsNamed(call, [call.input.id])
  if (!line || line.cycleId !== cycle.id || line.personId !== null)
    throw new OperationError('NOT_FOUND', { entity: 'need', id: call.input.id })
  await checkOwn(call, line.unitId)
  return line
}

type Workbook = Pick<NeedImport, 'fileHash' | 'fileName' | 'confirmNames' | 'leaveOutErrors'>

/** What settles how her file is read: her units, and the one of them that rows without a unit count for. */
async function ownImport(call: QueryCall<Workbook>) {
  const cycle = await openCycle(call.db, call.now)
  const units = await ownUnits(call)
  const { fileHash, fileName, confirmNames, leaveOutErrors } = call.input
  const [first, ...others] = units
  const choices = needImportSchema.parse({
    ...{ fileHash, fileName, confirmNames, leaveOutErrors, cycleId: cycle.id },
    sender: units
      .map(({ code }) => code)
      .join(', ')
      .slice(0, 200),
    ...(first && others.length === 0 && { unitId: first.id }),
  })
  return { choices, only: new Set(units.map(({ id }) => id)) }
}

const isUndoable = (batch: ImportBatchTable, now: string): boolean =>
  batch.state === 'COMMITTED' && undoableUntil(batch) >= now

async function importsOf({ db, actor }: Call, cycle: Cycle, now: string) {
  return (await batchesBy(db, actor.id, cycle.id)).map((batch) => {
    const { created = 0, merged = 0 } = JSON.parse(batch.report) as { created?: number; merged?: number }
    const state = batch.state === 'UNDONE' || batch.state === 'PARTLY_UNDONE' ? batch.state : ('COMMITTED' as const)
    const { id, fileName, createdAt: at } = batch
    return { id, fileName, at, state, created, merged, undoable: isUndoable(batch, now) }
  })
}

export const unitDeskHandlers: Handlers<typeof unitDeskContract> = {
  myUnits: async (call) => {
    const { db, now } = call
    const cycle = await currentCycle(db)
    const units = await ownUnits(call)
    const ids = units.map(({ id }) => id)
    const staff = new Map<string, number>()
    for (const { active, employmentType, unitId } of await loadStaffDirectory(db))
      if (active && cycle?.eligibleTypes.includes(employmentType)) staff.set(unitId, (staff.get(unitId) ?? 0) + 1)
    return {
      window: cycle ? windowOf(cycle, now) : null,
      units: units.map(({ id, code, name }) => ({ id, code, name, staff: staff.get(id) ?? 0 })),
      needs: cycle ? await needsOfUnits(db, cycle.id, ids) : [],
      imports: cycle ? await importsOf(call, cycle, now) : [],
    }
  },

  addMyUnitNeed: async (call) => {
    const { db, input, actor, now } = call
    const cycle = await openCycle(db, now)
    await checkOwn(call, input.fields.unitId)
    return enterUnitNeed(call, cycle.id, input.fields, { kind: 'portal', reference: actor.name, at: now })
  },

  changeMyUnitNeed: async (call) => {
    const line = await ownNeed(call)
    const { unitId, ...fields } = call.input.fields
    // A need does not wander to another unit; there it would be another need.
    if (line.deletedAt || line.unitId !== unitId) throw new OperationError('NOT_FOUND', { entity: 'need', id: line.id })
    return correctNeed(call, line, { rowVersion: call.input.rowVersion, fields })
  },

  removeMyUnitNeed: async (call) => {
    await takeAway(call, [await ownNeed(call)])
    return {}
  },

  restoreMyUnitNeed: async (call) => {
    await bringBack(call, [await ownNeed(call)])
    return {}
  },

  myUnitTemplate: async (call) => {
    const { unitId, language } = call.input
    await checkOwn(call, unitId)
    const cycle = found(await currentCycle(call.db), 'cycle', '')
    const { file, units } = await templateArchive(call, { cycleId: cycle.id, unitIds: [unitId], language })
    if (units === 0) throw new OperationError('NOT_FOUND', { entity: 'staff', id: unitId })
    return file
  },

  uploadMyWorkbook: async ({ input: { file }, ports }) => {
    if (file.size > largestWorkbook)
      throw new OperationError('INVALID_FILE', { problem: 'tooLarge', file: file.name, details: { megabytes: 5 } })
    if (file.size === 0) throw new OperationError('INVALID_FILE', { problem: 'empty', file: file.name })
    const fileHash = await ports.files.put(new Uint8Array(await file.arrayBuffer()))
    return { fileHash, fileName: file.name }
  },

  checkMyWorkbook: async (call) => {
    const { choices, only } = await ownImport(call)
    return withWorkbook(call, choices, async (workbook) => {
      const { lookups, checked } = await checkFile(call, choices, workbook, only)
      const earlier = await standingBatchOf(call.db, 'needs', choices.fileHash)
      const importedBefore = earlier ? { batchId: earlier.id, at: earlier.createdAt } : null
      const result = checkResult(checked, lookups, choices, call.input.language, importedBefore)
      const { counts, issues, preview, needsUnit } = result
      return { counts, issues, preview, needsUnit, importedBefore }
    })
  },

  correctMyWorkbook: async (call) => {
    const { choices, only } = await ownImport(call)
    return withWorkbook(call, choices, async (workbook) => {
      const { checked } = await checkFile(call, choices, workbook, only)
      const { issues } = checked.findings
      return correctedWorkbook(call.ports, workbook, issues, choices.fileName, call.input.language)
    })
  },

  commitMyWorkbook: async (call) => {
    const { choices, only } = await ownImport(call)
    return commitFile(call, choices, only)
  },

  undoMyImport: async (call) => {
    const cycle = await openCycle(call.db, call.now)
    const batch = await batchById(call.db, call.input.batchId)
    if (batch?.createdBy !== call.actor.id || batch.cycleId !== cycle.id)
      throw new OperationError('NOT_FOUND', { entity: 'importBatch', id: call.input.batchId })
    const { removed, restored, kept } = await takeBackImport(call, batch)
    return { removed, restored, kept: kept.length }
  },
}
