import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Provider, providerKinds } from '../../../src-core/courses/provider.ts'
import { client } from '../../app/api.ts'
import type { Column } from '../../ui/table/columns.ts'
import type { TableView } from '../../ui/table/view.ts'
import { ListScreen } from './ListScreen.tsx'
import { ProviderPanel } from './ProviderPanel.tsx'

const start: TableView = {
  search: '',
  sort: [{ column: 'name', descending: false }],
  filter: { active: { kind: 'oneOf', values: [1] } },
}

/** Institutions and firms that trainings are bought from. */
export function ProvidersScreen() {
  const { t } = useTranslation('courses')
  const columns = useMemo<readonly Column<Provider>[]>(
    () => [
      { id: 'name', title: t('providers.name'), type: 'text', width: 320, grow: 2, value: (row) => row.name },
      {
        id: 'kind',
        title: t('providers.kind'),
        type: 'choice',
        width: 200,
        choices: providerKinds.map((value) => ({ value, label: t(`word.providerKind.${value}`) })),
        value: (row) => row.kind,
      },
      {
        id: 'permissionRequired',
        title: t('providers.permissionRequired'),
        type: 'flag',
        width: 180,
        value: (row) => row.permissionRequired,
      },
      {
        id: 'contacts',
        title: t('providers.contacts'),
        type: 'text',
        width: 260,
        grow: 1,
        sortable: false,
        filterable: false,
        value: (row) => row.contacts.map((contact) => contact.name).join(', '),
      },
      { id: 'topics', title: t('providers.topics'), type: 'number', width: 88, value: (row) => row.topics },
      { id: 'active', title: t('word.activity.active'), type: 'flag', width: 88, value: (row) => row.active },
    ],
    [t],
  )
  return (
    <ListScreen<Provider>
      name="courses.providers"
      words={{
        title: t('providers.title'),
        add: t('providers.add'),
        search: t('providers.search'),
        empty: t('providers.empty'),
        emptyText: t('providers.emptyText'),
      }}
      columns={columns}
      fetch={(page) => client.courses.listProviders(page)}
      start={start}
      exportFile={(list) => client.courses.exportProviders(list)}
      importAt="/catalogue/import?kind=providers"
      panel={(props) => <ProviderPanel key={props.id ?? 'new'} {...props} />}
    />
  )
}
