import { useTranslation } from 'react-i18next'
import { formatNumber, formatPercent } from '../../../../src-core/kernel/numbers.ts'
import type { CycleCounts as Counts } from '../../../../src-core/needs/cycle.contract.ts'
import type { Go } from '../../../app/feature.ts'
import { StatRow, StatTile } from '../../../ui/values/StatTile.tsx'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'

type Props = { readonly counts: Counts; readonly onOpen: Go }

/** The cycle in numbers, each leading to what it counts. */
export function CycleCounts({ counts, onOpen }: Props) {
  const { t } = useTranslation('needs')
  const language = useNumberLanguage()
  const write = (value: number) => formatNumber(value, 0, language)
  const rate = counts.eligible > 0 ? counts.answered / counts.eligible : undefined
  return (
    <StatRow>
      <StatTile label={t('cycle.counts.eligible')} value={write(counts.eligible)} />
      <StatTile
        label={t('cycle.counts.answered')}
        value={write(counts.answered)}
        note={rate !== undefined && t('cycle.counts.rate', { rate: formatPercent(rate, 1, language) })}
        onOpen={() => onOpen('/needs/board')}
      />
      <StatTile
        label={t('cycle.counts.lines')}
        value={write(counts.lines)}
        note={counts.unitLines > 0 && t('cycle.counts.unitLines', { count: counts.unitLines })}
        onOpen={() => onOpen('/needs/list')}
      />
      <StatTile
        label={t('cycle.counts.freeTexts')}
        value={write(counts.freeTexts)}
        onOpen={() => onOpen('/needs/merge')}
      />
      <StatTile
        label={t('cycle.counts.undecided')}
        value={write(counts.undecided)}
        onOpen={() => onOpen('/needs/priorities')}
      />
    </StatRow>
  )
}
