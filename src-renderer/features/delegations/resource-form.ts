import {
  type Resource,
  type ResourceFields,
  type ResourceKind,
  resourceFieldsSchema,
} from '../../../src-core/delegations/logistics.ts'
import type { Problems } from '../../ui/form/problems.ts'

/** What stands in the form of an interpreter, a vehicle, a room or a gift: one form for all four, each shows its own. */
export type ResourceValues = {
  readonly name: string
  readonly languages: string
  readonly mode: 'simultaneous' | 'consecutive'
  readonly hours: number | null
  readonly feeMinor: number | null
  readonly phone: string
  readonly plate: string
  readonly driver: string
  readonly seats: number | null
  readonly departurePoint: string
  readonly roomNo: string
  readonly roomType: 'single' | 'double' | 'twin'
  readonly checkIn: string | null
  readonly checkOut: string | null
  readonly breakfast: boolean
  readonly stock: number | null
  readonly given: number | null
  readonly givenTo: string
  readonly givenBy: string
  readonly valueMinor: number | null
}

const empty: ResourceValues = {
  ...{ name: '', languages: 'en, tr', mode: 'consecutive', hours: 0, feeMinor: 0, phone: '', plate: '', driver: '' },
  ...{ seats: 27, departurePoint: '', roomNo: '', roomType: 'twin', checkIn: null, checkOut: null, breakfast: true },
  ...{ stock: 0, given: 0, givenTo: '', givenBy: '', valueMinor: 0 },
}

const text = (value: string | null): string => value ?? ''

export function resourceValues(resource?: Resource): ResourceValues {
  if (!resource) return empty
  const named = { ...empty, name: resource.name }
  switch (resource.kind) {
    case 'interpreter': {
      const { languages, mode, hoursTenths, feeMinor, phone } = resource.details
      return { ...named, languages: languages.join(', '), mode, hours: hoursTenths / 10, feeMinor, phone: text(phone) }
    }
    case 'vehicle': {
      const { plate, driver, phone, seats, departurePoint } = resource.details
      const said = {
        plate: text(plate),
        driver: text(driver),
        phone: text(phone),
        departurePoint: text(departurePoint),
      }
      return { ...named, ...said, seats }
    }
    case 'hotelRoom':
      return { ...named, ...resource.details, roomNo: text(resource.details.roomNo) }
    case 'gift': {
      const { givenTo, givenBy, ...details } = resource.details
      return { ...named, ...details, givenTo: text(givenTo), givenBy: text(givenBy) }
    }
  }
}

function inputOf(kind: ResourceKind, values: ResourceValues, before?: Resource): unknown {
  const { name, phone } = values
  const details = {
    interpreter: {
      languages: values.languages.split(/[\s,;]+/).filter(Boolean),
      ...{
        mode: values.mode,
        hoursTenths: Math.round((values.hours ?? 0) * 10),
        feeMinor: values.feeMinor ?? 0,
        phone,
      },
    },
    vehicle: {
      ...{ plate: values.plate, driver: values.driver, phone, seats: values.seats },
      departurePoint: values.departurePoint,
      departureMinute: before?.kind === 'vehicle' ? before.details.departureMinute : null,
    },
    hotelRoom: {
      ...{ roomNo: values.roomNo, roomType: values.roomType, breakfast: values.breakfast },
      ...{ checkIn: values.checkIn, checkOut: values.checkOut },
    },
    gift: {
      ...{ stock: values.stock ?? 0, given: values.given ?? 0, valueMinor: values.valueMinor ?? 0 },
      ...{ givenTo: values.givenTo, givenBy: values.givenBy },
    },
  }[kind]
  return { kind, name, details }
}

const wrong = { key: 'common:form.invalid' } as const

export function resourceProblems(kind: ResourceKind, values: ResourceValues): Problems<ResourceValues> {
  const result = resourceFieldsSchema.safeParse(inputOf(kind, values))
  if (result.success) return {}
  const fields = new Set(result.error.issues.map(({ path }) => String(path[1] ?? path[0] ?? '')))
  return {
    ...(fields.has('name') && { name: { key: 'common:form.required' } as const }),
    ...(fields.has('languages') && { languages: wrong }),
    ...(fields.has('seats') && { seats: wrong }),
    ...(fields.has('stock') && { stock: wrong }),
    ...(fields.has('given') && { given: wrong }),
  }
}

/** Only for values without problems. */
export const resourceFields = (kind: ResourceKind, values: ResourceValues, before?: Resource): ResourceFields =>
  resourceFieldsSchema.parse(inputOf(kind, values, before))
