import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { personMatcher, unitMatcher } from '../imports/index.ts'
import { fold } from '../kernel/turkish.ts'
import { loadStaffDirectory } from './directory.repository.ts'
import { listCells } from './list-cells.ts'
import type { ChangeKind, ListChange } from './list-change.ts'
import type { ListAnalysis } from './list-import.ts'
import type { ReadSheet } from './list-sheet.ts'
import { loadUnits, staffPerUnit, type Unit } from './unit.repository.ts'
import { tidyAliases, unitColumns, unitFieldsOf } from './unit.rules.ts'
import type { UnitFields } from './unit.ts'
import { childrenAfter, parentsFirst, refuseLoops, refuseSharedAliases, type UnitDraft } from './unit-list.drafts.ts'
import { parentOf, type UnitLine, unitListReader } from './unit-list.reader.ts'

/** What a list of units would write, parents before their children. */
export type UnitPlan = { readonly drafts: readonly UnitDraft[] }

/** New units have ids of this form until they are written. */
const newKey = (code: string): string => `new ${fold(code)}`

/**
 * Finds what a list of units changes; the key is the code. Units that the list lacks stay as they are. Parents may be
 * units of the same file.
 */
export async function analyseUnitList(sheet: ReadSheet, db: Reader): Promise<ListAnalysis<UnitPlan>> {
  const cells = listCells(sheet)
  const units = await loadUnits(db)
  const people = personMatcher(await loadStaffDirectory(db))
  const byCode = new Map(units.map((unit) => [fold(unit.code), unit]))
  const read = unitListReader(cells, people, (code) => byCode.get(fold(code)))
  const lines = sheet.rows.map((row) => {
    const line = read(row)
    return { row, line, wrong: cells.isWrong() }
  })

  const added = lines.flatMap(({ line: { code, name, aliases } }) =>
    code && name && !byCode.has(fold(code))
      ? [{ id: newKey(code), code, nameTr: name, nameEn: null, aliases: aliases ?? [], parentId: null, active: true }]
      : [],
  )
  const matcher = unitMatcher([...units.map(({ name, ...unit }) => ({ ...unit, nameTr: name })), ...added])
  const firstOf = new Map<string, { row: number; signature: string }>()
  const drafts: UnitDraft[] = []
  for (const { row, line, wrong } of lines) {
    const { code } = line
    if (!code) continue
    cells.at(row)
    const signature = JSON.stringify({ ...line, row: 0 })
    const first = firstOf.get(fold(code))
    if (first) {
      if (first.signature === signature) cells.say('W36', 'unitCode', { row: first.row + 1 })
      else cells.say('E29', 'unitCode', { text: code, row: first.row + 1 })
      continue
    }
    firstOf.set(fold(code), { row: line.row, signature })
    const before = byCode.get(fold(code)) ?? null
    if (!before && !line.name) cells.say('E25', 'unit', { field: 'unit' })
    const parentId = line.parent ? parentOf(cells, matcher, line.parent) : null
    const fields = fieldsAfter(before, line, parentId)
    if (fields.validFrom && fields.validTo && fields.validTo < fields.validFrom)
      cells.say('E23', 'validTo', { field: 'validTo', text: cells.text('validTo') })
    if (wrong || cells.isWrong()) continue
    drafts.push({
      id: before?.id ?? newKey(code),
      line,
      before,
      fields,
      active: line.active ?? before?.active ?? true,
    })
  }

  const goTo = ({ line }: UnitDraft) => cells.at({ row: line.row, cells: [], carried: [], block: null })
  const named = refuseSharedAliases(drafts, units, (draft, alias) => {
    goTo(draft)
    cells.say('E23', 'aliases', { field: 'aliases', text: alias })
  })
  const standing = refuseLoops(named, units, (draft, parent) => {
    goTo(draft)
    cells.say('E36', 'parentUnit', { name: draft.fields.name, parent })
  })
  const staff = await staffPerUnit(db)
  const kept = standing.filter((draft) => {
    if (draft.active || !draft.before?.active) return true
    const children = childrenAfter(draft.id, units, standing)
    const own = staff.get(draft.id) ?? 0
    if (own === 0 && children === 0) return true
    goTo(draft)
    cells.say('E35', 'active', { name: draft.fields.name, staff: own, units: children })
    return false
  })

  const names = new Map(units.map(({ id, name }) => [id, name]))
  for (const { id, fields } of kept) names.set(id, fields.name)
  const persons = new Map((await loadStaffDirectory(db)).map((one) => [one.id, `${one.givenNames} ${one.surname}`]))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? persons.get(id) ?? null))
  const changes = kept.map((draft) => changeOf(draft, nameOf)).filter(({ kinds }) => kinds.length > 0)
  const touched = new Set(changes.map(({ row }) => row))
  return {
    issues: [...sheet.issues, ...cells.issues],
    changes,
    rows: sheet.rows.length,
    same: kept.length - changes.length,
    plan: { drafts: parentsFirst(kept.filter(({ line }) => touched.has(line.row + 1))) },
  }
}

function fieldsAfter(before: Unit | null, line: UnitLine, parentId: string | null): UnitFields {
  const old = before ? unitFieldsOf(before) : null
  const name = line.name ?? old?.name ?? ''
  const code = old?.code ?? line.code ?? ''
  return {
    code,
    name,
    nameEn: line.nameEn ?? old?.nameEn ?? null,
    kind: line.kind ?? old?.kind ?? 'directorate',
    parentId: parentId ?? old?.parentId ?? null,
    managerId: line.managerId ?? old?.managerId ?? null,
    coordinatorId: line.coordinatorId ?? old?.coordinatorId ?? null,
    costCentre: line.costCentre ?? old?.costCentre ?? null,
    aliases: line.aliases ? [...tidyAliases(line.aliases, { code, name })] : [...(old?.aliases ?? [])],
    validFrom: line.validFrom ?? old?.validFrom ?? null,
    validTo: line.validTo ?? old?.validTo ?? null,
  }
}

function changeOf(
  { id, line, before, fields, active }: UnitDraft,
  nameOf: (id: string | null) => string | null,
): ListChange {
  const kinds = new Set<ChangeKind>(before ? [] : ['new'])
  const noted: ListChange['fields'] = []
  const note = (kind: ChangeKind, field: string, from: string | null, to: string | null): void => {
    if (from === to || !before) return
    kinds.add(kind)
    noted.push({ field, from, to })
  }
  if (before) {
    note('changed', 'unit', before.name, fields.name)
    note('changed', 'nameEn', before.nameEn, fields.nameEn)
    note('changed', 'unitKind', before.kind, fields.kind)
    if (before.parentId !== fields.parentId)
      note('moved', 'parentUnit', nameOf(before.parentId) ?? '', nameOf(fields.parentId) ?? '')
    if (before.managerId !== fields.managerId)
      note('changed', 'manager', nameOf(before.managerId) ?? '', nameOf(fields.managerId) ?? '')
    if (before.coordinatorId !== fields.coordinatorId)
      note('changed', 'coordinator', nameOf(before.coordinatorId) ?? '', nameOf(fields.coordinatorId) ?? '')
    note('changed', 'costCentre', before.costCentre, fields.costCentre)
    note('changed', 'aliases', before.aliases.join(itemJoin), fields.aliases.join(itemJoin))
    note('changed', 'validFrom', before.validFrom, fields.validFrom)
    note('changed', 'validTo', before.validTo, fields.validTo)
    if (before.active !== active)
      note(active ? 'returned' : 'left', 'active', before.active ? 'yes' : 'no', active ? 'yes' : 'no')
  }
  return {
    kinds: [...kinds],
    row: line.row + 1,
    id: before ? id : null,
    key: fields.code,
    employmentType: null,
    name: fields.name,
    place: nameOf(fields.parentId),
    fields: noted,
  }
}

const itemJoin = ', '

/** Writes what a list of units changes. */
export async function writeUnitPlan(write: Writer, { drafts }: UnitPlan): Promise<void> {
  const ids = new Map<string, string>()
  for (const { id, before } of drafts) if (!before) ids.set(id, write.newId())
  const columns = ({ fields, active }: UnitDraft) =>
    unitColumns({ ...fields, parentId: fields.parentId && (ids.get(fields.parentId) ?? fields.parentId) }, active)
  await write.insertMany(
    'orgUnit',
    drafts.filter(({ before }) => !before).map((draft) => ({ ...columns(draft), id: ids.get(draft.id) ?? '' })),
  )
  await write.updateMany(
    'orgUnit',
    drafts.filter(({ before }) => before).map((draft) => ({ id: draft.id, patch: columns(draft) })),
  )
}
