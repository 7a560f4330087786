import { createContext, useContext } from 'react'
import type { LinkLanguage } from '../../../src-core/links/purpose.ts'
import type { Outputs } from '../api.ts'
import { Refusal } from '../api.ts'
import { fill } from '../words/words.tsx'
import type { tr } from './words/tr.ts'

type Loose<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : { readonly [Key in keyof T]: Loose<T[Key]> }

/** The words of the pages behind personal links. */
export type LinkWords = Loose<typeof tr>

const loaders: Readonly<Record<LinkLanguage, () => Promise<LinkWords>>> = {
  tr: () => import('./words/tr.ts').then((module) => module.tr),
  en: () => import('./words/en.ts').then((module) => module.en),
  fr: () => import('./words/fr.ts').then((module) => module.fr),
  ar: () => import('./words/ar.ts').then((module) => module.ar),
}

export const loadWords = (language: LinkLanguage): Promise<LinkWords> => loaders[language]()

export type Opened = Outputs['links']['openedLink']

type Speaking = { readonly language: LinkLanguage; readonly words: LinkWords; readonly token: string }

/** The language of a link's page, its words, and the token by which the page asks. */
export const LinkSpeech = createContext<Speaking | undefined>(undefined)

export function useLinkSpeech(): Speaking {
  const speaking = useContext(LinkSpeech)
  if (!speaking) throw new Error('A page behind a link stands outside its frame')
  return speaking
}

const locales: Readonly<Record<LinkLanguage, string>> = {
  tr: 'tr-TR',
  en: 'en-GB',
  fr: 'fr-FR',
  ar: 'ar-EG-u-nu-latn',
}

/** A day with its weekday, as the language writes it. */
export const longDay = (date: string, language: LinkLanguage): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(locales[language], {
    ...{ day: 'numeric', month: 'long', year: 'numeric', weekday: 'long', timeZone: 'UTC' },
  })

/** A day of the year without its weekday. */
export const shortDay = (date: string, language: LinkLanguage): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(locales[language], {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  })

/** `09:30` from minutes of the day. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Countries by their names in a language of the pages, in its order. */
export function countriesIn(
  language: LinkLanguage,
  codes: readonly string[],
): readonly { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locales[language]], { type: 'region' })
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locales[language]))
}

/** `{name}` filled with a value that keeps its own direction, as names and numbers do in an Arabic sentence. */
export const say = (text: string, fields: Readonly<Record<string, string | number>>): string =>
  fill(text, Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, `\u2068${value}\u2069`])))

/** Whether the link itself is refused: it never was, is over or was taken back; the page says the same of all three. */
export const isOver = (error: unknown): boolean =>
  error instanceof Refusal && ['NOT_SIGNED_IN', 'NOT_ALLOWED', 'NOT_FOUND'].includes(error.code)

/** What a refusal says in the language of the page. */
export function linkSentence({ refusal, rule }: LinkWords, error: unknown): string {
  if (isOver(error)) return refusal.OVER
  if (!(error instanceof Refusal)) return refusal.OTHER
  const { code, data } = error as Refusal & {
    readonly data: { readonly rule?: string; readonly details?: Readonly<Record<string, string | number>> }
  }
  const sentences: Readonly<Record<string, string>> = code === 'RULE_BROKEN' ? rule : refusal
  const key = code === 'RULE_BROKEN' ? (data.rule ?? '') : code
  return say(sentences[key] ?? refusal.OTHER, data.details ?? {})
}
