import { Button, Loader } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney, formatNumber, formatPercent } from '../../../src-core/kernel/numbers.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { useGo } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { toNumber } from '../../ui/form/to-number.ts'
import { Facts } from '../../ui/screen/Section.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './plan.module.css'
import { useLineActions } from './use-line-actions.ts'

const unitsShown = 8

type Scenario = Awaited<ReturnType<typeof client.plan.scenarios>>['scenarios'][number]

/** What the whole budget, four fifths of it and a share of one's own keep and leave out, side by side. */
export function Scenarios({ plan, mayApply }: { readonly plan: Plan; readonly mayApply: boolean }) {
  const { t } = useTranslation('plan')
  const language = useNumberLanguage()
  const [own, setOwn] = useState(60)
  const [asked] = useDebouncedValue(own, 300)
  const input = { planId: plan.id, percents: [100, 80, asked] }
  const found = useQuery({ ...orpc.plan.scenarios.queryOptions({ input }), placeholderData: keepPreviousData })
  const data = found.data
  const base = formatMoney(data?.baseMinor ?? 0, language)
  return (
    <>
      <p className={classes.text}>
        {t('scenario.text')} {data && t(data.fromCeiling ? 'scenario.base' : 'scenario.baseOfPlan', { amount: base })}
      </p>
      <NumberField
        size="xs"
        w={160}
        min={0}
        max={200}
        label={t('scenario.own')}
        value={own}
        onChange={(value) => {
          const percent = toNumber(value)
          if (percent !== null && percent >= 0 && percent <= 200) setOwn(Math.round(percent))
        }}
      />
      {found.isPending && <Loader mt={16} aria-label={t('budget.tab.scenarios')} />}
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      <div className={classes.columns}>
        {data?.scenarios.map((scenario, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the third column is one's own, whatever its share
          <ScenarioColumn key={at} plan={plan} scenario={scenario} mayApply={mayApply} />
        ))}
      </div>
    </>
  )
}

type ColumnProps = { readonly plan: Plan; readonly scenario: Scenario; readonly mayApply: boolean }

function ScenarioColumn({ plan, scenario, mayApply }: ColumnProps) {
  const { t } = useTranslation('plan')
  const go = useGo()
  const language = useNumberLanguage()
  const actions = useLineActions(plan, null, () => {})
  const number = (value: number) => formatNumber(value, undefined, language)
  const money = (minor: number) => formatMoney(minor, language)
  const apply = () => {
    const changeReason = plan.revision > 0 ? t('reason.budget') : null
    void actions.run(
      client.plan.applyScenario({ planId: plan.id, percent: scenario.percent, changeReason }),
      ({ lines }) => t('scenario.applied', { count: lines }),
    )
  }
  const more = scenario.units.length - unitsShown
  return (
    <section className={classes.column}>
      <h2>{formatPercent(scenario.percent / 100, 0, language)}</h2>
      <Facts
        facts={[
          [t('scenario.budget'), money(scenario.budgetMinor)],
          [t('scenario.kept'), number(scenario.kept)],
          [t('scenario.keptCost'), money(scenario.keptMinor)],
          [t('scenario.leftOut'), `${number(scenario.leftOut.length)} · ${money(scenario.leftOutMinor)}`],
          [t('scenario.persons'), number(scenario.persons)],
          [t('scenario.units'), number(scenario.units.length)],
        ]}
      />
      {scenario.leftOut.length === 0 ? (
        <p className={classes.dim}>{t('scenario.nothing')}</p>
      ) : (
        <>
          <h3>{t('scenario.lines')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <ul className={`${classes.list} ${classes.scroll}`} tabIndex={0}>
            {scenario.leftOut.map((line) => (
              <li key={line.id}>
                <button type="button" className={classes.link} onClick={() => go(`/plan/lines?open=${line.id}`)}>
                  {line.name}
                </button>
                <span className={`${classes.dim} ${classes.number}`}>
                  {line.score === null
                    ? t('scenario.noScore')
                    : t('scenario.score', { score: formatNumber(line.score, 1, language) })}{' '}
                  · {money(line.plannedMinor)}
                </span>
              </li>
            ))}
          </ul>
          {scenario.units.length > 0 && <h3>{t('scenario.affected')}</h3>}
          <ul className={classes.list}>
            {scenario.units.slice(0, unitsShown).map(({ unitId, unit, persons }) => (
              <li key={unitId}>
                <span>{unit}</span>
                <span className={classes.number}>{number(persons)}</span>
              </li>
            ))}
          </ul>
          {more > 0 && <p className={classes.dim}>{t('scenario.moreUnits', { count: more })}</p>}
          {mayApply && (
            <div className={classes.buttons}>
              <Button size="xs" variant="default" onClick={apply}>
                {t('scenario.apply')}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}
