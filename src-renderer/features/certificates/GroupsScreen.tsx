import { IconPlus } from '@tabler/icons-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupRow } from '../../../src-core/certificates/group.ts'
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
import { GroupPanel } from './GroupPanel.tsx'
import { useMay } from './use-may.ts'
import { groupStateChoices, kindChoices, languageChoices } from './words.ts'

const start: TableView = { search: '', sort: [{ column: 'fromDate', descending: true }], filter: {} }

const adding = 'new'

/** Occasions whose participants get certificates. */
export function GroupsScreen() {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const go = useGo()
  const { view, onView } = useTableView(start)
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const server = useListRows<GroupRow>((request) => client.certificates.listGroups(request))
  const add = () => setOpenId(adding)
  useKeys(may.propose ? [{ keys: 'n', labelKey: 'certificates:groups.add', run: add }] : [])
  const columns = useMemo<readonly Column<GroupRow>[]>(
    () => [
      { id: 'titleTr', title: t('field.title'), type: 'text', width: 320, grow: 2, value: (row) => row.titleTr },
      {
        id: 'kind',
        title: t('field.kind'),
        type: 'choice',
        width: 132,
        choices: kindChoices(),
        value: (row) => row.kind,
      },
      {
        id: 'language',
        title: t('field.language'),
        type: 'choice',
        width: 150,
        choices: languageChoices(),
        value: (row) => row.language,
      },
      { id: 'fromDate', title: t('field.fromDate'), type: 'date', value: (row) => row.fromDate },
      { id: 'toDate', title: t('field.toDate'), type: 'date', value: (row) => row.toDate },
      {
        id: 'lessonHoursTenths',
        title: t('field.hours'),
        type: 'number',
        filterable: false,
        value: (row) => row.lessonHoursTenths / 10,
      },
      {
        id: 'holders',
        title: t('groups.holders'),
        type: 'number',
        sortable: false,
        filterable: false,
        sum: true,
        value: (row) => row.holders,
      },
      {
        id: 'issued',
        title: t('groups.issued'),
        type: 'number',
        sortable: false,
        filterable: false,
        sum: true,
        value: (row) => row.issued,
      },
      {
        id: 'state',
        title: t('field.state'),
        type: 'choice',
        width: 150,
        choices: groupStateChoices(),
        value: (row) => row.state,
      },
    ],
    [t],
  )
  const isNew = openId === adding
  const whole = (id: string) => go(`/certificates/groups/${id}`)
  return (
    <Screen
      header={
        <PageHeader
          title={t('groups.title')}
          {...(may.propose && { primary: { label: t('groups.add'), run: add, icon: IconPlus, keys: 'N' } })}
        />
      }
      toolbar={
        <Toolbar
          search={{
            value: view.search,
            onChange: (search) => onView({ ...view, search }),
            placeholder: t('groups.search'),
          }}
        >
          <ListFilters columns={columns} view={view} onView={onView} />
        </Toolbar>
      }
      panel={
        openId !== undefined && (
          <GroupPanel
            key={openId}
            id={isNew ? undefined : openId}
            onClose={() => setOpenId(undefined)}
            onStep={isNew ? undefined : (by) => table.current?.step(by)}
            onAdded={whole}
          />
        )
      }
    >
      <DataTable
        name="certificates.groups"
        label={t('groups.title')}
        columns={columns}
        rowId={(row) => row.id}
        server={server}
        view={view}
        onView={onView}
        start={start}
        openId={isNew ? undefined : openId}
        onOpen={(row) => setOpenId(row.id)}
        onOpenWhole={(row) => whole(row.id)}
        handle={table}
        empty={
          <EmptyState
            title={t('groups.empty')}
            text={t('groups.emptyText')}
            {...(may.propose && { action: { label: t('groups.add'), run: add } })}
          />
        }
      />
    </Screen>
  )
}
