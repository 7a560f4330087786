import type { AccountStanding } from '../../../src-core/access/administration.contract.ts'
import type { OfficerRole } from '../../../src-core/kernel/roles.ts'

export type AccountValues = {
  readonly displayName: string
  readonly userName: string
  readonly roles: readonly OfficerRole[]
}

export type NewAccountValues = AccountValues & { readonly language: string | null; readonly password: string }

export const newAccount: NewAccountValues = {
  displayName: '',
  userName: '',
  roles: ['TO'],
  language: 'tr',
  password: '',
}

export const valuesOf = ({ displayName, userName, roles }: AccountStanding): AccountValues => ({
  displayName,
  userName,
  roles,
})
