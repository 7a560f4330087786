const marks = /[\u0300-\u036f]/g
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const spaces = /\s+/g
const plain = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/

export { sortKey } from './turkish-order.ts'

/**
 * The search key of a text: lower case, without accents or the dots that tell `ı` from `i`, without invisible signs,
 * runs of white space (also the non-breaking kind) as one space, none at the ends. `fold('IŞIK  Ğül') === fold('isik gul')`. Folding twice
 * changes nothing.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  // Every letter of the Turkish fold (ş, ç, ğ, ö, ü, â, î, û and i with its dot above) decomposes; only ı does not.
  const bare = text.toLowerCase().normalize('NFD').replace(marks, '').replaceAll('ı', 'i')
  return bare.replace(unseen, '').replace(spaces, ' ').trim()
}

/** Lower case by Turkish rules: `IŞIK` is `ışık`, `İZMİR` is `izmir` in five letters. */
export const lowerTr = (text: string): string => text.normalize('NFC').toLocaleLowerCase('tr')

/** Upper case by Turkish rules: `istanbul` is `İSTANBUL`. Not for names on English documents. */
export const upperTr = (text: string): string => text.normalize('NFC').toLocaleUpperCase('tr')

const joiners = new Set(['ve', 'veya', 'ile'])

/** Words with initial capitals by Turkish rules; `ve`, `veya` and `ile` stay small inside the text. */
export function titleTr(text: string): string {
  return lowerTr(text).replace(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu, (word, at: number) => {
    if (at > 0 && joiners.has(word)) return word
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
    return upperTr(first) + word.slice(first.length)
  })
}
