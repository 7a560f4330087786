import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../src-core/kernel/numbers.ts'
import { ceilingModes } from '../../../src-core/plan/budget.contract.ts'
import type { UnitBudget } from '../../../src-core/plan/budget.rules.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { toNumber } from '../../ui/form/to-number.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { UnitPicker } from '../people/UnitPicker.tsx'
import classes from './plan.module.css'
import { useMayPlan } from './use-may-plan.ts'

type Props = { readonly plan: Plan; readonly units: readonly UnitBudget[]; readonly unassigned: number }

const indent = 16

/** Every unit with money in the plan or a ceiling, as a tree; amounts hold everything below. */
export function BudgetUnits({ plan, units, unassigned }: Props) {
  const { t } = useTranslation('plan')
  const language = useNumberLanguage()
  const may = useMayPlan()
  const [chosen, setChosen] = useState<{ readonly unitId: string | null }>()
  const money = (minor: number) => formatMoney(minor, language)
  return (
    <div className={classes.flow}>
      {may.keep && (
        <CeilingForm
          key={chosen === undefined ? 'none' : String(chosen.unitId)}
          plan={plan}
          units={units}
          unitId={chosen?.unitId ?? null}
        />
      )}
      <table className={classes.costs}>
        <caption hidden>{t('budget.tab.units')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('budget.unit')}</th>
            <th scope="col" data-right>
              {t('budget.planned')}
            </th>
            <th scope="col" data-right>
              {t('budget.actual')}
            </th>
            <th scope="col" data-right>
              {t('budget.ceiling')}
            </th>
            <th scope="col">{t('budget.mode')}</th>
            <th scope="col">{t('budget.state')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unitId ?? 'whole'}>
              <td style={{ paddingLeft: unit.unitId === null ? 0 : unit.depth * indent }}>
                {may.keep ? (
                  <button type="button" className={classes.link} onClick={() => setChosen({ unitId: unit.unitId })}>
                    {unit.name ?? t('budget.whole')}
                  </button>
                ) : (
                  (unit.name ?? t('budget.whole'))
                )}
              </td>
              <td data-right className={classes.number}>
                {money(unit.plannedMinor)}
              </td>
              <td data-right className={classes.number}>
                {money(unit.actualMinor)}
              </td>
              <td data-right className={classes.number}>
                {unit.ceiling ? money(unit.ceiling.amountLira * 100) : '–'}
              </td>
              <td>{unit.ceiling ? t(`budget.modes.${unit.ceiling.mode}`) : ''}</td>
              <td>
                {unit.ceiling && (
                  <StatusWord tone={unit.over ? (unit.ceiling.mode === 'BLOCK' ? 'bad' : 'warn') : 'good'}>
                    {unit.over ? t('budget.exceeded') : t('budget.within')}
                  </StatusWord>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unassigned > 0 && <p className={classes.dim}>{t('budget.unassigned', { amount: money(unassigned) })}</p>}
    </div>
  )
}

type CeilingProps = { readonly plan: Plan; readonly units: readonly UnitBudget[]; readonly unitId: string | null }

function CeilingForm({ plan, units, unitId: first }: CeilingProps) {
  const { t } = useTranslation('plan')
  const [unitId, setUnitId] = useState(first)
  const known = units.find((unit) => unit.unitId === unitId)?.ceiling
  const [amount, setAmount] = useState<number | null>(known?.amountLira ?? null)
  const [mode, setMode] = useState<(typeof ceilingModes)[number]>(known?.mode ?? 'WARN')
  const choose = (id: string | null) => {
    const ceiling = units.find((unit) => unit.unitId === id)?.ceiling
    setUnitId(id)
    setAmount(ceiling?.amountLira ?? null)
    setMode(ceiling?.mode ?? 'WARN')
  }
  const save = (amountLira: number | null) =>
    client.plan
      .setCeiling({ year: plan.year, unitId, amountLira, mode })
      .then(() =>
        tell({ text: t(amountLira === null ? 'budget.ceilingRemoved' : 'budget.ceilingSaved'), tone: 'good' }),
      )
      .catch(tellError)
  return (
    <form
      className={classes.buttons}
      aria-label={t('budget.setCeiling')}
      onSubmit={(event) => {
        event.preventDefault()
        if (amount !== null) void save(amount)
      }}
    >
      <UnitPicker
        size="xs"
        width={260}
        ariaLabel={t('budget.unit')}
        placeholder={t('budget.whole')}
        value={unitId}
        onChange={choose}
      />
      <NumberField
        size="xs"
        w={150}
        min={0}
        aria-label={t('budget.amount')}
        placeholder={t('budget.amount')}
        value={amount ?? ''}
        onChange={(value) => setAmount(toNumber(value))}
      />
      <Select
        size="xs"
        w={160}
        aria-label={t('budget.mode')}
        allowDeselect={false}
        data={ceilingModes.map((value) => ({ value, label: t(`budget.modes.${value}`) }))}
        value={mode}
        onChange={(value) => setMode(ceilingModes.find((one) => one === value) ?? 'WARN')}
      />
      <Button size="xs" type="submit" variant="default" disabled={amount === null}>
        {t('budget.setCeiling')}
      </Button>
      {known && (
        <Button size="xs" variant="subtle" onClick={() => void save(null)}>
          {t('budget.remove')}
        </Button>
      )}
    </form>
  )
}
