import i18next, { type ParseKeys } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatNumber } from '../../src-core/kernel/numbers.ts'
import { texts } from '../locales/index.ts'
import { oneOf, setting } from '../ui/stored.ts'

export type Language = keyof typeof texts

declare module 'i18next' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: i18next takes the shape of its texts by merging this interface
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: (typeof texts)['tr']
  }
}

export type Namespace = keyof (typeof texts)['tr']

/** The key of a text with its namespace, for lists that are written before a language is known: `needs:title`. */
export type TextKey = Extract<ParseKeys<Namespace[]>, `${Namespace}:${string}`>

/** The officer's language. Until she says otherwise, the host's, which asked the computer; in a browser Turkish. */
export const language = setting<Language>(
  'language',
  globalThis.window?.akademiHost?.language ?? 'tr',
  oneOf('tr', 'en'),
)

void i18next.use(initReactI18next).init({
  resources: texts,
  lng: language.get(),
  fallbackLng: false,
  ns: Object.keys(texts.tr),
  defaultNS: 'common',
  interpolation: { escapeValue: false },
})

// `{{count, number}}` in a text writes numbers as everything else in the window does.
i18next.services.formatter?.add('number', (value: number, code) =>
  formatNumber(value, undefined, code === 'en' ? 'en' : 'tr'),
)

function speak(): void {
  const word = language.get()
  document.documentElement.lang = word
  if (i18next.language !== word) void i18next.changeLanguage(word)
}

speak()
language.subscribe(speak)

type Values = Readonly<Record<string, unknown>>

/** A text by a key that is only known while the window runs; its values cannot be checked beforehand. */
const look = i18next.t as unknown as (key: string, values?: Values) => string

/** The text of a key that was chosen elsewhere. Inside a component prefer `useTranslation`, which follows a change of language. */
export const textOf = (key: TextKey, values: Values = {}): string => look(key, values)

/** The text of a key that may not exist, such as the sentence of a rule; `undefined` when nobody wrote it. */
export const textIfAny = (key: string, values: Values = {}): string | undefined =>
  i18next.exists(key, values) ? look(key, values) : undefined

export const namespaces = Object.keys(texts.tr) as readonly Namespace[]
