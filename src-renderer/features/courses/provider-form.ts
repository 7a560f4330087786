import {
  needsPermission,
  type Provider,
  type ProviderFields,
  type ProviderKind,
  providerFieldsSchema,
} from '../../../src-core/courses/provider.ts'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'

export type ContactValues = {
  readonly name: string
  readonly duty: string
  readonly email: string
  readonly phone: string
}

/** What stands in the form of a provider. */
export type ProviderValues = {
  readonly name: string
  readonly kind: string | null
  readonly permissionRequired: boolean
  readonly contacts: readonly ContactValues[]
}

export const emptyContact: ContactValues = { name: '', duty: '', email: '', phone: '' }

export const newProvider: ProviderValues = {
  name: '',
  kind: 'university',
  permissionRequired: false,
  contacts: [emptyContact],
}

export const valuesOf = (provider: Provider): ProviderValues => ({
  name: provider.name,
  kind: provider.kind,
  permissionRequired: provider.permissionRequired,
  contacts: provider.contacts.map(({ name, duty, email, phone }) => ({
    name,
    duty: duty ?? '',
    email: email ?? '',
    phone: phone ?? '',
  })),
})

const isFilled = (contact: ContactValues) => Object.values(contact).some((text) => text.trim() !== '')

const inputOf = (values: ProviderValues) => ({ ...values, contacts: values.contacts.filter(isFilled) })

export const providerProblems = (values: ProviderValues): Problems<ProviderValues> =>
  schemaProblems(providerFieldsSchema, inputOf(values) as ProviderValues)

/** Only for values without problems. */
export const providerFields = (values: ProviderValues): ProviderFields => providerFieldsSchema.parse(inputOf(values))

/** Whether the kind is one for which a permission is asked for by default. */
export const asksPermission = (kind: string | null): boolean => kind !== null && needsPermission(kind as ProviderKind)
