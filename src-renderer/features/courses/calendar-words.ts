const locales = { tr: 'tr-TR', en: 'en-GB' } as const

type Language = keyof typeof locales

/** Any Monday. */
const monday = Date.UTC(2024, 0, 1)
const day = 86_400_000

/** The days of the week from Monday on: `Pzt` and `Pazartesi`. */
export function weekdayNames(language: Language): readonly { readonly short: string; readonly long: string }[] {
  const format = (weekday: 'short' | 'long', at: number) =>
    new Intl.DateTimeFormat(locales[language], { weekday, timeZone: 'UTC' }).format(monday + at * day)
  return Array.from({ length: 7 }, (_, at) => ({ short: format('short', at), long: format('long', at) }))
}

/** `Mart` of any day in March. */
export const monthName = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { month: 'long', timeZone: 'UTC' }).format(Date.parse(date))
