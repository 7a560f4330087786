import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { lineStates, type PlanLine, planLevels, planModes, planSources } from '../../../src-core/plan/plan.ts'
import type { Column } from '../../ui/table/columns.ts'
import type { Tone } from '../../ui/values/StatusWord.tsx'
import classes from './plan.module.css'
import { useMonths } from './use-plan-words.ts'

export const lineTones: Readonly<Record<PlanLine['state'], Tone>> = {
  PROPOSED: 'neutral',
  APPROVED: 'active',
  SCHEDULED: 'active',
  RUNNING: 'active',
  DONE: 'good',
  MOVED: 'warn',
  CANCELLED: 'bad',
  CARRIED_OVER: 'warn',
}

/** The columns of the plan's grid. */
export function useLineColumns(): readonly Column<PlanLine>[] {
  const { t } = useTranslation(['plan', 'records'])
  const months = useMonths()
  return useMemo((): readonly Column<PlanLine>[] => {
    const number = (
      id: 'groups' | 'persons' | 'hours' | 'trainerDays' | 'score' | 'lineNo' | 'quarter',
      width: number,
      value: (row: PlanLine) => number | null,
      more: { decimals?: number; sum?: boolean; hidden?: boolean } = {},
    ): Column<PlanLine> => ({ id, title: t(`column.${id}`), type: 'number', width, value, ...more })
    const text = (
      id: 'code' | 'trainer' | 'provider' | 'unit' | 'category' | 'responsible',
      width: number,
      value: (row: PlanLine) => string | null,
      hidden = false,
    ): Column<PlanLine> => ({ id, title: t(`column.${id}`), type: 'text', width, value, hidden })
    const money = (
      id: 'planned' | 'committed' | 'actual',
      value: (row: PlanLine) => number,
      hidden = false,
    ): Column<PlanLine> => ({ id, title: t(`column.${id}`), type: 'money', width: 128, sum: true, value, hidden })
    return [
      number('lineNo', 60, (row) => row.lineNo),
      text('code', 84, (row) => row.code),
      {
        id: 'name',
        title: t('column.name'),
        type: 'text',
        width: 240,
        grow: 2,
        value: (row) => row.name,
        render: (row) => (
          <span className={classes.name} data-out={row.state === 'CANCELLED' || undefined}>
            {row.name}
          </span>
        ),
      },
      {
        id: 'state',
        title: t('column.state'),
        type: 'choice',
        width: 128,
        choices: lineStates.map((value) => ({
          value,
          label: t(`records:value.state.${value}`),
          tone: lineTones[value],
        })),
        value: (row) => row.state,
      },
      number('groups', 64, (row) => row.groups, { sum: true }),
      number('persons', 72, (row) => row.personsPlanned, { sum: true }),
      number('hours', 92, (row) => row.lessonHours, { hidden: true }),
      number('trainerDays', 110, (row) => row.trainerDays, { sum: true, hidden: true }),
      money('planned', (row) => row.plannedMinor),
      number('quarter', 76, (row) => row.quarter),
      {
        id: 'month',
        title: t('column.month'),
        type: 'choice',
        width: 88,
        choices: months.map((label, month) => ({ value: String(month + 1), label })),
        value: (row) => (row.month === null ? null : String(row.month)),
      },
      {
        id: 'level',
        title: t('column.level'),
        type: 'choice',
        width: 112,
        hidden: true,
        choices: planLevels.map((value) => ({ value, label: t(`records:value.level.${value}`) })),
        value: (row) => row.level,
      },
      {
        id: 'source',
        title: t('column.source'),
        type: 'choice',
        width: 132,
        hidden: true,
        choices: planSources.map((value) => ({ value, label: t(`records:value.source.${value}`) })),
        value: (row) => row.source,
      },
      text('trainer', 140, (row) => row.trainer, true),
      text('provider', 150, (row) => row.provider, true),
      {
        id: 'warnings',
        title: t('column.warnings'),
        type: 'text',
        width: 168,
        value: (row) => row.warnings.map((one) => t(`warningShort.${one}`)).join(', '),
        render: (row) =>
          row.warnings.length > 0 && (
            <span className={classes.warning} title={row.warnings.map((one) => t(`warning.${one}`)).join('\n')}>
              <IconAlertTriangle size={14} aria-hidden />
              {row.warnings.map((one) => t(`warningShort.${one}`)).join(', ')}
            </span>
          ),
      },
      number('score', 72, (row) => row.score, { decimals: 1, hidden: true }),
      text('unit', 160, (row) => row.unit, true),
      text('category', 150, (row) => row.category, true),
      {
        id: 'mode',
        title: t('column.mode'),
        type: 'choice',
        width: 120,
        hidden: true,
        choices: planModes.map((value) => ({ value, label: t(`records:value.mode.${value}`) })),
        value: (row) => row.mode,
      },
      money('committed', (row) => row.committedMinor, true),
      money('actual', (row) => row.actualMinor, true),
      text('responsible', 140, (row) => row.responsible, true),
    ]
  }, [t, months])
}
