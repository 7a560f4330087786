import { IconPlus } from '@tabler/icons-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { programmeTypes, type RequestRow, requestStates } from '../../../src-core/delegations/request.ts'
import { useGo, useOpenId, useTableView } from '../../app/address.ts'
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
import { RequestPanel } from './RequestPanel.tsx'
import { useMay } from './use-may.ts'
import { choicesOf, countryChoices, requestTones } from './words.ts'

const start: TableView = { search: '', sort: [{ column: 'receivedOn', descending: true }], filter: {} }

const adding = 'new'

/** The register of visit requests. */
export function RequestsScreen() {
  const { t } = useTranslation('delegations')
  const may = useMay()
  const go = useGo()
  const { view, onView } = useTableView(start)
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const server = useListRows<RequestRow>((request) => client.delegations.listRequests(request))
  const add = () => setOpenId(adding)
  useKeys(may.edit ? [{ keys: 'n', labelKey: 'delegations:requests.add', run: add }] : [])
  const columns = useMemo<readonly Column<RequestRow>[]>(
    () => [
      { id: 'requestNo', title: t('field.requestNo'), type: 'text', width: 132, value: (row) => row.requestNo },
      { id: 'receivedOn', title: t('field.receivedOn'), type: 'date', width: 112, value: (row) => row.receivedOn },
      {
        id: 'requestingBody',
        title: t('field.requestingBody'),
        type: 'text',
        width: 120,
        grow: 2,
        value: (row) => row.requestingBody,
      },
      {
        id: 'country',
        title: t('field.country'),
        type: 'choice',
        width: 108,
        choices: countryChoices(),
        value: (row) => row.country,
      },
      {
        id: 'topicMain',
        title: t('field.topicMain'),
        type: 'text',
        width: 140,
        grow: 1,
        value: (row) => row.topicMain,
      },
      {
        id: 'programmeType',
        title: t('field.programmeType'),
        type: 'choice',
        width: 140,
        choices: choicesOf(programmeTypes, 'programmeType'),
        value: (row) => row.programmeType,
      },
      {
        id: 'preferredFrom',
        title: t('field.preferredFrom'),
        type: 'date',
        width: 132,
        value: (row) => row.preferredFrom,
      },
      { id: 'groupSize', title: t('field.groupSize'), type: 'number', width: 72, value: (row) => row.groupSize },
      {
        id: 'origin',
        title: t('field.origin'),
        type: 'choice',
        width: 112,
        hidden: true,
        choices: choicesOf(['desktop', 'portal'], 'origin', { portal: 'active' }),
        value: (row) => row.origin,
      },
      {
        id: 'state',
        title: t('field.state'),
        type: 'choice',
        width: 152,
        choices: choicesOf(requestStates, 'requestState', requestTones),
        value: (row) => row.state,
      },
    ],
    [t],
  )
  const isNew = openId === adding
  return (
    <Screen
      header={
        <PageHeader
          title={t('requests.title')}
          secondary={[{ label: t('requests.report'), run: () => go('/delegations/demand') }]}
          {...(may.edit && { primary: { label: t('requests.add'), run: add, icon: IconPlus, keys: 'N' } })}
        />
      }
      toolbar={
        <Toolbar
          search={{
            value: view.search,
            onChange: (search) => onView({ ...view, search }),
            placeholder: t('requests.search'),
          }}
        >
          <ListFilters columns={columns} view={view} onView={onView} />
        </Toolbar>
      }
      panel={
        openId !== undefined && (
          <RequestPanel
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
        name="delegations.requests"
        label={t('requests.title')}
        columns={columns}
        rowId={(row) => row.id}
        server={server}
        view={view}
        onView={onView}
        start={start}
        openId={isNew ? undefined : openId}
        onOpen={(row) => setOpenId(row.id)}
        handle={table}
        empty={
          <EmptyState
            title={t('requests.empty')}
            text={t('requests.emptyText')}
            {...(may.edit && { action: { label: t('requests.add'), run: add } })}
          />
        }
      />
    </Screen>
  )
}
