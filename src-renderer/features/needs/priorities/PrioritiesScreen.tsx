import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import type { Weights } from '../../../../src-core/needs/cycle.ts'
import { useGo, useOpenId, useTableView } from '../../../app/address.ts'
import { client, orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../../app/session.ts'
import { ListFilters } from '../../../app/views/ListFilters.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import { KeyHint } from '../../../ui/KeyHint.tsx'
import { useKeys } from '../../../ui/keys.ts'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { Toolbar } from '../../../ui/screen/Toolbar.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../../ui/table/rows.ts'
import { plainView } from '../../../ui/table/view.ts'
import { ProgressPanel } from '../../../ui/work/ProgressPanel.tsx'
import { useClosing } from '../cycle/use-closing.ts'
import { isSettled, WithCycle } from '../cycle/WithCycle.tsx'
import { type Decision, decisionKeys, rankedUnder } from './demand.ts'
import { PrioritiesDecideBox } from './PrioritiesDecideBox.tsx'
import { PrioritiesPanel } from './PrioritiesPanel.tsx'
import { PrioritiesWeights } from './PrioritiesWeights.tsx'
import { useDecideStage } from './use-decide-stage.ts'
import { useDeciding } from './use-deciding.ts'
import { usePriorityColumns } from './use-priority-columns.tsx'

const start = { ...plainView, sort: [{ column: 'rank', descending: false }] }
const weighing = 'weights'

/** Every demand of the cycle ranked by a score that explains itself, and what is decided about it. */
export function PrioritiesScreen() {
  const { t } = useTranslation('needsDecide')
  return <WithCycle title={t('priority.title')}>{(cycle) => <Priorities key={cycle.id} cycle={cycle} />}</WithCycle>
}

function Priorities({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needsDecide')
  const go = useGo()
  const mayChange = holds(useOfficer(), ['TM', 'TO']) && !isSettled(cycle)
  const found = useQuery(orpc.needs.priorities.queryOptions({ input: { cycleId: cycle.id } }))
  const [trial, setTrial] = useState<Weights>()
  const [saving, setSaving] = useState(false)
  const { view, onView } = useTableView(start)
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const deciding = useDeciding(cycle.id, () => table.current?.clearSelection())
  const stageWord = useDecideStage()

  const data = found.data
  const demands = useMemo(() => data && rankedUnder(data.demands, trial), [data, trial])
  const byKey = useMemo(() => new Map(demands?.map((demand) => [demand.key, demand])), [demands])
  const undecided = demands?.filter(({ decision }) => decision === 'UNDECIDED').length ?? 0
  const closing = useClosing(cycle, undecided)
  const weights = trial ?? cycle.weights
  const { personsFull, ...parts } = weights
  const fullScore = Object.values(parts).reduce((sum, value) => sum + value, 0)
  const columns = usePriorityColumns(fullScore)
  const open = openId === undefined ? undefined : byKey.get(openId)

  const decide = (decision: Decision, keys: readonly string[] = table.current?.selection().ids ?? []) => {
    if (!mayChange) return
    const wanted = keys.length > 0 ? keys : open ? [open.key] : []
    if (wanted.length === 0) return tell({ text: t('priority.chooseFirst') })
    const named = wanted.flatMap((key) => {
      const demand = byKey.get(key)
      return demand ? [demand] : []
    })
    deciding.start(named, decision)
  }
  const toggleWeights = () => setOpenId(openId === weighing ? undefined : weighing)
  useKeys([
    ...(mayChange
      ? decisionKeys.map(([decision, keys]) => ({
          keys,
          labelKey: `needsDecide:priority.keys.${decision}` as const,
          run: () => decide(decision),
        }))
      : []),
    { keys: 'w', labelKey: 'needsDecide:priority.keys.weights', run: toggleWeights },
  ])
  const saveWeights = async () => {
    if (!trial) return
    setSaving(true)
    try {
      await client.needs.saveWeights({ cycleId: cycle.id, weights: trial, rowVersion: cycle.rowVersion })
      setTrial(undefined)
      tell({ text: t('priority.weights.saved'), tone: 'good' })
    } catch (error) {
      tellError(error)
    } finally {
      setSaving(false)
    }
  }
  const close = () => {
    setOpenId(undefined)
    if (open) table.current?.focus(open.key)
  }
  return (
    <Screen
      header={
        <PageHeader
          title={t('priority.title')}
          note={
            demands &&
            demands.length > 0 &&
            (undecided > 0
              ? t('priority.note', { undecided, all: demands.length })
              : t('priority.noteDone', { count: demands.length }))
          }
          {...(closing.action && { primary: closing.action })}
          secondary={[
            { label: t('priority.weights.open'), run: toggleWeights, icon: IconAdjustmentsHorizontal, keys: 'W' },
          ]}
        />
      }
      toolbar={
        <>
          <Toolbar
            search={{
              value: view.search,
              onChange: (search) => onView({ ...view, search }),
              placeholder: t('priority.search'),
            }}
          >
            <ListFilters columns={columns} view={view} onView={onView} />
          </Toolbar>
          {deciding.asked && (
            <PrioritiesDecideBox
              key={deciding.asked.decision}
              asked={deciding.asked}
              busy={deciding.busy}
              onDecide={(reason, note) => deciding.asked && void deciding.decide(deciding.asked, reason, note)}
              onCancel={deciding.cancel}
            />
          )}
          <ProgressPanel
            title={t('priority.consolidate.action')}
            work={closing.consolidating.work}
            stageWord={stageWord}
            onCancel={closing.consolidating.cancel}
          />
          <ProgressPanel
            title={t('priority.next.action')}
            work={closing.opening.work}
            stageWord={stageWord}
            onCancel={closing.opening.cancel}
          />
          {[closing.consolidating.work, closing.opening.work].map(
            (work, index) => work.status === 'failed' && <ErrorNote key={String(index)} error={work.error} />,
          )}
        </>
      }
      panel={
        openId === weighing ? (
          <PrioritiesWeights
            weights={weights}
            changed={trial !== undefined}
            moved={demands?.filter(({ moved }) => moved !== 0).length ?? 0}
            mayChange={mayChange}
            busy={saving}
            onChange={setTrial}
            onReset={() => setTrial(undefined)}
            onSave={() => void saveWeights()}
            onClose={close}
          />
        ) : (
          open &&
          data && (
            <PrioritiesPanel
              cycleId={cycle.id}
              demand={open}
              units={data.units}
              guardMonths={data.guardMonths}
              personsFull={personsFull}
              mayChange={mayChange}
              onDecide={(decision) => decide(decision, [open.key])}
              onClose={close}
              onStep={(by) => table.current?.step(by)}
            />
          )
        )
      }
    >
      <DataTable
        name="needs.priorities"
        label={t('priority.title')}
        columns={columns}
        rowId={(row) => row.key}
        rows={demands}
        view={view}
        onView={onView}
        openId={open?.key}
        onOpen={(row) => setOpenId(row.key)}
        handle={table}
        failure={found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
        {...(mayChange && {
          bulk: (selection: { readonly ids: readonly string[] }) =>
            decisionKeys.map(([decision, key]) => (
              <Button
                key={decision}
                size="xs"
                variant="default"
                onClick={() => decide(decision, selection.ids)}
                rightSection={<KeyHint keys={key} />}
              >
                {t(`decide.${decision}`)}
              </Button>
            )),
        })}
        empty={
          <EmptyState
            title={t('priority.empty')}
            text={t('priority.emptyText')}
            action={{ label: t('results.toImport'), run: () => go('/needs/import') }}
          />
        }
      />
    </Screen>
  )
}
