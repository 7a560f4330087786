import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Plan, planReasons } from '../../../src-core/plan/plan.ts'
import { client } from '../../app/api.ts'
import { useListRows } from '../../app/use-list-rows.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import classes from './PlanNotices.module.css'
import { useMonths } from './use-plan-words.ts'

type Notice = Awaited<ReturnType<typeof client.plan.notices>>['rows'][number]

const outcomes = ['PLANNED', 'DEFERRED', 'REJECTED', 'COVERED_BY_ETRAINING', 'ALREADY_TAKEN'] as const
const reasons = [...planReasons, 'notDuty', 'alreadyTaken', 'otherProvider', 'existingContent'] as const

/** What every person, and for head-counts every unit, will see of a published plan. */
export function PlanNotices({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation(['plan', 'records'])
  const months = useMonths()
  const server = useListRows((page) => client.plan.notices({ planId: plan.id, page }))
  const columns = useMemo(
    (): readonly Column<Notice>[] => [
      {
        id: 'name',
        title: t('review.person'),
        type: 'text',
        width: 180,
        value: (row) => row.name ?? t('review.byUnit'),
      },
      { id: 'registryNo', title: t('review.registryNo'), type: 'text', width: 96, value: (row) => row.registryNo },
      { id: 'unit', title: t('review.unit'), type: 'text', width: 220, grow: 1, value: (row) => row.unit },
      { id: 'title', title: t('review.training'), type: 'text', width: 240, grow: 2, value: (row) => row.title },
      {
        id: 'outcome',
        title: t('review.outcome'),
        type: 'choice',
        width: 170,
        choices: outcomes.map((value) => ({
          value,
          label: t(`records:value.outcome.${value}`),
          tone: value === 'PLANNED' ? 'good' : 'neutral',
        })),
        value: (row) => row.outcome,
      },
      { id: 'quarter', title: t('column.quarter'), type: 'number', width: 80, value: (row) => row.quarter },
      {
        id: 'month',
        title: t('column.month'),
        type: 'number',
        width: 96,
        value: (row) => row.month,
        render: (row) => (row.month === null ? '' : (months[row.month - 1] ?? '')),
      },
      {
        id: 'reason',
        title: t('review.why'),
        type: 'choice',
        width: 170,
        choices: reasons.map((value) => ({ value, label: t(`reason.${value}`) })),
        value: (row) => row.reason,
      },
    ],
    [t, months],
  )
  return (
    <div className={classes.table}>
      <DataTable
        name="plan.notices"
        label={t('review.tab.notices')}
        columns={columns}
        rowId={(row) => row.id}
        server={server}
        empty={<EmptyState title={t('review.noticesEmpty')} text={t('review.noticesEmptyText')} />}
      />
    </div>
  )
}
