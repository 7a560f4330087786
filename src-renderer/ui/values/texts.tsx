import { useTranslation } from 'react-i18next'
import { formatDate, formatInstant } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import classes from './texts.module.css'

type Maybe<T> = T | null | undefined

/** The language numbers are written in. */
export function useNumberLanguage(): 'tr' | 'en' {
  return useTranslation('common').i18n.language === 'en' ? 'en' : 'tr'
}

const missing = <span className={classes.missing}>–</span>

/** `1.234,5`, figures of equal width. */
export function NumberText({ value, decimals }: { readonly value: Maybe<number>; readonly decimals?: number }) {
  const language = useNumberLanguage()
  if (value === null || value === undefined) return missing
  return <span className={classes.number}>{formatNumber(value, decimals, language)}</span>
}

/** `31.12.2026` of an ISO date; of an instant with `time` also `23:59`, both as in Istanbul. */
export function DateText({ iso, time = false }: { readonly iso: Maybe<string>; readonly time?: boolean }) {
  if (!iso) return missing
  return (
    <time dateTime={iso} className={classes.number}>
      {time ? formatInstant(iso) : formatDate(iso)}
    </time>
  )
}
