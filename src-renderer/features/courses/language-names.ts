const names = {
  tr: new Intl.DisplayNames(['tr'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
}

/** `Türkçe` of `tr`. */
export const languageName = (code: string, language: 'tr' | 'en'): string => names[language].of(code) ?? code

/** `Türkçe, İngilizce` of `tr`, `en`. */
export const languageNames = (codes: readonly string[], language: 'tr' | 'en'): string =>
  codes.map((code) => languageName(code, language)).join(', ')
