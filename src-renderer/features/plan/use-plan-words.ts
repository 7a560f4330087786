import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const locales = { tr: 'tr-TR', en: 'en-GB' } as const

/** Months by their names in the officer's language, January first. */
export function useMonths(): readonly string[] {
  const language = useTranslation('plan').i18n.language === 'en' ? 'en' : 'tr'
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locales[language], { month: 'long', timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2027, month, 15)))
  }, [language])
}

const stages = ['readingLines', 'ranking', 'writingLines', 'writingOutcomes', 'writingNotices', 'printing'] as const

/** What the stages of long work on the plan are called. */
export function usePlanStage(): (stage: string) => string {
  const { t } = useTranslation('plan')
  return (stage) => {
    const known = stages.find((one) => one === stage)
    return known ? t(`stage.${known}`) : ''
  }
}
