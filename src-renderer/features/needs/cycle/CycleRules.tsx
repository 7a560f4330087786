import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../../src-core/kernel/numbers.ts'
import type { CycleCounts, CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { Facts, Section } from '../../../ui/screen/Section.tsx'
import { NumberText, useNumberLanguage } from '../../../ui/values/texts.tsx'
import { weightKeys } from '../priorities/weight-keys.ts'
import classes from './CycleRules.module.css'

type Props = { readonly cycle: CycleView; readonly counts: CycleCounts }

/** Who may ask, how much and until when. */
export function CycleRules({ cycle, counts }: Props) {
  const { t } = useTranslation('needs')
  const dates = { from: formatDate(cycle.opensOn), to: formatDate(cycle.closesOn) }
  return (
    <div>
      <Section title={t('cycle.who')}>
        <table className={classes.staff}>
          <thead>
            <tr>
              <th scope="col">{t('field.employment')}</th>
              <th scope="col" className={classes.number}>
                {t('cycle.active')}
              </th>
              <th scope="col">{t('cycle.may')}</th>
            </tr>
          </thead>
          <tbody>
            {counts.staff.map(({ type, active, eligible }) => (
              <tr key={type} data-eligible={eligible || undefined}>
                <th scope="row">{t(`word.employment.${type}`)}</th>
                <td className={classes.number}>
                  <NumberText value={active} />
                </td>
                <td>
                  {eligible ? (
                    <IconCheck size={16} role="img" aria-label={t('cycle.may')} />
                  ) : (
                    <IconMinus size={16} role="img" aria-label={t('cycle.mayNot')} className={classes.no} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={t('cycle.rules')}>
        <Facts
          facts={[
            [t('cycle.window'), t('cycle.windowText', dates)],
            [t('cycle.limit'), t('cycle.limitText', { count: cycle.maxLinesPerPerson })],
            ...(cycle.extensionReason ? [[t('cycle.extension'), cycle.extensionReason] as const] : []),
          ]}
        />
      </Section>
    </div>
  )
}

/** What the priority score is made of. */
export function CycleWeights({ cycle }: Pick<Props, 'cycle'>) {
  const { t } = useTranslation('needs')
  const language = useNumberLanguage()
  const total = weightKeys.reduce((sum, key) => sum + cycle.weights[key], 0)
  return (
    <Section title={t('cycle.weights')} note={t('cycle.weightsNote', { total: formatNumber(total, 0, language) })}>
      <ul className={classes.weights}>
        {weightKeys.map((key) => (
          <li key={key}>
            <span>{t(`cycle.weight.${key}`)}</span>
            <span className={classes.track} aria-hidden>
              <span style={{ width: `${(100 * cycle.weights[key]) / Math.max(total, 1)}%` }} />
            </span>
            <NumberText value={cycle.weights[key]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
