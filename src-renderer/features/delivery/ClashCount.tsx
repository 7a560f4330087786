import { useTranslation } from 'react-i18next'
import { useGo } from '../../app/address.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import classes from './delivery.module.css'
import type { ShownSchedule } from './use-schedule.ts'

/** How many clashes the year has, and the way to them. */
export function ClashCount({ shown }: { readonly shown: ShownSchedule }) {
  const { t } = useTranslation('delivery')
  const go = useGo()
  const { clashes } = shown
  if (!clashes) return null
  const hard = clashes.filter(({ level, accepted }) => level !== 'WARN' && accepted === null).length
  const tone = hard > 0 ? 'bad' : clashes.length > 0 ? 'warn' : 'good'
  return (
    <button type="button" className={classes.link} onClick={() => go('/plan/clashes')}>
      <StatusWord tone={tone}>
        {clashes.length === 0 ? t('clash.none') : t('clash.count', { count: clashes.length, hard })}
      </StatusWord>
    </button>
  )
}
