import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useNumberLanguage } from '../values/texts.tsx'
import { toNumber } from './to-number.ts'

type Props = Omit<NumberInputProps, 'decimalSeparator' | 'thousandSeparator' | 'hideControls'>

/** A number as it is written in the officer's language: `1.234,5`. */
export function NumberField({ decimalScale = 0, ...props }: Props) {
  const turkish = useNumberLanguage() === 'tr'
  return (
    <NumberInput
      hideControls
      decimalScale={decimalScale}
      decimalSeparator={turkish ? ',' : '.'}
      thousandSeparator={turkish ? '.' : ','}
      {...props}
    />
  )
}

type MoneyProps = Omit<Props, 'value' | 'onChange' | 'decimalScale'> & {
  /** Kuruş, or null. */
  readonly value: number | null
  readonly onChange: (kurus: number | null) => void
}

/** An amount in lira and kuruş; the value is whole kuruş. */
export function MoneyField({ value, onChange, ...props }: MoneyProps) {
  return (
    <NumberField
      decimalScale={2}
      fixedDecimalScale
      suffix=" ₺"
      {...props}
      value={value === null ? '' : value / 100}
      onChange={(said) => {
        const lira = toNumber(said)
        onChange(lira === null ? null : Math.round(lira * 100))
      }}
    />
  )
}
