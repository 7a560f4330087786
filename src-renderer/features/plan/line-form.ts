import { levelDefaults } from '../../../src-core/plan/plan.rules.ts'
import { type LineFields, lineFieldsSchema, type PlanLine } from '../../../src-core/plan/plan.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

/** What stands in the form of a line. */
export type LineValues = {
  readonly name: string
  readonly level: string | null
  readonly unitId: string | null
  readonly groups: number | null
  readonly groupSize: number | null
  readonly personsPlanned: number | null
  readonly lessonHours: number | null
  readonly quarter: string | null
  readonly month: string | null
  readonly providerId: string | null
  readonly trainerId: string | null
  readonly permissionNo: string
  readonly mode: string | null
  readonly responsible: string
  readonly note: string
}

export const valuesOfLine = (line: PlanLine): LineValues => ({
  name: line.name,
  level: line.level,
  unitId: line.unitId,
  groups: line.groups,
  groupSize: line.groupSize,
  personsPlanned: line.personsPlanned,
  lessonHours: line.lessonHours,
  quarter: line.quarter === null ? null : String(line.quarter),
  month: line.month === null ? null : String(line.month),
  providerId: line.providerId,
  trainerId: line.trainerId,
  permissionNo: line.permissionNo ?? '',
  mode: line.mode,
  responsible: line.responsible,
  note: line.note ?? '',
})

/** A new line as its level usually is. */
export function newLineValues(level: PlanLine['level'], responsible: string): LineValues {
  const { lessonHours, groupSize, mode } = levelDefaults[level]
  return {
    ...{ name: '', level, unitId: null, groups: 1, groupSize, personsPlanned: groupSize, lessonHours, mode },
    ...{ quarter: null, month: null, providerId: null, trainerId: null, permissionNo: '', responsible, note: '' },
  }
}

const numberOrNull = (text: string | null) => (text === null ? null : Number(text))
const textOrNull = (text: string) => (text.trim() === '' ? null : text.trim())

const inputOf = (values: LineValues) => ({
  ...values,
  quarter: numberOrNull(values.quarter),
  month: numberOrNull(values.month),
  permissionNo: textOrNull(values.permissionNo),
  note: textOrNull(values.note),
})

export const lineProblems = (values: LineValues): Problems<LineValues> =>
  schemaProblems(lineFieldsSchema, inputOf(values) as never) as Problems<LineValues>

/** Only for values without problems. */
export const lineFieldsOf = (values: LineValues): LineFields => lineFieldsSchema.parse(inputOf(values))
