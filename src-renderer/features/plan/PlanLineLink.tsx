import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useGo } from '../../app/address.ts'
import { orpc } from '../../app/api.ts'
import { Section } from '../../ui/screen/Section.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import classes from './plan.module.css'
import { lineTones } from './use-line-columns.tsx'
import { choosePlan, usePlanName } from './use-plan.ts'
import { useMonths } from './use-plan-words.ts'

type Props = { readonly cycleId: string; readonly topicId: string | null; readonly freeTextKey: string | null }

/** From a need or a demand to the line of the plan that answers it; nothing while there is none. */
export function PlanLineLink({ cycleId, topicId, freeTextKey }: Props) {
  const { t } = useTranslation(['plan', 'records'])
  const go = useGo()
  const months = useMonths()
  const nameOf = usePlanName()
  const input = { cycleId, topicId, freeTextKey: topicId === null ? freeTextKey : null }
  const { data } = useQuery(orpc.plan.lineOfDemand.queryOptions({ input }))
  if (!data) return null
  const { plan, line } = data
  const open = () => {
    choosePlan(plan.id)
    go(`/plan/lines?open=${line.id}`)
  }
  return (
    <Section
      title={t('panel.inPlan')}
      note={<StatusWord tone={lineTones[line.state]}>{t(`records:value.state.${line.state}`)}</StatusWord>}
    >
      <button type="button" className={classes.link} onClick={open}>
        {t('panel.planLineIn', { plan: nameOf(plan), no: line.lineNo })}
      </button>
      {line.month !== null && <span className={classes.dim}> {months[line.month - 1]}</span>}
    </Section>
  )
}
