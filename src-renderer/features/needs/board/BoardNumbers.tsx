import { useTranslation } from 'react-i18next'
import { formatNumber, formatPercent } from '../../../../src-core/kernel/numbers.ts'
import { type Answers, responseRate } from '../../../../src-core/needs/board.ts'
import { useGo } from '../../../app/address.ts'
import { StatRow, StatTile } from '../../../ui/values/StatTile.tsx'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import classes from './BoardScreen.module.css'

type Props = {
  readonly board: { readonly total: Answers; readonly units: number; readonly silentUnits: number }
  /** Shows the units that sent nothing at all. */
  readonly onSilent: () => void
}

/** The board in four numbers. */
export function BoardNumbers({ board: { total, units, silentUnits }, onSilent }: Props) {
  const { t } = useTranslation('needs')
  const language = useNumberLanguage()
  const go = useGo()
  const write = (value: number) => formatNumber(value, 0, language)
  const rate = responseRate(total)
  return (
    <div className={classes.numbers}>
      <StatRow>
        <StatTile
          label={t('board.rate')}
          value={rate === null ? '–' : formatPercent(rate, 1, language)}
          note={t('board.ofEligible', { eligible: total.eligible, answered: total.answered })}
        />
        <StatTile
          label={t('board.silentUnits')}
          value={write(silentUnits)}
          note={t('board.ofUnits', { units })}
          onOpen={onSilent}
        />
        <StatTile label={t('board.lines')} value={write(total.lines)} onOpen={() => go('/needs/list')} />
        <StatTile label={t('board.headcount')} value={write(total.headcount)} onOpen={() => go('/needs/units')} />
      </StatRow>
    </div>
  )
}
