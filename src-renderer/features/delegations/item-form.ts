import { minutesOfClock } from '../../../src-core/courses/room.ts'
import { type ItemKind, itemFieldsSchema, type ProgrammeItem } from '../../../src-core/delegations/programme.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'
import { clockOf } from './programme-grid.ts'

/** What stands in the form of a slot; times as they are typed. */
export type ItemValues = {
  readonly titleTr: string
  readonly titleEn: string
  readonly kind: ItemKind
  readonly date: string | null
  readonly start: string
  readonly end: string
  readonly hours: number | null
  readonly groupNo: string | null
  readonly siteId: string | null
  readonly place: string
  readonly travelBefore: number | null
  readonly hostUnit: string
  readonly hostPerson: string
  readonly hostPhone: string
  readonly hostState: string | null
  readonly hostNote: string
  readonly holidayAgreed: boolean
  readonly interpreterId: string | null
  readonly vehicleId: string | null
  readonly speakers: string
  readonly language: string
  readonly equipment: string
  readonly ppe: string[]
  readonly maxGroup: number | null
  readonly photoAllowed: boolean
  readonly dressNote: string
  readonly gift: string
  readonly objective: string
  readonly internalNote: string
}

export const itemValues = ({ details, ...item }: ProgrammeItem): ItemValues => ({
  titleTr: item.titleTr,
  titleEn: item.titleEn,
  kind: item.kind,
  date: item.date,
  start: clockOf(item.startMinute),
  end: clockOf(item.endMinute),
  hours: item.lessonHoursTenths / 10,
  groupNo: String(item.groupNo),
  siteId: item.siteId,
  place: item.place ?? '',
  travelBefore: item.travelBefore,
  hostUnit: item.hostUnit ?? '',
  hostPerson: item.hostPerson ?? '',
  hostPhone: item.hostPhone ?? '',
  hostState: item.hostState,
  hostNote: details.hostNote ?? '',
  holidayAgreed: item.holidayAgreed,
  interpreterId: item.interpreterId,
  vehicleId: item.vehicleId,
  speakers: details.speakers.join(', '),
  language: details.language ?? '',
  equipment: details.equipment ?? '',
  ppe: [...details.ppe],
  maxGroup: details.maxGroup,
  photoAllowed: details.photoAllowed,
  dressNote: details.dressNote ?? '',
  gift: details.gift ?? '',
  objective: details.objective ?? '',
  internalNote: details.internalNote ?? '',
})

/** The slot as the operation takes it; a time that cannot be read is missing. */
export const itemInput = (values: ItemValues) => ({
  groupNo: Number(values.groupNo ?? 0),
  kind: values.kind,
  titleTr: values.titleTr,
  titleEn: values.titleEn,
  date: values.date,
  startMinute: minutesOfClock(values.start),
  endMinute: minutesOfClock(values.end),
  lessonHoursTenths: Math.round((values.hours ?? 0) * 10),
  siteId: values.siteId,
  place: values.siteId === null ? values.place : null,
  hostUnit: values.hostUnit,
  hostPerson: values.hostPerson,
  hostPhone: values.hostPhone,
  hostState: values.hostState,
  interpreterId: values.interpreterId,
  vehicleId: values.vehicleId,
  travelBefore: values.travelBefore,
  holidayAgreed: values.holidayAgreed,
  details: {
    objective: values.objective,
    speakers: values.speakers
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    language: values.language,
    equipment: values.equipment,
    ppe: values.ppe,
    maxGroup: values.maxGroup,
    photoAllowed: values.photoAllowed,
    dressNote: values.dressNote,
    gift: values.gift,
    hostNote: values.hostNote,
    internalNote: values.internalNote,
  },
})

export function itemProblems(values: ItemValues): Problems<ItemValues> {
  const input = itemInput(values)
  const { startMinute, endMinute, ...problems } = schemaProblems(itemFieldsSchema, input) as Problems<
    ItemValues & { startMinute: number; endMinute: number }
  >
  const reversed =
    input.startMinute !== undefined && input.endMinute !== undefined && input.endMinute <= input.startMinute
  return {
    ...problems,
    ...(startMinute && { start: { key: 'common:form.format' } as const }),
    ...(endMinute && { end: { key: 'common:form.format' } as const }),
    ...(reversed && {
      end: { key: 'delegations:problem.timesReversed', values: { title: values.titleTr } } as const,
    }),
  }
}
