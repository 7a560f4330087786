import { formatDate } from '../kernel/dates.ts'
import type { Cell } from '../kernel/sheet.ts'

const gaps = /\s+/g
const digitsOnly = /^[-+(%]?\s*\d[\d.,\s]*\s*[%)]?$/
const dateLike = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b/

/** Whether a cell holds nothing: no value, or white space of any kind. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true
  if (typeof cell !== 'string') return false
  // Most texts begin with a visible sign, and that settles it.
  return cell.length === 0 || (cell.charCodeAt(0) <= 0xa0 && cell.trim() === '')
}

/** Whether a text has no white space but single spaces between its words, as nearly every text. */
function isTidy(text: string): boolean {
  let before = 0x20
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x20 ? before === 0x20 : code < 0x20 || code === 0xa0 || code >= 0x1680) return false
    before = code
  }
  return text === '' || before !== 0x20
}

/** Text on one line: runs of white space, also non-breaking spaces and line breaks, become one space. */
export const oneLine = (text: string): string => (isTidy(text) ? text : text.replace(gaps, ' ').trim())

/** What a person would read in a cell, on one line. Numbers are plain, dates dd.MM.yyyy, errors as shown. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return oneLine(cell)
  if (typeof cell === 'object') return 'error' in cell ? cell.error : formatDate(cell.iso)
  return String(cell)
}

/** Text that is a number or a date in disguise, and so no name of anything. */
export function isFigure(cell: Cell | undefined): boolean {
  if (typeof cell === 'number' || typeof cell === 'boolean') return true
  if (cell === null || cell === undefined) return false
  if (typeof cell !== 'string') return true
  const text = cell.trim()
  return digitsOnly.test(text) || dateLike.test(text)
}
