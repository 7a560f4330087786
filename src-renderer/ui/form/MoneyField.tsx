import { TextInput, type TextInputProps } from '@mantine/core'
import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney, formatNumber } from '../../../src-core/kernel/numbers.ts'
import { useNumberLanguage } from '../values/texts.tsx'
import { readMoney } from './read-money.ts'

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'error'> & {
  /** Kuruş, or null. */
  readonly value: number | null
  readonly onChange: (kurus: number | null) => void
  readonly error?: string | undefined
  readonly onBlur?: (event: FocusEvent) => void
  /** Leaves the sign of the lira out, where a heading says it. */
  readonly bare?: boolean
}

/** An amount in lira and kuruş. What cannot be read for sure stays as typed, changes nothing and is said when the field is left. */
export function MoneyField({ value, onChange, onBlur, error, bare, ...rest }: Props) {
  const { t } = useTranslation('common')
  const language = useNumberLanguage()
  const written = (kurus: number | null) =>
    kurus === null ? '' : bare ? formatNumber(kurus / 100, 2, language) : formatMoney(kurus, language)
  const [text, setText] = useState(() => written(value))
  const [left, setLeft] = useState(true)
  const said = useRef(value)
  const latest = useRef(written)
  latest.current = written

  useEffect(() => {
    if (value !== said.current) setText(latest.current(value))
    said.current = value
  }, [value])

  const read = readMoney(text, language)
  const unread = read.kind === 'unread'
  return (
    <TextInput
      {...rest}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      error={unread && left ? t('form.money') : error}
      {...(unread && { 'data-unread': true })}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        setLeft(false)
        const now = readMoney(typed, language)
        if (now.kind === 'unread') return
        said.current = now.kind === 'amount' ? now.kurus : null
        onChange(said.current)
      }}
      onBlur={(event) => {
        setLeft(true)
        if (read.kind === 'amount') setText(written(read.kurus))
        onBlur?.(event)
      }}
    />
  )
}
