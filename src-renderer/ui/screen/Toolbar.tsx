import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../KeyHint.tsx'
import { useKeys } from '../keys.ts'
import classes from './Toolbar.module.css'

type Props = {
  /** The search of this screen, reached by `/`. Answered 150 ms after the last letter. */
  readonly search?: { readonly value: string; readonly onChange: (text: string) => void; readonly placeholder?: string }
  /** Filters, period switches and the like, left to right. */
  readonly children?: ReactNode
  /** What stands at the right end. */
  readonly end?: ReactNode
}

/** The strip above a list. */
export function Toolbar({ search, children, end }: Props) {
  return (
    <div className={classes.bar}>
      {search && <SearchField {...search} />}
      {children}
      {end && <div className={classes.end}>{end}</div>}
    </div>
  )
}

function SearchField({ value, onChange, placeholder }: NonNullable<Props['search']>) {
  const { t } = useTranslation('common')
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const answer = useDebouncedCallback(onChange, 150)
  const said = useRef(value)
  // The address may change by itself (Back, a cleared filter); what is being typed is not overwritten by its own echo.
  useEffect(() => {
    if (value !== said.current) setText(value)
    said.current = value
  }, [value])
  const type = (next: string) => {
    setText(next)
    said.current = next
    answer(next)
  }
  useKeys([{ keys: '/', labelKey: 'common:keys.search', run: () => field.current?.select() }])
  const label = placeholder ?? t('filter.search')
  return (
    <TextInput
      ref={field}
      className={classes.search}
      size="xs"
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== '') {
          event.stopPropagation()
          type('')
        }
      }}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        text === '' ? (
          <span className={classes.hint} aria-hidden>
            <KeyHint keys="/" />
          </span>
        ) : (
          <CloseButton size="xs" aria-label={t('actions.clear')} onClick={() => type('')} />
        )
      }
    />
  )
}
