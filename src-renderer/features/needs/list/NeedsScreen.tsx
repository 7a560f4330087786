import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useAddress, useGo, useOpenId, useTableView } from '../../../app/address.ts'
import { client } from '../../../app/api.ts'
import { holds, useOfficer } from '../../../app/session.ts'
import { useListRows } from '../../../app/use-list-rows.ts'
import { ListFilters } from '../../../app/views/ListFilters.tsx'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { Toolbar } from '../../../ui/screen/Toolbar.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../../ui/table/rows.ts'
import type { TableView } from '../../../ui/table/view.ts'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import { ProgressPanel } from '../../../ui/work/ProgressPanel.tsx'
import { UnitPicker } from '../../people/UnitPicker.tsx'
import { useStageWord } from '../cycle/use-stage-word.ts'
import { WithCycle } from '../cycle/WithCycle.tsx'
import { useFileExport } from '../results/use-file-export.ts'
import { NeedPanel } from './NeedPanel.tsx'
import classes from './NeedsScreen.module.css'
import { RemoveNeeds } from './RemoveNeeds.tsx'
import { useListColumns } from './use-list-columns.ts'

/** Every need of the cycle, whoever entered it. */
export function NeedsScreen() {
  const { t } = useTranslation('needs')
  return <WithCycle title={t('list.title')}>{(cycle) => <Needs key={cycle.id} cycle={cycle} />}</WithCycle>
}

const start: TableView = { search: '', filter: {}, sort: [{ column: 'person', descending: false }] }

function Needs({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needs')
  const { view, onView } = useTableView(start)
  const [openId, setOpenId] = useOpenId()
  const [address, setAddress] = useAddress()
  const unitId = typeof address.unit === 'string' ? address.unit : null
  const table = useRef<TableHandle>(null)
  const go = useGo()
  const language = useNumberLanguage()
  const stageWord = useStageWord()
  const officer = useOfficer()
  const mayEdit = (cycle.state === 'OPEN' || cycle.state === 'EXTENDED') && holds(officer, ['TO'])
  const columns = useListColumns()
  const about = useMemo(() => ({ cycleId: cycle.id, unitId }), [cycle.id, unitId])
  const rows = useListRows((page) => client.needs.listNeeds({ ...about, page }))
  // Another unit is another list, though nothing in the academy has changed.
  const server = useMemo(() => ({ ...rows, version: `${rows.version} ${unitId}` }), [rows, unitId])
  const file = useFileExport((input: Parameters<typeof client.needs.exportNeeds>[0], options) =>
    client.needs.exportNeeds(input, options),
  )
  const pageOf = (list: TableView) => ({
    search: list.search,
    sort: [...list.sort],
    filter: { ...list.filter },
  })
  return (
    <Screen
      header={<PageHeader title={t('list.title')} note={t('entry.note', { year: cycle.year })} />}
      toolbar={
        <Toolbar
          search={{
            value: view.search,
            onChange: (search) => onView({ ...view, search }),
            placeholder: t('list.search'),
          }}
        >
          <UnitPicker
            size="xs"
            width={230}
            ariaLabel={t('list.unitFilter')}
            placeholder={t('list.unitFilterHint')}
            value={unitId}
            onChange={(unit) => setAddress({ unit: unit ?? undefined })}
          />
          <ListFilters columns={columns} view={view} onView={onView} />
        </Toolbar>
      }
      panel={
        openId && (
          <NeedPanel
            key={openId}
            id={openId}
            title={t('list.panel')}
            onClose={() => {
              setOpenId(undefined)
              table.current?.focus(openId)
            }}
            onStep={(by) => table.current?.step(by)}
          />
        )
      }
    >
      <div className={classes.progress}>
        <ProgressPanel title={t('list.exporting')} work={file.work} stageWord={stageWord} onCancel={file.cancel} />
      </div>
      <DataTable
        name="needs"
        label={t('list.title')}
        columns={columns}
        rowId={(row) => row.id}
        server={server}
        view={view}
        onView={onView}
        openId={openId}
        onOpen={(row) => setOpenId(row.id)}
        onExport={(shown, list) => void file.run({ ...about, page: pageOf(list), columns: [...shown], language })}
        handle={table}
        {...(mayEdit && {
          bulk: (selection, clear) => (
            <RemoveNeeds
              selection={selection}
              idsOf={async () => {
                const page = { ...pageOf(view), start: 0, end: 5000 }
                return (await client.needs.listNeeds({ ...about, page })).rows.map((row) => row.id)
              }}
              onDone={clear}
            />
          ),
        })}
        empty={
          <EmptyState
            title={t('list.empty')}
            text={t('list.emptyText')}
            {...(mayEdit && { action: { label: t('list.emptyAction'), run: () => go('/needs/entry') } })}
          />
        }
      />
    </Screen>
  )
}
