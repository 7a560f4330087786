import { type Group, type GroupFields, groupFieldsSchema } from '../../../src-core/certificates/group.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

/** What stands in the form of an occasion; hours as an officer counts them. */
export type GroupValues = {
  readonly kind: string | null
  readonly language: string | null
  readonly titleTr: string
  readonly titleEn: string
  readonly fromDate: string | null
  readonly toDate: string | null
  readonly place: string
  readonly placeEn: string
  readonly partner: string
  readonly hours: number | null
  readonly minAttendancePct: number | null
  readonly testRequired: boolean
  readonly passMark: number | null
  readonly validUntil: string | null
  readonly signatories: readonly SignatoryValues[]
}

export type SignatoryValues = { readonly name: string; readonly dutyTr: string; readonly dutyEn: string }

type Standard = {
  readonly place: string | null
  readonly placeEn: string | null
  readonly signatories: readonly { readonly name: string; readonly dutyTr: string; readonly dutyEn: string | null }[]
}

export const newGroup = ({ place, placeEn, signatories }: Standard): GroupValues => ({
  kind: 'PARTICIPATION',
  language: 'tr',
  titleTr: '',
  titleEn: '',
  fromDate: null,
  toDate: null,
  place: place ?? '',
  placeEn: placeEn ?? '',
  partner: '',
  hours: null,
  minAttendancePct: 80,
  testRequired: false,
  passMark: 70,
  validUntil: null,
  signatories: signatoryValues(signatories),
})

export const signatoryValues = (signatories: Standard['signatories']): SignatoryValues[] =>
  signatories.map((one) => ({ ...one, dutyEn: one.dutyEn ?? '' }))

export const valuesOf = (group: Group): GroupValues => ({
  kind: group.kind,
  language: group.language,
  titleTr: group.titleTr,
  titleEn: group.titleEn ?? '',
  fromDate: group.fromDate,
  toDate: group.toDate,
  place: group.place ?? '',
  placeEn: group.placeEn ?? '',
  partner: group.partner ?? '',
  hours: group.lessonHoursTenths / 10,
  minAttendancePct: group.minAttendancePct,
  testRequired: group.testRequired,
  passMark: group.passMark,
  validUntil: group.validUntil,
  signatories: signatoryValues(group.signatories),
})

const inputOf = ({ hours, signatories, ...values }: GroupValues) => ({
  ...values,
  lessonHoursTenths: hours === null ? undefined : Math.round(hours * 10),
  signatories: signatories.filter(({ name, dutyTr }) => name.trim() !== '' || dutyTr.trim() !== ''),
})

export function groupProblems(values: GroupValues): Problems<GroupValues> {
  const { lessonHoursTenths, ...problems } = schemaProblems(groupFieldsSchema, inputOf(values)) as Problems<
    GroupValues & { lessonHoursTenths: number }
  >
  const { fromDate, toDate, language, titleEn } = values
  return {
    ...problems,
    ...(lessonHoursTenths && { hours: lessonHoursTenths }),
    ...(fromDate &&
      toDate &&
      fromDate > toDate && { toDate: { key: 'certificates:errors.rule.datesReversed' } as const }),
    ...(language !== 'tr' &&
      titleEn.trim() === '' && { titleEn: { key: 'certificates:errors.rule.englishTitleNeeded' } as const }),
  }
}

/** Only for values without problems. */
export const groupFields = (values: GroupValues): GroupFields => groupFieldsSchema.parse(inputOf(values))
