import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Currency } from '../../../src-core/plan/foreign-cells.rules.ts'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { toNumber } from '../../ui/form/to-number.ts'
import { Section } from '../../ui/screen/Section.tsx'
import type { PlanChoices } from './plan-import-choices.ts'

type Props = {
  readonly currencies: readonly Currency[]
  readonly rates: PlanChoices['rates']
  readonly onRates: (rates: PlanChoices['rates']) => void
}

/** What one unit of each currency in the file is worth in lira. */
export function RateFields({ currencies, rates, onRates }: Props) {
  const { t } = useTranslation('plan')
  const set = (currency: Currency, rate: number | null) => {
    const { [currency]: _, ...others } = rates
    onRates(rate === null || rate <= 0 ? others : { ...others, [currency]: rate })
  }
  return (
    <Section title={t('import.rates')} note={t('import.ratesText')}>
      <Group gap={16}>
        {currencies.map((currency) => (
          <NumberField
            key={currency}
            w={180}
            label={t('import.rate', { currency })}
            decimalScale={4}
            min={0}
            max={100_000}
            value={rates[currency] ?? ''}
            onChange={(said) => set(currency, toNumber(said))}
          />
        ))}
      </Group>
    </Section>
  )
}
