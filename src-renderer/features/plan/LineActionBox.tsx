import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlanReason, planReasons } from '../../../src-core/plan/plan.ts'
import classes from './plan.module.css'
import { useMonths } from './use-plan-words.ts'

type Props = {
  readonly title: string
  readonly count: number
  readonly run: string
  readonly withMonth: boolean
  readonly first: PlanReason
  readonly onRun: (reason: PlanReason, month: number | null) => void
  readonly onCancel: () => void
}

/** Asks why lines leave the plan or move; stands above the table. Esc leaves everything as it is. */
export function LineActionBox({ title, count, run, withMonth, first, onRun, onCancel }: Props) {
  const { t } = useTranslation(['plan', 'common'])
  const months = useMonths()
  const [reason, setReason] = useState<PlanReason>(first)
  const [month, setMonth] = useState<string | null>(null)
  return (
    <form
      className={classes.box}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        if (!withMonth || month !== null) onRun(reason, month === null ? null : Number(month))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    >
      <strong>{`${t('lines.box', { count })}: ${title}`}</strong>
      <Select
        size="xs"
        w={200}
        aria-label={t('lines.boxReason')}
        data={planReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        value={reason}
        onChange={(value) => setReason(planReasons.find((one) => one === value) ?? first)}
        allowDeselect={false}
        autoFocus
        openOnFocus={false}
      />
      {withMonth && (
        <Select
          size="xs"
          w={140}
          aria-label={t('lines.boxMonth')}
          placeholder={t('lines.boxMonth')}
          data={months.map((label, at) => ({ value: String(at + 1), label }))}
          value={month}
          onChange={setMonth}
        />
      )}
      <Button size="xs" variant="default" onClick={onCancel}>
        {t('common:actions.cancel')}
      </Button>
      <Button size="xs" type="submit" disabled={withMonth && month === null}>
        {run}
      </Button>
    </form>
  )
}
