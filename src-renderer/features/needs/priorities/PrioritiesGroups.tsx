import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney, formatNumber } from '../../../../src-core/kernel/numbers.ts'
import { groupsFor, trainerDays } from '../../../../src-core/needs/priority.rules.ts'
import { client } from '../../../app/api.ts'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { Note } from '../../../ui/feedback/Note.tsx'
import { MoneyField } from '../../../ui/form/MoneyField.tsx'
import { NumberField } from '../../../ui/form/NumberField.tsx'
import { setting, useSetting } from '../../../ui/stored.ts'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import { type Demand, keyOf, sizesText } from './demand.ts'
import classes from './PrioritiesGroups.module.css'

/** Kuruş that a trainer day costs; the officer's own assumption, kept on this computer. */
const trainerFee = setting<number>('needs.trainerFee', 0, (stored) => (typeof stored === 'number' ? stored : undefined))

type Props = { readonly cycleId: string; readonly demand: Demand; readonly mayChange: boolean }

/** Room and minimum in, groups with their sizes, trainer days and cost out, before anything is planned. */
export function PrioritiesGroups({ cycleId, demand, mayChange }: Props) {
  const { t } = useTranslation('needsDecide')
  const language = useNumberLanguage()
  const [size, setSize] = useState(demand.groupSize)
  const [minimum, setMinimum] = useState(demand.groupMinimum)
  const [fee, setFee] = useSetting(trainerFee)
  const fits = minimum <= size
  const grouping = groupsFor(demand.persons, size, minimum)
  const days = demand.lessonHours === null ? null : trainerDays(grouping.groups, demand.lessonHours)
  const write = (value: number) => formatNumber(value, undefined, language)

  const save = async () => {
    if (!mayChange || !fits || (size === demand.groupSize && minimum === demand.groupMinimum)) return
    try {
      await client.needs.setGroupSize({ cycleId, demand: keyOf(demand), groupSize: size, groupMinimum: minimum })
    } catch (error) {
      tellError(error)
    }
  }
  const field = (label: string, value: number, set: (value: number) => void) => (
    <NumberField
      size="xs"
      label={label}
      min={1}
      max={1000}
      value={value}
      readOnly={!mayChange}
      onChange={(next) => {
        if (typeof next === 'number' && next >= 1) set(next)
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
      }}
    />
  )
  return (
    <>
      <div className={classes.fields}>
        {field(t('priority.group.size'), size, setSize)}
        {field(t('priority.group.minimum'), minimum, setMinimum)}
        <MoneyField
          size="xs"
          label={t('priority.group.cost')}
          value={fee === 0 ? null : fee}
          onChange={(next) => setFee(next ?? 0)}
        />
      </div>
      {!fits && <Note tone="warn" text={t('priority.group.tooFew')} />}
      {fits && (
        <div className={classes.result} aria-live="polite">
          <strong>
            {grouping.groups === 0
              ? t('priority.group.none', { persons: demand.persons, minimum })
              : t('priority.group.result', { count: grouping.groups, sizes: sizesText(grouping.sizes) })}
          </strong>
          {grouping.groups > 0 && grouping.leftOver > 0 && (
            <span>{t('priority.group.leftOver', { count: grouping.leftOver })}</span>
          )}
          {grouping.groups > 0 && (
            <span>
              {days === null || demand.lessonHours === null
                ? t('priority.group.noHours')
                : t('priority.group.days', {
                    groups: write(grouping.groups),
                    hours: write(demand.lessonHours),
                    days: write(days),
                  })}
            </span>
          )}
          {days !== null && days > 0 && fee > 0 && (
            <span>
              {t('priority.group.costResult', {
                days: write(days),
                fee: formatMoney(fee, language),
                cost: formatMoney(Math.round(fee * days), language),
              })}
            </span>
          )}
        </div>
      )}
    </>
  )
}
