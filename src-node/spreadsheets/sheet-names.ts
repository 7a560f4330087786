import { cutText } from './out-text.ts'

/** The longest sheet name in Excel, in UTF-16 units. */
const longestName = 31

/**
 * Names as Excel and LibreOffice accept them: without `: \ / ? * [ ]` and control characters, no apostrophe at either end,
 * at most 31 units with no sign cut in half, not the reserved `History`, and no two alike but for case.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const clean = cutText(legal(name), longestName).replace(/'+$/, '').trim() || `Sayfa${index + 1}`
    let unique = clean
    for (let number = 2; taken.has(folded(unique)) || folded(unique) === 'HISTORY'; number++) {
      const tail = ` (${number})`
      unique = cutText(clean, longestName - tail.length) + tail
    }
    taken.add(folded(unique))
    return unique
  })
}

/** A sheet's name as it stands in a formula. */
export const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`

/** Whether Excel takes `ı` and `i` for one letter depends on the machine; here they are. */
const folded = (name: string): string => name.toUpperCase().replaceAll('İ', 'I')

const legal = (name: string): string =>
  name
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[:\\/?*[\]]/g, '-')
    .trim()
    .replace(/^'+/, '')
