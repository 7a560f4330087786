import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { type TargetField, targetField } from '../imports/index.ts'
import { fold } from '../kernel/turkish.ts'
import type { ListCells, ReadSheet } from '../people/index.ts'
import { providerKindMatcher, yesNoMatcher } from './list-words.ts'
import { providerColumns } from './provider.handlers.ts'
import { allProviders } from './provider.repository.ts'
import { needsPermission, type ProviderFields } from './provider.ts'
import { itemsIn, missing, yesAsFlag } from './record-cells.ts'
import { analyseRecords, type Line, type ListAnalysis, onlySaid, type RecordPlan } from './record-list.ts'
import { courseWords, itemSeparator, type Language } from './words.ts'

/** A provider in the terms of a sheet. */
export type ProviderLine = ProviderFields & { readonly active: boolean }

/** The columns of a list of providers. */
export const providerListFields = (): readonly TargetField[] => [
  targetField('provider', { required: true, extraWords: ['Adı', 'Ad', 'Kurum', 'Name'] }),
  targetField('providerKind', { extraWords: ['Tür', 'Türü', 'Kind'] }),
  targetField('permissionRequired'),
  targetField('contacts'),
  targetField('active', { extraWords: ['Durum', 'Kullanımda'] }),
]

const columns = {
  name: 'provider',
  kind: 'providerKind',
  permissionRequired: 'permissionRequired',
  contacts: 'contacts',
  active: 'active',
} as const

type Contact = ProviderFields['contacts'][number]

const phone = /^[+\d][\d\s()/-]{6,}$/

/** `Ayşe Ak, Müdür, ayse@…, 0212 …`: a name, then duty, e-mail and phone in any order. */
function contactOf(item: string): Contact {
  const [name = '', ...rest] = item.split(/\s*,\s*/)
  const email = rest.find((part) => part.includes('@')) ?? null
  const number = rest.find((part) => phone.test(part)) ?? null
  const duty = rest.find((part) => part !== email && part !== number) ?? null
  return { name: name.slice(0, 120), duty, email, phone: number }
}

const contactText = ({ name, duty, email, phone: number }: Contact): string =>
  [name, duty, email, number].filter(Boolean).join(', ')

/** What a list of providers adds and changes; a provider is known by its name. */
export async function analyseProviderList(
  sheet: ReadSheet,
  db: Reader,
  language: Language,
): Promise<ListAnalysis<ProviderLine>> {
  const kinds = providerKindMatcher()
  const yesNo = yesNoMatcher()
  const standing = new Map(
    (await allProviders(db)).map((row) => [
      fold(row.name),
      {
        id: row.id,
        name: row.name,
        fields: {
          name: row.name,
          kind: row.kind,
          permissionRequired: row.permissionRequired === 1,
          contacts: JSON.parse(row.contacts) as Contact[],
          active: row.active === 1,
        },
      },
    ]),
  )
  const read = (cells: ListCells): Line<ProviderLine> => {
    const name = cells.limited('provider', 200)
    if (!name) missing(cells, 'provider')
    const said = onlySaid<ProviderLine>({
      name,
      kind: cells.choice('providerKind', kinds),
      permissionRequired: yesAsFlag(cells.choice('permissionRequired', yesNo)),
      contacts: itemsIn(cells, 'contacts')?.map(contactOf),
      active: yesAsFlag(cells.choice('active', yesNo)),
    })
    return { key: name && fold(name), name: name ?? '', said }
  }
  return analyseRecords<ProviderLine>(sheet, {
    keyField: 'provider',
    columns,
    read,
    find: ({ key }) => standing.get(key ?? ''),
    complete: ({ said }, cells) => {
      const { name, kind } = said
      if (!kind) missing(cells, 'providerKind')
      if (!name || !kind) return null
      return { permissionRequired: needsPermission(kind), contacts: [], active: true, ...said, name, kind }
    },
    check: () => {},
    accept: () => {},
    show: (field, value) => showPart(field, value, language),
  })
}

function showPart(field: keyof ProviderLine, value: unknown, language: Language): string {
  if (field === 'kind') return courseWords[language].providerKind[value as ProviderLine['kind']]
  if (field === 'contacts') return (value as Contact[]).map(contactText).join(itemSeparator)
  if (typeof value === 'boolean') return courseWords[language].yesNo[value ? 'yes' : 'no']
  return String(value ?? '')
}

/** Writes what a list of providers adds and changes. */
export async function writeProviderPlan(write: Writer, plan: RecordPlan<ProviderLine>): Promise<void> {
  await write.insertMany(
    'provider',
    plan.added.map(({ active, ...fields }) => ({ id: write.newId(), ...providerColumns(fields, active) })),
  )
  await write.updateMany(
    'provider',
    plan.changed.map(({ id, fields: { active, ...fields } }) => ({ id, patch: providerColumns(fields, active) })),
  )
}
