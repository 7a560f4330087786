import { IconPlus } from '@tabler/icons-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../src-core/delegations/site.ts'
import { useOpenId, useTableView } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { useListRows } from '../../app/use-list-rows.ts'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import { useKeys } from '../../ui/keys.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import type { TableView } from '../../ui/table/view.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { SitePanel } from './SitePanel.tsx'
import { useMay } from './use-may.ts'

const startBy = (column: string): TableView => ({ search: '', sort: [{ column, descending: false }], filter: {} })

const starts = { tr: startBy('nameTr'), en: startBy('nameEn') }

const adding = 'new'

/** The catalogue of places worth visiting. */
export function SitesScreen() {
  const { t } = useTranslation('delegations')
  const may = useMay()
  const language = useNumberLanguage()
  const nameColumn = language === 'en' ? 'nameEn' : 'nameTr'
  const { view, onView } = useTableView(starts[language])
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const server = useListRows<Site>((request) => client.delegations.listSites(request))
  const add = () => setOpenId(adding)
  useKeys(may.edit ? [{ keys: 'n', labelKey: 'delegations:sites.add', run: add }] : [])
  const columns = useMemo<readonly Column<Site>[]>(
    () => [
      { id: nameColumn, title: t('sites.one'), type: 'text', width: 300, grow: 2, value: (row) => row[nameColumn] },
      { id: 'owner', title: t('sites.owner'), type: 'text', width: 220, grow: 1, value: (row) => row.owner },
      { id: 'capacity', title: t('sites.capacity'), type: 'number', value: (row) => row.capacity },
      { id: 'minutesOnSite', title: t('sites.minutesOnSite'), type: 'number', value: (row) => row.minutesOnSite },
      {
        id: 'visits',
        title: t('sites.visits'),
        type: 'number',
        sortable: false,
        filterable: false,
        value: (row) => row.visits,
      },
      {
        id: 'lastUsed',
        title: t('sites.lastUsed'),
        type: 'date',
        sortable: false,
        filterable: false,
        value: (row) => row.lastUsed,
      },
      { id: 'active', title: t('sites.active'), type: 'flag', value: (row) => row.active },
    ],
    [t, nameColumn],
  )
  const isNew = openId === adding
  return (
    <Screen
      header={
        <PageHeader
          title={t('sites.title')}
          {...(may.edit && { primary: { label: t('sites.add'), run: add, icon: IconPlus, keys: 'N' } })}
        />
      }
      toolbar={
        <Toolbar
          search={{
            value: view.search,
            onChange: (search) => onView({ ...view, search }),
            placeholder: t('sites.search'),
          }}
        >
          <ListFilters columns={columns} view={view} onView={onView} />
        </Toolbar>
      }
      panel={
        openId !== undefined && (
          <SitePanel
            key={openId}
            id={isNew ? undefined : openId}
            onClose={() => setOpenId(undefined)}
            onStep={isNew ? undefined : (by) => table.current?.step(by)}
            onAdded={setOpenId}
          />
        )
      }
    >
      <DataTable
        name="delegations.sites"
        label={t('sites.title')}
        columns={columns}
        rowId={(row) => row.id}
        server={server}
        view={view}
        onView={onView}
        start={starts[language]}
        openId={isNew ? undefined : openId}
        onOpen={(row) => setOpenId(row.id)}
        handle={table}
        empty={
          <EmptyState
            title={t('sites.empty')}
            text={t('sites.emptyText')}
            {...(may.edit && { action: { label: t('sites.add'), run: add } })}
          />
        }
      />
    </Screen>
  )
}
