import { useTranslation } from 'react-i18next'
import { formatNumber, formatPercent } from '../../../../src-core/kernel/numbers.ts'
import { ScoreBar } from '../../../ui/values/ScoreBar.tsx'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import type { Demand } from './demand.ts'
import classes from './PrioritiesScore.module.css'

type Props = { readonly demand: Demand; readonly units: number; readonly personsFull: number }

/** The parts of a score under their names, as the bar in the table has them too. */
export function useScoreParts(): (demand: Demand) => readonly { readonly label: string; readonly value: number }[] {
  const { t } = useTranslation('needsDecide')
  return ({ parts }) => parts.map(({ key, points }) => ({ label: t(`priority.part.${key}`), value: points }))
}

const averages: readonly Demand['parts'][number]['key'][] = ['managerPriority', 'urgency', 'levelGap']

/** The whole arithmetic of a score: what each part was computed from, weight times share, and the sum. */
export function PrioritiesScore({ demand, units, personsFull }: Props) {
  const { t } = useTranslation('needsDecide')
  const language = useNumberLanguage()
  const partsOf = useScoreParts()
  const tenths = (value: number) => formatNumber(value, 1, language)
  const measureOf = (part: Demand['parts'][number]) =>
    averages.includes(part.key) && part.measure === 0
      ? t('priority.unanswered')
      : t(`priority.measure.${part.key}`, {
          value: part.measure,
          text: tenths(part.measure),
          lines: demand.lines,
          persons: demand.persons,
          all: units,
          full: personsFull,
        })
  return (
    <>
      <ScoreBar parts={partsOf(demand)} decimals={1} short />
      <table className={classes.sum}>
        <tbody>
          {demand.parts.map((part) => (
            <tr key={part.key} data-zero={part.points === 0 || undefined}>
              <th scope="row">
                {t(`priority.part.${part.key}`)}
                <span className={classes.measure}>{measureOf(part)}</span>
              </th>
              <td className={classes.times}>
                {t('priority.arithmetic', {
                  weight: formatNumber(part.weight, undefined, language),
                  share: formatPercent(part.share, 1, language),
                })}
              </td>
              <td className={classes.points}>{tenths(part.points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('priority.total')}
            </th>
            <td className={classes.points}>{tenths(demand.score)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  )
}
