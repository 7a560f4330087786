import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney, formatNumber } from '../../../src-core/kernel/numbers.ts'
import type { ChangeKind, ComparedField } from '../../../src-core/plan/change.rules.ts'
import { type Plan, planLevels, planModes, planReasons } from '../../../src-core/plan/plan.ts'
import { useGo } from '../../app/address.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { StatusWord, type Tone } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './plan.module.css'
import { choosePlan, usePlanName } from './use-plan.ts'
import { useMonths } from './use-plan-words.ts'

const tones: Readonly<Record<ChangeKind, Tone>> = { added: 'good', moved: 'warn', changed: 'active', cancelled: 'bad' }

/** What a plan changes against another of its year: line by line, old, new and why. */
export function PlanChanges({ plan, plans }: { readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const { t } = useTranslation('plan')
  const nameOf = usePlanName()
  const others = plans.filter((one) => one.year === plan.year && one.id !== plan.id)
  const [chosen, setChosen] = useState<string>()
  const againstId = chosen ?? plan.basedOnId ?? others[0]?.id
  if (againstId === undefined) return <EmptyState title={t('review.onlyOne')} text={t('review.onlyOneText')} />
  return (
    <div className={classes.flow}>
      <Select
        size="xs"
        w={280}
        label={t('review.against')}
        allowDeselect={false}
        data={others.map((one) => ({ value: one.id, label: nameOf(one) }))}
        value={againstId}
        onChange={(id) => id && setChosen(id)}
      />
      <Changes plan={plan} againstId={againstId} />
    </div>
  )
}

function Changes({ plan, againstId }: { readonly plan: Plan; readonly againstId: string }) {
  const { t } = useTranslation('plan')
  const go = useGo()
  const say = useValueWords()
  const found = useQuery(orpc.plan.changes.queryOptions({ input: { planId: plan.id, againstId } }))
  if (!found.data) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  if (found.data.length === 0)
    return <EmptyState title={t('review.changesEmpty')} text={t('review.changesEmptyText')} />
  const open = (id: string) => {
    choosePlan(plan.id)
    go(`/plan/lines?open=${id}`)
  }
  const reasonOf = (reason: string | null) => {
    const code = planReasons.find((one) => one === reason)
    return code ? t(`reason.${code}`) : reason
  }
  return (
    <table className={classes.costs}>
      <caption hidden>{t('review.tab.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.lineNo')}</th>
          <th scope="col">{t('review.training')}</th>
          <th scope="col">{t('review.change')}</th>
          <th scope="col">{t('review.before')}</th>
          <th scope="col">{t('review.after')}</th>
          <th scope="col">{t('review.why')}</th>
        </tr>
      </thead>
      <tbody>
        {found.data.map(({ kind, line, fields, reason }) => (
          <tr key={line.id}>
            <td className={classes.number}>{line.lineNo}</td>
            <td>
              <button type="button" className={classes.link} onClick={() => open(line.id)}>
                {line.name}
              </button>
            </td>
            <td>
              <StatusWord tone={tones[kind]}>{t(`review.kind.${kind}`)}</StatusWord>
            </td>
            <td>
              {fields.map(({ field, before }) => (
                <div key={field}>{`${t(`review.field.${field}`)}: ${say(field, before)}`}</div>
              ))}
            </td>
            <td>
              {fields.map(({ field, after }) => (
                <div key={field}>{`${t(`review.field.${field}`)}: ${say(field, after)}`}</div>
              ))}
            </td>
            <td>{reasonOf(reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A compared value as an officer reads it. */
function useValueWords(): (field: ComparedField, value: string | number | null) => string {
  const { t } = useTranslation(['plan', 'records'])
  const language = useNumberLanguage()
  const months = useMonths()
  return (field, value) => {
    if (value === null || value === '') return '–'
    if (typeof value === 'number') {
      if (field === 'plannedMinor') return formatMoney(value, language)
      return field === 'month' ? (months[value - 1] ?? '') : formatNumber(value, undefined, language)
    }
    const level = field === 'level' ? planLevels.find((one) => one === value) : undefined
    const mode = field === 'mode' ? planModes.find((one) => one === value) : undefined
    if (level) return t(`records:value.level.${level}`)
    return mode ? t(`records:value.mode.${mode}`) : value
  }
}
