import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type DelegationRow, delegationStates } from '../../../src-core/delegations/delegation.ts'
import { useGo, useTableView } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { useListRows } from '../../app/use-list-rows.ts'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import type { TableView } from '../../ui/table/view.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { PurgeNote } from './PurgeNote.tsx'
import { useMay } from './use-may.ts'
import { choicesOf, countryChoices, fileTones } from './words.ts'

const start: TableView = { search: '', sort: [{ column: 'fromDate', descending: true }], filter: {} }

/** All delegation files. */
export function DelegationsScreen() {
  const { t } = useTranslation('delegations')
  const go = useGo()
  const may = useMay()
  const { view, onView } = useTableView(start)
  const table = useRef<TableHandle>(null)
  const server = useListRows<DelegationRow>((request) => client.delegations.listDelegations(request))
  const titleColumn = useNumberLanguage() === 'en' ? 'titleEn' : 'titleTr'
  const columns = useMemo<readonly Column<DelegationRow>[]>(
    () => [
      { id: titleColumn, title: t('field.title'), type: 'text', width: 140, grow: 2, value: (row) => row[titleColumn] },
      { id: 'requestNo', title: t('field.requestNo'), type: 'text', width: 116, value: (row) => row.requestNo },
      {
        id: 'requestingBody',
        title: t('field.requestingBody'),
        type: 'text',
        width: 120,
        grow: 1,
        value: (row) => row.requestingBody,
      },
      {
        id: 'country',
        title: t('field.country'),
        type: 'choice',
        width: 92,
        choices: countryChoices(),
        value: (row) => row.country,
      },
      { id: 'fromDate', title: t('field.fromDate'), type: 'date', width: 104, value: (row) => row.fromDate },
      { id: 'toDate', title: t('field.toDate'), type: 'date', width: 104, value: (row) => row.toDate },
      {
        id: 'participants',
        title: t('field.participants'),
        type: 'number',
        sortable: false,
        filterable: false,
        sum: true,
        width: 72,
        value: (row) => row.participants,
      },
      {
        id: 'openTasks',
        title: t('field.openTasks'),
        type: 'number',
        sortable: false,
        filterable: false,
        width: 96,
        value: (row) => row.openTasks,
      },
      { id: 'coordinator', title: t('field.coordinator'), type: 'text', width: 108, value: (row) => row.coordinator },
      {
        id: 'state',
        title: t('field.state'),
        type: 'choice',
        width: 164,
        choices: choicesOf(delegationStates, 'state', fileTones),
        value: (row) => row.state,
      },
    ],
    [t, titleColumn],
  )
  const whole = (id: string) => go(`/delegations/files/${id}`)
  return (
    <Screen
      header={<PageHeader title={t('files.title')} />}
      toolbar={
        <>
          <Toolbar
            search={{
              value: view.search,
              onChange: (search) => onView({ ...view, search }),
              placeholder: t('files.search'),
            }}
          >
            <ListFilters columns={columns} view={view} onView={onView} />
          </Toolbar>
          {may.edit && <PurgeNote />}
        </>
      }
    >
      <DataTable
        name="delegations.files"
        label={t('files.title')}
        columns={columns}
        rowId={(row) => row.id}
        server={server}
        view={view}
        onView={onView}
        start={start}
        onOpen={(row) => whole(row.id)}
        onOpenWhole={(row) => whole(row.id)}
        handle={table}
        empty={
          <EmptyState
            title={t('files.empty')}
            text={t('files.emptyText')}
            action={{ label: t('files.toRequests'), run: () => go('/delegations/requests') }}
          />
        }
      />
    </Screen>
  )
}
