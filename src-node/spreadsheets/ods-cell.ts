import type { Cell } from '../../src-core/kernel/sheet.ts'
import { dateOfSerial, serialOfDate } from './excel-date.ts'
import type { XmlTag } from './xml-tags.ts'

/**
 * What a cell holds, from its attributes and its shown text. A date has the calendar of the attribute; a time or duration
 * is a part of a day, as in the other formats.
 */
export function odsValue(attributes: XmlTag['attributes'], text: string): Cell {
  const formula = attributes['table:formula']
  if (formula && isTruth(formula)) return /TRUE/i.test(formula)
  switch (attributes['office:value-type']) {
    case undefined:
      return null
    case 'float':
    case 'percentage':
    case 'currency':
      return numberOr(Number(attributes['office:value']), text)
    case 'boolean':
      return attributes['office:boolean-value'] === 'true'
    case 'date':
      return dateOr(attributes['office:date-value'] ?? '', text)
    case 'time':
      return numberOr(dayFraction(attributes['office:time-value'] ?? ''), text)
    default:
      if (attributes['calcext:value-type'] === 'error' || (formula && /^#[A-Z0-9/]+[!?]?$/.test(text)))
        return { error: text }
      return text || attributes['office:string-value'] || null
  }
}

/** LibreOffice writes a plain truth value as the formula TRUE(). */
export const isTruth = (formula: string): boolean => /^(of:)?=(TRUE|FALSE)\(\)$/i.test(formula)

/**
 * Joins the paragraphs of a cell with line breaks. White space counts as in ODF 1.3 part 3, 6.1.2: runs collapse, and
 * `text:s`, `text:tab` and `text:line-break` are the spaces that were meant.
 */
export function createParagraphs() {
  const paragraphs: string[] = []
  let open: string | undefined
  let ruby = false
  return {
    take({ name, closing, alone, attributes, text }: XmlTag): void {
      if (open !== undefined && !ruby && text !== '') {
        const collapsed = text.replace(/[ \t\r\n]+/g, ' ')
        open += open === '' || open.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed
      }
      if (name === 'p' || name === 'h') {
        if (!closing) open = ''
        if (closing || alone) {
          paragraphs.push(open ?? '')
          open = undefined
        }
      } else if (name === 'ruby-text') ruby = !closing
      else if (open !== undefined && !closing) {
        if (name === 's') open += ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, longestSpace))
        else if (name === 'tab') open += '\t'
        else if (name === 'line-break') open += '\n'
      }
    },
    text: () => paragraphs.join('\n'),
  }
}

/** No cell is longer than this in any program that reads OpenDocument. */
const longestSpace = 32_767

const numberOr = (number: number, text: string): Cell => (Number.isFinite(number) ? number : text || null)

function dateOr(iso: string, text: string): Cell {
  const serial = serialOfDate(iso)
  if (Number.isNaN(serial)) return text || null
  const date = dateOfSerial(serial)
  return typeof date === 'number' ? iso : date
}

function dayFraction(duration: string): number {
  const match = /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.,]+)S)?$/.exec(duration)
  if (!match) return Number.NaN
  const [, minus, hours = 0, minutes = 0, seconds = '0'] = match
  const total = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))) / 86_400
  return minus ? -total : total
}
