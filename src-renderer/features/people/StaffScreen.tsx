import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageRequest } from '../../../src-core/kernel/page.ts'
import { employmentTypes, type StaffRow } from '../../../src-core/people/staff.ts'
import { useAddress, useGo, useOpenId, useTableView } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { useListRows } from '../../app/use-list-rows.ts'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import { useKeys } from '../../ui/keys.ts'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import { selectedCount } from '../../ui/table/selection.ts'
import type { TableView } from '../../ui/table/view.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { chosenStaff } from './chosen-staff.ts'
import { MoveStaff } from './MoveStaff.tsx'
import { StaffPanel } from './StaffPanel.tsx'
import { UnitPicker } from './UnitPicker.tsx'
import { useMay } from './use-may.ts'

const adding = 'new'

const start: TableView = {
  search: '',
  sort: [{ column: 'name', descending: false }],
  filter: { active: { kind: 'oneOf', values: [1] } },
}

/** Everybody who works here, and who did. */
export function StaffScreen() {
  const { t } = useTranslation('people')
  const language = useNumberLanguage()
  const may = useMay()
  const go = useGo()
  const { view, onView } = useTableView(start)
  const [address, changeAddress] = useAddress()
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const unitId = typeof address.unit === 'string' ? address.unit : null
  const inUnit = unitId ? { unitId } : {}
  const [total, setTotal] = useState(0)
  const server = useListRows(async (request: PageRequest) => {
    const page = await client.people.listStaff({ ...request, ...inUnit })
    setTotal(page.total)
    return page
  })
  const exporting = useLongOperation(client.people.exportStaff)
  const columns = useColumns()

  const add = () => setOpenId(adding)
  useKeys(may.add ? [{ keys: 'n', labelKey: 'people:staff.add', run: add }] : [])
  const download = async ({ search, sort, filter }: TableView) => {
    const file = await exporting.start({ search, sort: [...sort], filter: { ...filter }, language, ...inUnit })
    if (file) saveFile(file)
  }
  const isNew = openId === adding
  return (
    <Screen
      header={
        <PageHeader
          title={t('staff.title')}
          {...(may.add && { primary: { label: t('staff.add'), run: add, icon: IconPlus, keys: 'N' } })}
          secondary={
            may.add
              ? [{ label: t('staff.import'), run: () => go('/people/import?kind=staff'), icon: IconFileImport }]
              : []
          }
        />
      }
      toolbar={
        <>
          <Toolbar
            search={{
              value: view.search,
              onChange: (search) => onView({ ...view, search }),
              placeholder: t('staff.search'),
            }}
          >
            <UnitPicker
              ariaLabel={t('staff.inUnit')}
              placeholder={t('staff.inUnit')}
              size="xs"
              width={260}
              value={unitId}
              onChange={(unit) => changeAddress({ unit: unit ?? undefined })}
            />
            <ListFilters columns={columns} view={view} onView={onView} />
          </Toolbar>
          <ProgressPanel
            title={t('staff.exporting')}
            work={exporting.work}
            stageWord={(stage) => (stage === 'writing' ? t('list.stage.writing') : t('list.stage.reading'))}
            onCancel={exporting.cancel}
          />
          {exporting.work.status === 'failed' && <ErrorNote error={exporting.work.error} />}
        </>
      }
      panel={
        openId !== undefined && (
          <StaffPanel
            key={openId}
            id={isNew ? undefined : openId}
            unitId={unitId}
            onAdded={setOpenId}
            onClose={() => {
              setOpenId(undefined)
              if (!isNew) table.current?.focus(openId)
            }}
            onStep={isNew ? undefined : (by) => table.current?.step(by)}
          />
        )
      }
    >
      <DataTable
        // Another unit is another list: its rows are read from the top.
        key={unitId}
        name="people.staff"
        label={t('staff.title')}
        columns={columns}
        rowId={(row) => row.id}
        server={server}
        view={view}
        onView={onView}
        {...(unitId === null && { start })}
        openId={isNew ? undefined : openId}
        onOpen={(row) => setOpenId(row.id)}
        {...(may.edit && {
          bulk: (selection, clear) => (
            <MoveStaff
              count={selectedCount(selection, total)}
              read={() => chosenStaff(selection, { search: view.search, filter: { ...view.filter }, ...inUnit })}
              onDone={clear}
            />
          ),
        })}
        {...(may.exportStaff && { onExport: (_: readonly string[], shown: TableView) => void download(shown) })}
        handle={table}
        empty={
          <EmptyState
            title={t('staff.empty')}
            text={t('staff.emptyText')}
            {...(may.add && {
              action: { label: t('staff.emptyAction'), run: () => go('/people/import?kind=staff') },
            })}
          />
        }
      />
    </Screen>
  )
}

function useColumns(): readonly Column<StaffRow>[] {
  const { t } = useTranslation('people')
  return useMemo<readonly Column<StaffRow>[]>(
    () => [
      { id: 'registryNo', title: t('staff.registryNo'), type: 'text', width: 96, value: (row) => row.registryNo },
      {
        id: 'name',
        title: t('staff.name'),
        type: 'text',
        width: 220,
        grow: 1,
        value: (row) => `${row.givenNames} ${row.surname}`,
      },
      {
        id: 'employmentType',
        title: t('staff.employmentType'),
        type: 'choice',
        width: 136,
        choices: employmentTypes.map((value) => ({ value, label: t(`employmentType.${value}`) })),
        value: (row) => row.employmentType,
      },
      { id: 'unit', title: t('staff.unit'), type: 'text', width: 300, grow: 2, value: (row) => row.unitName },
      { id: 'title', title: t('staff.job'), type: 'text', width: 200, grow: 1, value: (row) => row.titleName },
      { id: 'email', title: t('staff.email'), type: 'text', width: 220, grow: 1, value: (row) => row.email },
      { id: 'hireDate', title: t('staff.hireDate'), type: 'date', width: 116, value: (row) => row.hireDate },
      {
        id: 'leaveDate',
        title: t('staff.leaveDate'),
        type: 'date',
        width: 104,
        hidden: true,
        value: (row) => row.leaveDate,
      },
      { id: 'active', title: t('staff.active'), type: 'flag', width: 116, value: (row) => row.active },
    ],
    [t],
  )
}
