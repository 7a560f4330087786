import { type UnitFields, type UnitRow, unitFieldsSchema } from '../../../src-core/people/unit.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

/** What stands in the form of a unit. */
export type UnitValues = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly kind: string | null
  readonly parentId: string | null
  readonly managerId: string | null
  readonly coordinatorId: string | null
  readonly costCentre: string
  readonly aliases: readonly string[]
  readonly validFrom: string | null
  readonly validTo: string | null
}

export const newUnit = (parentId: string | null): UnitValues => ({
  code: '',
  name: '',
  nameEn: '',
  kind: 'directorate',
  parentId,
  managerId: null,
  coordinatorId: null,
  costCentre: '',
  aliases: [],
  validFrom: null,
  validTo: null,
})

export const valuesOf = (unit: UnitRow): UnitValues => ({
  code: unit.code,
  name: unit.name,
  nameEn: unit.nameEn ?? '',
  kind: unit.kind,
  parentId: unit.parentId,
  managerId: unit.managerId,
  coordinatorId: unit.coordinatorId,
  costCentre: unit.costCentre ?? '',
  aliases: unit.aliases,
  validFrom: unit.validFrom,
  validTo: unit.validTo,
})

export function unitProblems(values: UnitValues): Problems<UnitValues> {
  const { validFrom, validTo } = values
  const reversed = validFrom !== null && validTo !== null && validTo < validFrom
  return {
    ...schemaProblems(unitFieldsSchema, values),
    ...(reversed && { validTo: { key: 'people:errors.rule.unitValidityReversed' } as const }),
  }
}

/** Only for values without problems. */
export const unitFields = (values: UnitValues): UnitFields => unitFieldsSchema.parse(values)
