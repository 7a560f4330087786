import type { Cell, SheetRow } from '../../src-core/kernel/sheet.ts'

/** Watches the texts of one file and tells at the end whether they are Turkish that somebody decoded as windows-1252. */
export type LetterWitness = { readonly see: (text: string) => void; readonly isMisread: () => boolean }

/**
 * The six Turkish letters that windows-1252 lacks come out of a wrong decoding as `Ð Ý Þ ð ý þ`. A file that has those,
 * none of the true six, and few of the vowels that stand beside them in Icelandic, was misread as a whole. One true letter
 * is enough to leave the file alone: Turkmen and Czech names have a `ý` of their own.
 */
export function createLetterWitness(): LetterWitness {
  let misread = 0
  let icelandic = 0
  let genuine = false
  return {
    see(text) {
      if (genuine) return
      genuine = /[ĞİŞğış]/.test(text)
      if (/[ÐÝÞðýþ]/.test(text)) misread += count(text, /[ÐÝÞðýþ]/g)
      if (/[ÁÍÓÚÆáíóúæ]/.test(text)) icelandic += count(text, /[ÁÍÓÚÆáíóúæ]/g)
    },
    isMisread: () => !genuine && misread > icelandic,
  }
}

/** The same rows with every text put right. */
export const repairRows = (rows: readonly SheetRow[]): SheetRow[] =>
  rows.map(({ row, cells }) => ({ row, cells: cells.map(repairCell) }))

/** The text with the six letters put right. */
export const repairText = (text: string): string =>
  text.replace(/[ÐÝÞðýþ]/g, (letter) => letters[letter as keyof typeof letters])

const repairCell = (cell: Cell): Cell => (typeof cell === 'string' ? repairText(cell) : cell)

const count = (text: string, letter: RegExp) => text.match(letter)?.length ?? 0

const letters = { Ð: 'Ğ', Ý: 'İ', Þ: 'Ş', ð: 'ğ', ý: 'ı', þ: 'ş' } as const
