import type { EmploymentType } from '../database/schema.ts'
import { type ImportIssue, issueOf, textOf } from '../imports/index.ts'
import type { Cell } from '../kernel/sheet.ts'
import type { NeedImport } from './import.contract.ts'
import type { ImportLookups } from './import-lookups.ts'
import type { NeedValueMatchers } from './import-values.ts'

/** Whose need a row states: a person's, or (person null) heads of a unit. */
export type Owner = { readonly personId: string | null; readonly name: string | null; readonly unitId: string }

export type OwnerResult =
  | { readonly kind: 'owner'; readonly owner: Owner; readonly issues: readonly ImportIssue[] }
  /** The row cannot be taken; `issues` say why. */
  | { readonly kind: 'refused'; readonly issues: readonly ImportIssue[] }
  /** The row names nobody, and no unit is known for it. */
  | { readonly kind: 'needsUnit' }

type Columns = ReadonlyMap<string, number>
type Place = { readonly sheet: string; readonly row: number }
type Row = { readonly cells: readonly Cell[]; readonly row: number; readonly block: string | null }

/** Prepares the reading of persons and units from rows whose columns are known. */
export function ownerReader(
  sheet: string,
  columns: Columns,
  lookups: ImportLookups,
  values: NeedValueMatchers,
  choices: NeedImport,
) {
  const at = (row: Row, field: string): Cell => {
    const column = columns.get(field)
    return column === undefined ? null : (row.cells[column] ?? null)
  }
  const placeOf = (row: Row, ...fields: readonly string[]) => {
    const column = fields.map((field) => columns.get(field)).find((one) => one !== undefined)
    return { sheet, row: row.row, ...(column === undefined ? {} : { column }) }
  }

  function unitOf(row: Row): { unitId: string | undefined; text: string; issues: readonly ImportIssue[] } {
    for (const field of ['unitCode', 'unit'] as const) {
      const cell = at(row, field)
      const match = lookups.units.match(cell)
      if (match.kind === 'none') continue
      const place = placeOf(row, field)
      const text = textOf(cell)
      if (match.kind === 'found') {
        const issues = match.by === 'abbreviation' ? [issueOf('W29', place, { text, unit: match.unit.nameTr })] : []
        return { unitId: match.unit.id, text, issues }
      }
      const near = match.kind === 'ambiguous' ? match.units.map((unit) => ({ unit, score: 0.9 })) : match.near
      const suggestions = near.map(({ unit, score }) => ({ value: unit.code, label: unit.nameTr, score }))
      if (choices.unitId) return { unitId: choices.unitId, text, issues: [] }
      return { unitId: undefined, text, issues: [issueOf('E15', place, { unit: text }, suggestions)] }
    }
    const block = row.block === null ? undefined : lookups.units.match(row.block)
    if (block?.kind === 'found') return { unitId: block.unit.id, text: row.block ?? '', issues: [] }
    const byName = lookups.units.match(sheet)
    if (byName.kind === 'found') return { unitId: byName.unit.id, text: sheet, issues: [] }
    return { unitId: choices.unitId, text: '', issues: [] }
  }

  function nameOf(row: Row): string {
    const full = textOf(at(row, 'fullName'))
    return full !== '' ? full : `${textOf(at(row, 'givenNames'))} ${textOf(at(row, 'surname'))}`.trim()
  }

  return (row: Row): OwnerResult => {
    const unit = unitOf(row)
    const typeMatch = values.employmentType(at(row, 'employmentType'))
    const employmentType = typeMatch.kind === 'found' ? typeMatch.key : null
    const name = nameOf(row)
    const registryNo = at(row, 'registryNo')
    if (lookups.own && unit.unitId !== undefined && !lookups.own.unitIds.has(unit.unitId))
      return refused([issueOf('E18', placeOf(row, 'unitCode', 'unit'), { text: unit.text })])
    const said = { registryNo, employmentType, name, unitId: unit.unitId ?? null }
    const match = lookups.people.match(said)
    const numberPlace = placeOf(row, 'registryNo', 'fullName', 'givenNames')
    if (match.kind === 'unknown' && lookups.own?.others.match({ ...said, unitId: null }).kind === 'found')
      return refused([issueOf('E18', numberPlace, { text: textOf(registryNo) || name })])
    const namePlace = placeOf(row, 'fullName', 'givenNames', 'registryNo')
    switch (match.kind) {
      case 'nobody':
        if (unit.unitId === undefined) return unit.issues.length > 0 ? refused(unit.issues) : { kind: 'needsUnit' }
        return { kind: 'owner', owner: { personId: null, name: null, unitId: unit.unitId }, issues: unit.issues }
      case 'ambiguous':
        return refused([issueOf('E13', namePlace, { text: name || textOf(registryNo), count: match.people.length })])
      case 'unknown': {
        const suggestions = match.near.map((person) => ({
          value: person.registryNo,
          label: `${person.givenNames} ${person.surname} (${person.registryNo})`,
          score: 0.8,
        }))
        return refused([
          match.by === 'registryNo'
            ? issueOf('E12', numberPlace, { registryNo: textOf(registryNo) }, suggestions)
            : issueOf('E17', namePlace, { name }, suggestions),
        ])
      }
      case 'found':
        return personOf(row, match.person, match, { name, registryNo: textOf(registryNo), numberPlace, namePlace })
    }
  }

  function personOf(
    _row: Row,
    person: {
      id: string
      registryNo: string
      employmentType: EmploymentType
      givenNames: string
      surname: string
      unitId: string
      active: boolean
    },
    match: { by: string; nameDiffers: boolean; zerosLost: boolean },
    said: { name: string; registryNo: string; numberPlace: Place; namePlace: Place },
  ): OwnerResult {
    const fullName = `${person.givenNames} ${person.surname}`
    const { cycle } = lookups
    if (!person.active) return refused([issueOf('E14', said.numberPlace, { name: fullName, why: 'inactive' })])
    if (!cycle.eligibleTypes.includes(person.employmentType)) {
      return refused([issueOf('E14', said.numberPlace, { name: fullName, why: 'employmentType' })])
    }
    const issues: ImportIssue[] = []
    if (match.by !== 'registryNo' && !choices.confirmNames) {
      const unit = lookups.unitById.get(person.unitId)?.nameTr ?? ''
      issues.push(
        issueOf('W32', said.namePlace, { text: said.name, name: fullName, registryNo: person.registryNo, unit }),
      )
    }
    if (match.nameDiffers) {
      issues.push(issueOf('W13', said.namePlace, { text: said.name, name: fullName, registryNo: person.registryNo }))
    }
    if (match.zerosLost)
      issues.push(issueOf('W25', said.numberPlace, { text: said.registryNo, registryNo: person.registryNo }))
    return { kind: 'owner', owner: { personId: person.id, name: fullName, unitId: person.unitId }, issues }
  }
}

const refused = (issues: readonly ImportIssue[]): OwnerResult => ({ kind: 'refused', issues })
