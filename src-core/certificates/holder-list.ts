import type { Reader } from '../database/store.ts'
import { textOf } from '../imports/index.ts'
import { breaksRule } from '../kernel/errors.ts'
import { parseNumber } from '../kernel/numbers.ts'
import type { OpenWorkbook, Ports } from '../kernel/ports.ts'
import type { Cell } from '../kernel/sheet.ts'
import { fold } from '../kernel/turkish.ts'
import type { ReadHolder } from './group.contract.ts'
import { largestGroup } from './group.contract.ts'
import { peopleByRegistry } from './group.repository.ts'

/** What a column of a participants' list may be called, folded. */
const headers = {
  name: [
    'ad soyad',
    'adi soyadi',
    'ad soyadi',
    'adi ve soyadi',
    'sertifikadaki ad',
    'name',
    'full name',
    'name for certificate',
    'katilimci',
    'participant',
  ],
  givenNames: ['ad', 'adi', 'given names', 'first name', 'given name'],
  surname: ['soyad', 'soyadi', 'surname', 'last name', 'family name'],
  institution: [
    'kurum',
    'kurumu',
    'birim',
    'birimi',
    'mudurluk',
    'institution',
    'organisation',
    'organization',
    'unit',
  ],
  country: ['ulke', 'ulkesi', 'country'],
  hours: [
    'saat',
    'katildigi saat',
    'devam',
    'devam saati',
    'katilim saati',
    'ders saati',
    'hours',
    'attended hours',
    'lesson hours',
  ],
  score: ['puan', 'sinav', 'sinav puani', 'not', 'score', 'test', 'test score', 'points'],
  registryNo: ['sicil', 'sicil no', 'sicil numarasi', 'kurum sicil no', 'registry no', 'registry number'],
} as const satisfies Readonly<Record<string, readonly string[]>>

type Field = keyof typeof headers

const fieldOf = (header: string): Field | undefined => {
  const key = fold(header).replaceAll(/[.:*]/g, '').trim()
  return (Object.keys(headers) as Field[]).find((field) => (headers[field] as readonly string[]).includes(key))
}

type Line = { readonly row: number; readonly cells: readonly string[] }

/** Numbers are text here as everywhere: `37,5` is read by our own rules, not by a spreadsheet's. */
const shown = (cell: Cell | undefined): string => (cell === undefined ? '' : textOf(cell).normalize('NFC').trim())

async function linesOf(workbook: OpenWorkbook): Promise<Line[]> {
  const sheet = workbook.info.sheets.findIndex(({ visibility, rowCount }) => visibility === 'visible' && rowCount > 0)
  if (sheet === -1) return []
  const lines: Line[] = []
  for await (const batch of workbook.rows(sheet)) {
    for (const { row, cells } of batch) lines.push({ row: row + 1, cells: cells.map(shown) })
    if (lines.length > largestGroup + 50) breaksRule('groupTooLarge', { most: largestGroup })
  }
  return lines
}

const pastedLines = (text: string): Line[] =>
  text.split(/\r?\n/).flatMap((line, at) => {
    const separator = line.includes('\t') ? '\t' : ';'
    const cells = line.split(separator).map((cell) => cell.normalize('NFC').trim())
    return cells.some((cell) => cell !== '') ? [{ row: at + 1, cells }] : []
  })

type Columns = { readonly from: number; readonly byField: ReadonlyMap<Field, number>; readonly ignored: string[] }

/** The header line is the first that names a participant; without any, the columns stand in the order of the form. */
function columnsOf(lines: readonly Line[]): Columns {
  for (const [at, { cells }] of lines.slice(0, 20).entries()) {
    const fields = cells.map(fieldOf)
    if (!fields.includes('name') && !(fields.includes('givenNames') && fields.includes('surname'))) continue
    const byField = new Map<Field, number>()
    for (const [column, field] of fields.entries()) if (field && !byField.has(field)) byField.set(field, column)
    const ignored = cells.filter((cell, column) => cell !== '' && [...byField.values()].every((one) => one !== column))
    return { from: at + 1, byField, ignored }
  }
  const order: readonly Field[] = ['name', 'institution', 'country', 'hours', 'score']
  return { from: 0, byField: new Map(order.map((field, at) => [field, at])), ignored: [] }
}

function numberOf(text: string): number | null | undefined {
  if (text === '') return null
  const read = parseNumber(text.replace(/\s*(saat|sa|h|hours?|puan)\.?$/i, ''))
  return read.kind === 'number' && read.value >= 0 ? read.value : undefined
}

/** Reads participants from a pasted table or a workbook. Nothing is changed and nothing is guessed in silence. */
export async function readHolderList(
  db: Reader,
  ports: Ports,
  input: { readonly text?: string | undefined; readonly file?: File | undefined },
  signal: AbortSignal,
) {
  let lines: Line[]
  if (input.file) {
    const bytes = new Uint8Array(await input.file.arrayBuffer())
    const workbook = await ports.openWorkbook(bytes, { fileName: input.file.name, signal })
    try {
      lines = await linesOf(workbook)
    } finally {
      await workbook.close()
    }
  } else lines = pastedLines(input.text ?? '')
  const { from, byField, ignored } = columnsOf(lines)
  const rows = lines.slice(from)
  if (rows.length > largestGroup) breaksRule('groupTooLarge', { most: largestGroup })
  const cell = (line: Line, field: Field): string => {
    const column = byField.get(field)
    return column === undefined ? '' : (line.cells[column] ?? '')
  }
  const numbers = [...new Set(rows.map((line) => cell(line, 'registryNo')).filter(Boolean))]
  const people = numbers.length > 0 ? await peopleByRegistry(db, numbers) : []
  const seen = new Set<string>()
  const holders = rows.map((line): ReadHolder => {
    const problems: ReadHolder['problems'] = []
    const registryNo = cell(line, 'registryNo') || null
    const sameNumber = people.filter((person) => person.registryNo === registryNo)
    const typed = cell(line, 'name') || `${cell(line, 'givenNames')} ${cell(line, 'surname')}`.trim()
    // Registry numbers of different kinds of staff overlap: the name decides, or the number alone where only one has it.
    const person =
      sameNumber.find((one) => fold(`${one.givenNames} ${one.surname}`) === fold(typed)) ??
      (typed === '' && sameNumber.length === 1 ? sameNumber[0] : undefined)
    if (registryNo !== null && !person) problems.push('personUnknown')
    const name = typed || (person ? `${person.givenNames} ${person.surname}` : '')
    if (name === '') problems.push('nameMissing')
    const hours = numberOf(cell(line, 'hours'))
    if (hours === undefined) problems.push('hoursUnread')
    const score = numberOf(cell(line, 'score'))
    if (score === undefined || (score !== null && (score > 100 || !Number.isInteger(score))))
      problems.push('scoreUnread')
    const institution = cell(line, 'institution') || person?.unitName || null
    const key = fold(`${name}|${institution ?? ''}|${registryNo ?? ''}`)
    if (name !== '' && seen.has(key)) problems.push('twice')
    seen.add(key)
    return {
      row: line.row,
      name,
      institution,
      country: cell(line, 'country') || null,
      attendedTenths: hours === null || hours === undefined ? null : Math.round(hours * 10),
      testScore: score === undefined || problems.includes('scoreUnread') ? null : score,
      registryNo,
      personId: person?.id ?? null,
      problems,
    }
  })
  const headerLine = from > 0 ? lines[from - 1] : undefined
  return {
    holders,
    understood: headerLine
      ? [...byField].map(([field, column]) => ({ header: headerLine.cells[column] ?? '', field }))
      : [],
    ignored,
  }
}
