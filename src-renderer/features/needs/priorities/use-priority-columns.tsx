import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonCodes } from '../../../../src-core/needs/decision.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { ScoreBar } from '../../../ui/values/ScoreBar.tsx'
import { allDecisions, decisionTones, type RankedDemand } from './demand.ts'
import classes from './PrioritiesMove.module.css'
import { PrioritiesMove } from './PrioritiesMove.tsx'
import { useScoreParts } from './PrioritiesScore.tsx'

/** The columns of the priority table; the rank says how far it has moved while other weights are being tried. */
export function usePriorityColumns(fullScore: number): readonly Column<RankedDemand>[] {
  const { t } = useTranslation('needsDecide')
  const partsOf = useScoreParts()
  return useMemo(
    (): readonly Column<RankedDemand>[] => [
      {
        id: 'rank',
        title: t('priority.column.rank'),
        type: 'number',
        width: 76,
        value: (row) => row.rank,
        render: (row) => (
          <span className={classes.rank}>
            <PrioritiesMove by={row.moved} />
            {row.rank}
          </span>
        ),
      },
      { id: 'code', title: t('priority.column.code'), type: 'text', width: 92, value: (row) => row.code },
      { id: 'name', title: t('priority.column.name'), type: 'text', width: 260, grow: 2, value: (row) => row.name },
      {
        id: 'score',
        title: t('priority.column.score'),
        type: 'number',
        width: 140,
        decimals: 1,
        value: (row) => row.score,
        render: (row) => <ScoreBar parts={partsOf(row)} outOf={fullScore} decimals={1} short />,
      },
      {
        id: 'persons',
        title: t('priority.column.persons'),
        type: 'number',
        width: 72,
        sum: true,
        value: (row) => row.persons,
      },
      {
        id: 'lines',
        title: t('priority.column.lines'),
        type: 'number',
        width: 72,
        hidden: true,
        sum: true,
        value: (row) => row.lines,
      },
      { id: 'units', title: t('priority.column.units'), type: 'number', width: 72, value: (row) => row.units },
      {
        id: 'decision',
        title: t('priority.column.decision'),
        type: 'choice',
        width: 136,
        choices: allDecisions.map((value) => ({ value, label: t(`decision.${value}`), tone: decisionTones[value] })),
        value: (row) => row.decision,
      },
      {
        id: 'decisionReason',
        title: t('priority.column.reason'),
        type: 'choice',
        width: 160,
        hidden: true,
        choices: reasonCodes.map((value) => ({ value, label: t(`reason.${value}`) })),
        value: (row) => row.decisionReason,
      },
      {
        id: 'groups',
        title: t('priority.column.groups'),
        type: 'number',
        width: 72,
        sum: true,
        value: (row) => row.grouping.groups,
      },
      {
        id: 'trainerDays',
        title: t('priority.column.trainerDays'),
        type: 'number',
        width: 104,
        decimals: 1,
        sum: true,
        value: (row) => row.trainerDays,
      },
      {
        id: 'trained',
        title: t('priority.column.trained'),
        type: 'number',
        width: 76,
        hidden: true,
        value: (row) => (row.topicId === null ? null : row.trainedPersons),
      },
    ],
    [t, partsOf, fullScore],
  )
}
