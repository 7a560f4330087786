import { createContext, useContext } from 'react'
import { tr } from './tr.ts'

type Loose<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : { readonly [Key in keyof T]: Loose<T[Key]> }

export type Words = Loose<typeof tr>

export type Language = 'tr' | 'en'

type Speaking = { readonly language: Language; readonly words: Words }

/** The language of the page and its words. */
export const Speech = createContext<Speaking>({ language: 'tr', words: tr })

export const useWords = (): Words => useContext(Speech).words

export const useLanguage = (): Language => useContext(Speech).language

/** `{year} yılı` with its field filled. */
export const fill = (text: string, fields: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(fields[name] ?? whole))
