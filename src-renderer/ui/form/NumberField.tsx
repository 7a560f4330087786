import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useNumberLanguage } from '../values/texts.tsx'

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
