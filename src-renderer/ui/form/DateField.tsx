import { ActionIcon, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, parseDate } from '../../../src-core/kernel/dates.ts'
import classes from './DateField.module.css'

type Props = {
  readonly label: ReactNode
  /** `YYYY-MM-DD`, or null. */
  readonly value: string | null
  readonly onChange: (iso: string | null) => void
  readonly id?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly description?: ReactNode
  readonly error?: string | undefined
  readonly onBlur?: (event?: { readonly relatedTarget?: EventTarget | null }) => void
  readonly size?: 'xs' | 'sm'
}

/** The date somebody typed, in any usual spelling (`5.3.26`, `05/03/2026`, `5 Mart 2026`), or null. */
export function readDate(text: string): string | null {
  const read = parseDate(text)
  return read.kind === 'date' ? read.iso : null
}

/** A date, typed as on paper or picked from the calendar. What cannot be read stays as typed and is said when the field is left. */
export function DateField({ value, onChange, onBlur, error, ...rest }: Props) {
  const { t } = useTranslation('common')
  const [text, setText] = useState(value ? formatDate(value) : '')
  const [unread, setUnread] = useState(false)
  const calendar = useRef<HTMLInputElement>(null)
  const said = useRef(value)

  useEffect(() => {
    if (value !== said.current) setText(value ? formatDate(value) : '')
    said.current = value
  }, [value])

  const say = (iso: string | null) => {
    said.current = iso
    if (iso !== value) onChange(iso)
  }
  const isUnread = text.trim() !== '' && readDate(text) === null
  const leave = (event: FocusEvent) => {
    const iso = readDate(text)
    setUnread(isUnread)
    if (iso) setText(formatDate(iso))
    onBlur?.(event)
  }

  return (
    <TextInput
      {...rest}
      value={text}
      placeholder={t('form.datePlaceholder')}
      inputMode="numeric"
      autoComplete="off"
      error={unread ? t('form.date') : error}
      {...(isUnread && { 'data-unread': true })}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setUnread(false)
        say(readDate(event.currentTarget.value))
      }}
      onBlur={leave}
      rightSection={
        <>
          <ActionIcon
            size="sm"
            aria-label={t('actions.pickDate')}
            disabled={rest.disabled ?? false}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={14} />
          </ActionIcon>
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden
            className={classes.calendar}
            value={value ?? ''}
            onChange={(event) => {
              const iso = event.currentTarget.value || null
              setText(iso ? formatDate(iso) : '')
              setUnread(false)
              say(iso)
            }}
          />
        </>
      }
    />
  )
}
