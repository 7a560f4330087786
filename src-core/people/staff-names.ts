import { fold, lowerTr, titleTr, upperTr } from '../kernel/turkish.ts'

const isCapital = (word: string): boolean => word.length > 1 && word === upperTr(word) && word !== lowerTr(word)

const ascii = /^[\x20-\x7e]*$/

const mixed = /[a-z].*[A-Z]|[A-Z].*[a-z]/

/** Names written in capitals or small letters throughout get initial capitals; others stay as they are. */
export function properName(text: string): string {
  // Most names show both kinds of letters at once, and casing by Turkish rules is slow.
  if (mixed.test(text)) return text
  return text === upperTr(text) || text === lowerTr(text) || text === text.toUpperCase() ? titleTr(text) : text
}

/** Given names and surname of a name in one cell. */
export type NameParts = { readonly givenNames: string; readonly surname: string }

/**
 * Takes a full name apart: `Ayşe Nur Yılmaz`, `Ayşe YILMAZ KAYA`, `YILMAZ Ayşe`, `Yılmaz, Ayşe`. Capitals tell the surname
 * where only a part is in capitals; otherwise it is the last word. Null for a single word.
 */
export function splitName(text: string): NameParts | null {
  const comma = text.split(',').map((part) => part.trim())
  if (comma.length === 2 && comma[0] && comma[1]) return proper(comma[1], comma[0])
  const words = text.split(' ').filter(Boolean)
  if (words.length < 2) return null
  const capitals = words.map(isCapital)
  const firstSmall = capitals.indexOf(false)
  const lastSmall = capitals.lastIndexOf(false)
  // Only capitals, or only small ones: nothing tells the parts, so the last word is the surname.
  let cut = words.length - 1
  if (firstSmall !== -1 && lastSmall < words.length - 1) cut = lastSmall + 1
  else if (firstSmall > 0 && capitals.slice(firstSmall).every((capital) => !capital))
    return proper(words.slice(firstSmall).join(' '), words.slice(0, firstSmall).join(' '))
  return proper(words.slice(0, cut).join(' '), words.slice(cut).join(' '))
}

const proper = (givenNames: string, surname: string): NameParts => ({
  givenNames: properName(givenNames),
  surname: properName(surname),
})

/**
 * Whether a name in a file says what is on record. Case never counts, and a file that has lost its Turkish letters
 * (`ISIK`) does not take them from the record (`Işık`).
 */
export function saysSameName(onRecord: string, inFile: string): boolean {
  if (onRecord === inFile) return true
  if (fold(onRecord) !== fold(inFile)) return false
  return ascii.test(inFile) || lowerTr(onRecord) === lowerTr(inFile)
}
