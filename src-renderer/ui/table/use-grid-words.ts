import { AG_GRID_LOCALE_EN, AG_GRID_LOCALE_TR } from '@ag-grid-community/locale'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumberLanguage } from '../values/texts.tsx'
import type { CellWords } from './columns.ts'

/** What the grid and its cells say, in the officer's language. */
export function useGridWords(): { readonly cells: CellWords; readonly locale: Record<string, string> } {
  const { t } = useTranslation('common')
  const language = useNumberLanguage()
  const yes = t('table.yes')
  const no = t('table.no')
  return useMemo(
    () => ({ cells: { language, yes, no }, locale: language === 'tr' ? AG_GRID_LOCALE_TR : AG_GRID_LOCALE_EN }),
    [language, yes, no],
  )
}
