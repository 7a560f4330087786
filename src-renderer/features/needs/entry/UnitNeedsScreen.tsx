import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitNeedRow } from '../../../../src-core/needs/collect.contract.ts'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useOpenId, useTableView } from '../../../app/address.ts'
import { client } from '../../../app/api.ts'
import { holds, useOfficer } from '../../../app/session.ts'
import { useListRows } from '../../../app/use-list-rows.ts'
import { ListFilters } from '../../../app/views/ListFilters.tsx'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { Toolbar } from '../../../ui/screen/Toolbar.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../../ui/table/rows.ts'
import { WithCycle } from '../cycle/WithCycle.tsx'
import { NeedPanel } from '../list/NeedPanel.tsx'
import { RemoveNeeds } from '../list/RemoveNeeds.tsx'
import { useNeedColumns } from '../list/use-need-columns.ts'
import { UnitNeedEntry } from './UnitNeedEntry.tsx'

/** What units ask for by head-count, with a row to type the next one. */
export function UnitNeedsScreen() {
  const { t } = useTranslation('needs')
  return <WithCycle title={t('units.title')}>{(cycle) => <UnitNeeds key={cycle.id} cycle={cycle} />}</WithCycle>
}

const start = { search: '', filter: {}, sort: [{ column: 'unit', descending: false }] } as const

function UnitNeeds({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needs')
  const { view, onView } = useTableView(start)
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const officer = useOfficer()
  const isOpen = cycle.state === 'OPEN' || cycle.state === 'EXTENDED'
  const mayEdit = isOpen && holds(officer, ['TO'])
  const columns = useColumns()
  const server = useListRows((page) => client.needs.listUnitNeeds({ cycleId: cycle.id, page }))
  return (
    <Screen
      header={<PageHeader title={t('units.title')} note={t('units.note', { year: cycle.year })} />}
      toolbar={
        <>
          {mayEdit && <UnitNeedEntry cycle={cycle} />}
          <Toolbar
            search={{
              value: view.search,
              onChange: (search) => onView({ ...view, search }),
              placeholder: t('units.search'),
            }}
          >
            <ListFilters columns={columns} view={view} onView={onView} />
          </Toolbar>
        </>
      }
      panel={
        openId && (
          <NeedPanel
            key={openId}
            id={openId}
            title={t('units.panel')}
            onClose={() => {
              setOpenId(undefined)
              table.current?.focus(openId)
            }}
            onStep={(by) => table.current?.step(by)}
          />
        )
      }
    >
      <DataTable
        name="unit-needs"
        label={t('units.title')}
        columns={columns}
        rowId={(row) => row.id}
        server={server}
        view={view}
        onView={onView}
        openId={openId}
        onOpen={(row) => setOpenId(row.id)}
        handle={table}
        {...(mayEdit && {
          bulk: (selection, clear) => (
            <RemoveNeeds
              selection={selection}
              idsOf={async () => {
                const { rows } = await client.needs.listUnitNeeds({
                  cycleId: cycle.id,
                  page: { ...view, sort: [...view.sort], filter: { ...view.filter }, start: 0, end: 5000 },
                })
                return rows.map((row) => row.id)
              }}
              onDone={clear}
            />
          ),
        })}
        empty={<EmptyState title={t('units.empty')} text={mayEdit ? t('units.emptyText') : t('units.readOnly')} />}
      />
    </Screen>
  )
}

function useColumns(): readonly Column<UnitNeedRow>[] {
  const { t } = useTranslation('needs')
  const { wanted, reason, urgency, quarter } = useNeedColumns()
  return useMemo(
    (): readonly Column<UnitNeedRow>[] => [
      { id: 'unit', type: 'text', title: t('field.unit'), value: (row) => row.unitName, grow: 3 },
      {
        id: 'unitCode',
        type: 'text',
        title: t('field.unitCode'),
        value: (row) => row.unitCode,
        width: 110,
        hidden: true,
      },
      wanted,
      {
        id: 'headcount',
        type: 'number',
        title: t('field.headcount'),
        value: (row) => row.headcount,
        width: 90,
        sum: true,
      },
      reason,
      urgency,
      quarter,
      {
        id: 'names',
        type: 'text',
        title: t('field.names'),
        value: (row) => row.names,
        grow: 2,
        sortable: false,
        filterable: false,
      },
    ],
    [t, wanted, reason, urgency, quarter],
  )
}
