import { SegmentedControl } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../../src-core/needs/board.ts'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useAddressWord, useOpenId, useTableView } from '../../../app/address.ts'
import { client, orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { Toolbar } from '../../../ui/screen/Toolbar.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../../ui/table/rows.ts'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import { ProgressPanel } from '../../../ui/work/ProgressPanel.tsx'
import { useStageWord } from '../cycle/use-stage-word.ts'
import { WithCycle } from '../cycle/WithCycle.tsx'
import { useFileExport } from '../results/use-file-export.ts'
import { BoardChart } from './BoardChart.tsx'
import { BoardNumbers } from './BoardNumbers.tsx'
import { BoardPanel } from './BoardPanel.tsx'
import { BoardPrint } from './BoardPrint.tsx'
import classes from './BoardScreen.module.css'
import { useBoardColumns } from './use-board-columns.tsx'
import { usePrint } from './use-print.tsx'

const views = ['tree', 'flat', 'chart'] as const

/** Who has answered and who has not, unit by unit. */
export function BoardScreen() {
  const { t } = useTranslation('needs')
  return <WithCycle title={t('board.title')}>{(cycle) => <Board key={cycle.id} cycle={cycle} />}</WithCycle>
}

function Board({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needs')
  const [shape, setShape] = useAddressWord('view', views, 'tree')
  const { view, onView } = useTableView()
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const language = useNumberLanguage()
  const stageWord = useStageWord()
  const board = useQuery(orpc.needs.board.queryOptions({ input: { cycleId: cycle.id } }))
  const rows = useMemo(() => rowsOf(board.data?.rows, shape === 'flat'), [board.data, shape])
  const columns = useBoardColumns(shape === 'flat')
  const file = useFileExport((input: Parameters<typeof client.needs.exportBoard>[0], options) =>
    client.needs.exportBoard(input, options),
  )
  const print = usePrint()
  const data = board.data
  const open = data?.rows.find((row) => row.unitId === openId)
  const silent = () => {
    setShape('flat')
    onView({ search: '', sort: [], filter: { answered: { kind: 'between', to: 0 } } })
  }
  return (
    <Screen
      header={
        <PageHeader
          title={t('board.title')}
          note={t('entry.note', { year: cycle.year })}
          primary={{
            label: t('board.export'),
            run: () => void file.run({ cycleId: cycle.id, language }),
            icon: IconDownload,
            busy: file.work.status === 'running',
          }}
          secondary={[
            {
              label: t('board.print'),
              run: () => data && print(<BoardPrint cycle={cycle} rows={data.rows} total={data.total} />),
              icon: IconPrinter,
              disabled: !data,
            },
          ]}
        />
      }
      toolbar={
        <>
          {data && <BoardNumbers board={data} onSilent={silent} />}
          <Toolbar
            {...(shape !== 'chart' && {
              search: {
                value: view.search,
                onChange: (search: string) => onView({ ...view, search }),
                placeholder: t('board.search'),
              },
            })}
          >
            <SegmentedControl
              size="xs"
              aria-label={t('board.view')}
              value={shape}
              onChange={(next) => setShape(next as (typeof views)[number])}
              data={views.map((value) => ({ value, label: t(`board.${value}`) }))}
            />
          </Toolbar>
        </>
      }
      panel={
        open && (
          <BoardPanel
            key={open.unitId}
            cycle={cycle}
            row={open}
            onClose={() => {
              setOpenId(undefined)
              table.current?.focus(open.unitId)
            }}
            onStep={(by) => table.current?.step(by)}
          />
        )
      }
    >
      <div className={classes.notes}>
        <ProgressPanel title={t('board.exporting')} work={file.work} stageWord={stageWord} onCancel={file.cancel} />
        {file.failed !== undefined && <ErrorNote error={file.failed} />}
        <ErrorNote error={board.error} onRetry={() => void board.refetch()} />
      </div>
      {shape === 'chart' ? (
        data && <BoardChart rows={data.rows} onOpen={setOpenId} />
      ) : (
        <DataTable
          key={shape}
          name={`board-${shape}`}
          label={t('board.title')}
          columns={columns}
          rowId={(row) => row.unitId}
          rows={rows}
          view={view}
          onView={onView}
          openId={open?.unitId}
          onOpen={(row) => setOpenId(row.unitId)}
          handle={table}
          empty={<EmptyState title={t('board.empty')} text={t('board.emptyText')} />}
        />
      )}
    </Screen>
  )
}

/** All units of the board, or only those that people belong to. */
const rowsOf = (rows: readonly BoardRow[] | undefined, flat: boolean): readonly BoardRow[] | undefined =>
  flat ? rows?.filter((row) => row.own.eligible > 0 || row.own.lines > 0) : rows
