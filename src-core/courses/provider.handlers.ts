import type { CommandCall, Handlers } from '../database/dispatcher.ts'
import type { OwnColumns, ProviderTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { fold, sortKey } from '../kernel/turkish.ts'
import { wholeList, withoutUndefined } from './fields.ts'
import type { providerContract } from './provider.contract.ts'
import * as providers from './provider.repository.ts'
import type { ProviderFields } from './provider.ts'
import { providerWorkbook } from './provider.workbook.ts'
import { workbookFile } from './workbook-file.ts'

/** A provider's row as it is stored. */
export const providerColumns = (fields: ProviderFields, active: boolean): OwnColumns<'provider'> => ({
  name: fields.name,
  kind: fields.kind,
  permissionRequired: fields.permissionRequired ? 1 : 0,
  contacts: JSON.stringify(fields.contacts),
  active: active ? 1 : 0,
  searchKey: fold([fields.name, ...fields.contacts.map((contact) => contact.name)].join(' ')),
  sortKey: sortKey(fields.name),
})

async function checkName(db: Reader, name: string, id?: string): Promise<void> {
  const same = (await providers.allProviders(db)).find((other) => other.id !== id && fold(other.name) === fold(name))
  if (same) breaksRule('providerNameTaken', { name: same.name })
}

const fieldsOf = (row: ProviderTable): ProviderFields => ({
  name: row.name,
  kind: row.kind,
  permissionRequired: row.permissionRequired === 1,
  contacts: JSON.parse(row.contacts),
})

async function setActive(call: CommandCall<{ id: string; rowVersion: number }>, active: 0 | 1) {
  const { db, input, write } = call
  found(await providers.providerById(db, input.id), 'provider', input.id)
  const differs = await write.update('provider', input.id, { active }, input.rowVersion)
  return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
}

export const providerHandlers: Handlers<typeof providerContract> = {
  listProviders: ({ db, input }) => providers.listProviders(db, input),

  getProvider: async ({ db, input }) => found(await providers.readProvider(db, input.id), 'provider', input.id),

  providerOptions: async ({ db, input }) => ({ providers: await providers.providerOptions(db, input.search) }),

  addProvider: async ({ db, input, write }) => {
    await checkName(db, input.name)
    return { id: await write.insert('provider', providerColumns(input, true)), rowVersion: 1 }
  },

  changeProvider: async ({ db, input, write }) => {
    const row = found(await providers.providerById(db, input.id), 'provider', input.id)
    const next = { ...fieldsOf(row), ...withoutUndefined(input.fields) }
    await checkName(db, next.name, row.id)
    const differs = await write.update('provider', row.id, providerColumns(next, row.active === 1), input.rowVersion)
    return { rowVersion: input.rowVersion + (differs ? 1 : 0) }
  },

  deactivateProvider: (call) => setActive(call, 0),

  reactivateProvider: (call) => setActive(call, 1),

  exportProviders: async ({ db, input, ports }) => {
    const { rows } = await providers.listProviders(db, wholeList(input))
    return workbookFile(
      ports,
      providerWorkbook(rows, input.language),
      {
        tr: 'Eğitim Kuruluşları',
        en: 'Providers',
      }[input.language],
    )
  },
}
