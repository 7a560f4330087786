import { TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import classes from './DigitField.module.css'

type Props = {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  /** The highest digit taken; the lowest is 1. */
  readonly most: number
  /** A digit was typed, or Enter was pressed: on to the next field. */
  readonly onNext: () => void
  readonly disabled?: boolean
  /** Shows the label; in a sheet the head of the column says it. */
  readonly showLabel?: boolean
}

/** One digit. It goes on by itself, so that four of them are four key presses. */
export function DigitField({ label, value, onChange, most, onNext, disabled = false, showLabel = false }: Props) {
  const type = (text: string) => {
    const digit = Number(text.at(-1))
    if (text === '') onChange(null)
    else if (digit >= 1 && digit <= most) {
      onChange(digit)
      onNext()
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onNext()
  }
  return (
    <TextInput
      {...(showLabel ? { label } : { 'aria-label': `${label} (1–${most})` })}
      classNames={{ input: classes.digit ?? '' }}
      inputMode="numeric"
      autoComplete="off"
      placeholder={`1–${most}`}
      disabled={disabled}
      value={value === null ? '' : String(value)}
      data-entry
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
