import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber, formatPercent } from '../../../src-core/kernel/numbers.ts'
import type { ListCheck } from '../../../src-core/people/list-import.contract.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './list-import.module.css'

type Props = {
  readonly losses: NonNullable<ListCheck['staff']>['losses']
  readonly confirmed: number | null
  readonly onConfirm: (count: number | null) => void
}

const most = 6

/** Unusually many people would leave: how many of which unit, and the confirmation of exactly that number. */
export function ListLosses({ losses, confirmed, onConfirm }: Props) {
  const { t } = useTranslation('people')
  const language = useNumberLanguage()
  const number = (value: number) => formatNumber(value, undefined, language)
  return (
    <section className={classes.box} aria-label={t('list.lossesTitle')}>
      <p className={classes.boxTitle}>{t('list.lossesTitle')}</p>
      <p>{t('list.lossesText', { gone: losses.gone, staff: losses.staff })}</p>
      {losses.units.length > 0 && (
        <table className={classes.columns} style={{ maxWidth: 720 }}>
          <thead>
            <tr>
              <th>{t('list.lossesUnit')}</th>
              <th className={classes.figure}>{t('list.lossesGone')}</th>
              <th className={classes.figure}>{t('list.lossesStaff')}</th>
              <th className={classes.figure}>{t('list.lossesShare')}</th>
            </tr>
          </thead>
          <tbody>
            {losses.units.slice(0, most).map((unit) => (
              <tr key={unit.unitId}>
                <td>{unit.name}</td>
                <td className={classes.figure}>{number(unit.gone)}</td>
                <td className={classes.figure}>{number(unit.staff)}</td>
                <td className={classes.figure}>{formatPercent(unit.gone / unit.staff, 1, language)}</td>
              </tr>
            ))}
            {losses.units.length > most && (
              <tr>
                <td colSpan={4} className={classes.quiet}>
                  … {t('list.changesCut', { shown: most, total: losses.units.length })}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      <Checkbox
        label={t('list.lossesConfirm', { count: losses.gone })}
        checked={confirmed === losses.gone}
        onChange={(event) => onConfirm(event.currentTarget.checked ? losses.gone : null)}
      />
    </section>
  )
}
