import { Button, TextInput } from '@mantine/core'
import { IconDownload, IconFileImport, IconGavel, IconHistory, IconListCheck, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../src-core/kernel/turkish.ts'
import { inForce, isLive, mayEdit } from '../../../src-core/plan/plan.rules.ts'
import type { Plan, PlanLine } from '../../../src-core/plan/plan.ts'
import { useGo, useOpenId, useTableView } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { useKeys } from '../../ui/keys.ts'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import { type CellWords, type Column, cellText } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { matchesSearch, passes } from '../../ui/table/filters.ts'
import type { TableHandle } from '../../ui/table/rows.ts'
import { useGridWords } from '../../ui/table/use-grid-words.ts'
import { plainView, type TableView } from '../../ui/table/view.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { LegalPanel } from './LegalPanel.tsx'
import { LineActionBox } from './LineActionBox.tsx'
import { LinePanel } from './LinePanel.tsx'
import { NewLinePanel } from './NewLinePanel.tsx'
import { PlanSwitcher } from './PlanSwitcher.tsx'
import { PlanTotals } from './PlanTotals.tsx'
import classes from './plan.module.css'
import { realisations, useLineActions } from './use-line-actions.ts'
import { useLineColumns } from './use-line-columns.tsx'
import { useMayPlan } from './use-may-plan.ts'
import { planTones } from './use-plan.ts'
import { usePlanStage } from './use-plan-words.ts'
import { useCreatePlan, WithPlan } from './WithPlan.tsx'

const start = { ...plainView, sort: [{ column: 'lineNo', descending: false }] }
const adding = 'new'
const legal = 'legal'

/** The plan of a year: every training with its groups, people, time and cost, and the totals always in sight. */
export function PlanScreen() {
  const { t } = useTranslation('plan')
  return (
    <WithPlan title={t('title')}>{(plan, plans) => <PlanLines key={plan.id} plan={plan} plans={plans} />}</WithPlan>
  )
}

function PlanLines({ plan, plans }: { readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const { t } = useTranslation(['plan', 'records'])
  const go = useGo()
  const may = useMayPlan()
  const words = useGridWords().cells
  const language = useNumberLanguage()
  const columns = useLineColumns()
  const { view, onView } = useTableView(start)
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const [reason, setReason] = useState('')
  const { create, year } = useCreatePlan(plans)
  const stageWord = usePlanStage()
  const found = useQuery(orpc.plan.lines.queryOptions({ input: { planId: plan.id } }))
  const editable = may.keep && mayEdit(plan.state)
  const changeReason = plan.revision > 0 && reason.trim() !== '' ? reason.trim() : null
  const actions = useLineActions(plan, changeReason, () => table.current?.clearSelection())
  const proposing = useLongOperation((input: Parameters<typeof client.plan.proposeLines>[0], options) =>
    client.plan.proposeLines(input, options),
  )
  const isProposing = proposing.work.status === 'running'
  const lines = found.data
  const shown = useMemo(() => rowsShown(lines ?? [], columns, view, words), [lines, columns, view, words])
  const open = lines?.find(({ id }) => id === openId)

  const propose = async () => {
    const done = await proposing.start({ planId: plan.id, changeReason })
    if (!done) return
    proposing.reset()
    if (done.lines === 0) return tell({ text: t('lines.nothingProposed') })
    await actions.run(Promise.resolve(done), () => t('lines.proposed', { count: done.lines }))
  }
  const copyLastYear = () =>
    void actions.run(client.plan.copyLastYear({ planId: plan.id, changeReason }), ({ lines: count }) =>
      t('lines.copied', { count }),
    )
  const download = async () => {
    try {
      saveFile(await client.plan.exportLines({ planId: plan.id, language }))
    } catch (error) {
      tellError(error)
    }
  }
  const close = () => {
    setOpenId(undefined)
    if (open) table.current?.focus(open.id)
  }
  useKeys(editable ? [{ keys: 'n', labelKey: 'plan:lines.add', run: () => setOpenId(adding) }] : [])
  const isFiltered = view.search !== '' || Object.keys(view.filter).length > 0
  const lastYear = plans.some((one) => one.year === plan.year - 1)
  const { asked } = actions
  return (
    <Screen
      header={
        <PageHeader
          title={t('title')}
          note={<StatusWord tone={planTones[plan.state]}>{t(`records:value.state.${plan.state}`)}</StatusWord>}
          primary={
            create
              ? { label: t('create', { year: String(year) }), run: create, icon: IconPlus }
              : editable
                ? { label: t('lines.propose'), run: () => void propose(), icon: IconListCheck, busy: isProposing }
                : { label: t('review.title'), run: () => go('/plan/review') }
          }
          secondary={
            editable ? [{ label: t('lines.add'), run: () => setOpenId(adding), icon: IconPlus, keys: 'N' }] : []
          }
          more={[
            ...(editable ? [{ label: t('lines.legal'), run: () => setOpenId(legal), icon: IconGavel }] : []),
            { label: t('workbook.out'), run: () => void download(), icon: IconDownload },
            ...(editable ? [{ label: t('import.title'), run: () => go('/plan/import'), icon: IconFileImport }] : []),
            ...(editable && lastYear ? [{ label: t('lines.lastYear'), run: copyLastYear, icon: IconHistory }] : []),
          ]}
        />
      }
      toolbar={
        <>
          <Toolbar
            search={{
              value: view.search,
              onChange: (search) => onView({ ...view, search }),
              placeholder: t('lines.search'),
            }}
          >
            <PlanSwitcher plan={plan} plans={plans} />
            <ListFilters columns={columns} view={view} onView={onView} />
          </Toolbar>
          {editable && plan.revision > 0 && (
            <div className={classes.box}>
              <TextInput
                size="xs"
                className={classes.grow ?? ''}
                aria-label={t('changeReason')}
                placeholder={`${t('changeReason')}. ${t('changeReasonHint')}`}
                maxLength={1000}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </div>
          )}
          {asked && (
            <LineActionBox
              key={asked.kind}
              title={asked.kind === 'cancel' ? t('lines.cancel') : t(`lines.realise.${asked.kind}`)}
              count={asked.lineIds.length}
              run={asked.kind === 'cancel' ? t('lines.cancel') : t(`lines.realise.${asked.kind}`)}
              withMonth={asked.kind === 'MOVED'}
              first={asked.kind === 'CARRIED_OVER' ? 'nextYear' : 'budget'}
              onRun={actions.answer}
              onCancel={actions.stop}
            />
          )}
          <ProgressPanel
            title={t('lines.proposing')}
            work={proposing.work}
            stageWord={stageWord}
            onCancel={proposing.cancel}
          />
          {proposing.work.status === 'failed' && <ErrorNote error={proposing.work.error} />}
        </>
      }
      panel={
        openId === adding && editable ? (
          <NewLinePanel plan={plan} changeReason={changeReason} actions={actions} onClose={close} onAdded={setOpenId} />
        ) : openId === legal && editable ? (
          <LegalPanel plan={plan} changeReason={changeReason} actions={actions} onClose={close} />
        ) : (
          open && (
            <LinePanel
              key={open.id}
              plan={plan}
              line={open}
              changeReason={changeReason}
              actions={actions}
              onClose={close}
              onStep={(by) => table.current?.step(by)}
            />
          )
        )
      }
    >
      <DataTable
        name="plan.lines"
        label={t('title')}
        columns={columns}
        rowId={(row) => row.id}
        rows={lines}
        view={view}
        onView={onView}
        openId={open?.id}
        onOpen={(row) => setOpenId(row.id)}
        handle={table}
        failure={found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
        {...(may.keep &&
          (editable || inForce(plan.state)) && {
            bulk: (selection: { readonly ids: readonly string[] }) => (
              <Bulk editable={editable} lines={lines ?? []} ids={selection.ids} actions={actions} />
            ),
          })}
        empty={
          <EmptyState
            title={t('lines.empty')}
            text={t('lines.emptyText')}
            {...(editable && { action: { label: t('lines.propose'), run: () => void propose() } })}
          />
        }
      />
      {lines && lines.length > 0 && <PlanTotals rows={shown} columns={columns} words={words} filtered={isFiltered} />}
    </Screen>
  )
}

type BulkProps = {
  readonly editable: boolean
  readonly lines: readonly PlanLine[]
  readonly ids: readonly string[]
  readonly actions: ReturnType<typeof useLineActions>
}

function Bulk({ editable, lines, ids, actions }: BulkProps) {
  const { t } = useTranslation('plan')
  const chosen = new Set(ids)
  const own = lines.filter(({ id }) => chosen.has(id))
  const out = own.filter((line) => !isLive(line)).map(({ id }) => id)
  const button = (label: string, run: () => void) => (
    <Button key={label} size="xs" variant="default" onClick={run}>
      {label}
    </Button>
  )
  if (!editable) return realisations.map((kind) => button(t(`lines.realise.${kind}`), () => actions.start(kind, ids)))
  return (
    <>
      {out.length < own.length && button(t('lines.cancel'), () => actions.start('cancel', ids))}
      {out.length > 0 && button(t('lines.restore'), () => actions.restore(out))}
    </>
  )
}

/** The lines that search and filters leave, as the table shows them. */
function rowsShown(
  lines: readonly PlanLine[],
  columns: readonly Column<PlanLine>[],
  view: TableView,
  words: CellWords,
): readonly PlanLine[] {
  const filters = Object.entries(view.filter).flatMap(([id, filter]) => {
    const column = columns.find((one) => one.id === id)
    return column ? [{ column, filter }] : []
  })
  return lines.filter(
    (line) =>
      filters.every(({ column, filter }) => passes(filter, column.value(line))) &&
      (view.search === '' ||
        matchesSearch(fold(columns.map((one) => cellText(one, line, words)).join(' ')), view.search)),
  )
}
