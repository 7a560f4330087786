import { useTranslation } from 'react-i18next'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { allDecisions, type Decision, decisionTones, type ReasonCode } from '../priorities/demand.ts'
import classes from './ResultsDecisions.module.css'

type Change = {
  readonly lineId: string
  readonly row: number
  readonly whose: string
  readonly topic: string
  readonly from: Decision
  readonly to: Decision
  readonly reason: ReasonCode | null
}

type Problem = { readonly row: number; readonly cell: string; readonly message: string }

/** What a results workbook would change: every line with its decision before and after. */
export function ResultsChanges({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation('needsDecide')
  const choices = allDecisions.map((value) => ({ value, label: t(`decision.${value}`), tone: decisionTones[value] }))
  const columns: readonly Column<Change>[] = [
    { id: 'row', title: t('results.decisions.row'), type: 'number', width: 72, value: (change) => change.row },
    { id: 'whose', title: t('results.decisions.whose'), type: 'text', width: 220, value: (change) => change.whose },
    { id: 'topic', title: t('results.decisions.topic'), type: 'text', grow: 1, value: (change) => change.topic },
    { id: 'from', title: t('results.decisions.from'), type: 'choice', choices, value: (change) => change.from },
    { id: 'to', title: t('results.decisions.to'), type: 'choice', choices, value: (change) => change.to },
    {
      id: 'reason',
      title: t('results.decisions.reason'),
      type: 'text',
      width: 180,
      value: (change) => change.reason && t(`reason.${change.reason}`),
    },
  ]
  return (
    <div className={classes.table}>
      <DataTable
        name="needs.resultChanges"
        label={t('results.tab.decisions')}
        columns={columns}
        rowId={(change) => change.lineId}
        rows={changes}
      />
    </div>
  )
}

/** What is wrong in a results workbook, by cell. */
export function ResultsErrors({ errors }: { readonly errors: readonly Problem[] }) {
  const { t } = useTranslation('needsDecide')
  const columns: readonly Column<Problem>[] = [
    { id: 'cell', title: t('results.decisions.cell'), type: 'text', width: 96, value: (problem) => problem.cell },
    {
      id: 'message',
      title: t('results.decisions.problem'),
      type: 'text',
      grow: 1,
      value: (problem) => problem.message,
    },
  ]
  return (
    <div className={classes.table}>
      <DataTable
        name="needs.resultErrors"
        label={t('results.decisions.problem')}
        columns={columns}
        rowId={(problem) => `${problem.cell} ${problem.message}`}
        rows={errors}
      />
    </div>
  )
}
