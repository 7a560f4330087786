import { constants, crc32, deflateRawSync } from 'node:zlib'
import { isOperationError, type OperationErrorData } from '../../../src-core/kernel/errors.ts'
import type { Cell, SheetRow } from '../../../src-core/kernel/sheet.ts'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import type { Workbook } from '../../../src-node/spreadsheets/workbook.ts'
import { bareZip } from '../../bench/bare-xlsx.ts'

/** The parts of a hand-made workbook; what is left out gets a plain default. */
export type XlsxParts = {
  /** XML of the first sheet's rows. */
  readonly rows?: string
  /** XML of the whole first sheet instead. */
  readonly sheet?: string
  readonly afterRows?: string
  readonly beforeRows?: string
  /** Content of the shared strings part, `<si>` elements. */
  readonly strings?: string
  /** `<numFmt>` elements and one number format id a cell format. */
  readonly formats?: { readonly custom?: string; readonly ids: readonly number[] }
  readonly workbook?: string
  /** Further parts; one of a name above takes its place. */
  readonly more?: readonly (readonly [string, string | Uint8Array])[]
  readonly strict?: boolean
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const strictMain = 'http://purl.oclc.org/ooxml/spreadsheetml/main'

/** A workbook of one sheet, made from the pieces of XML that a test is about. */
export function xlsxOf(parts: XlsxParts): Uint8Array {
  const space = parts.strict ? strictMain : main
  const office = parts.strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`
  const relations = (inside: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  const contentTypes = [
    'workbook:sheet.main',
    'styles:styles',
    'sharedStrings:sharedStrings',
    'worksheets/sheet1:worksheet',
  ]
    .map((each) => each.split(':'))
    .map(([name, kind]) => `<Override PartName="/xl/${name}.xml" ContentType="${type}.${kind}+xml"/>`)
    .join('')
  const formats = (parts.formats?.ids ?? [0]).map((id) => `<xf numFmtId="${id}" xfId="0"/>`).join('')
  const entries = new Map<string, string | Uint8Array>([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${contentTypes}</Types>`,
    ],
    ['_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      parts.workbook ??
        `${head}<workbook xmlns="${space}" xmlns:r="${office}"><sheets><sheet name="Veri" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        relation(1, 'worksheet', 'worksheets/sheet1.xml') +
          relation(2, 'styles', 'styles.xml') +
          (parts.strings === undefined ? '' : relation(3, 'sharedStrings', '/xl/sharedStrings.xml')),
      ),
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${space}"><numFmts>${parts.formats?.custom ?? ''}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats}</cellXfs></styleSheet>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      parts.sheet ??
        `${head}<worksheet xmlns="${space}">${parts.beforeRows ?? ''}<sheetData>${parts.rows ?? ''}</sheetData>${parts.afterRows ?? ''}</worksheet>`,
    ],
    ...(parts.strings === undefined
      ? []
      : [['xl/sharedStrings.xml', `${head}<sst xmlns="${space}">${parts.strings}</sst>`] as const]),
    ...(parts.more ?? []),
  ])
  return bareZip([...entries], 1)
}

/** An entry whose directory may say anything. */
export type RawEntry = {
  readonly name: string
  readonly packed: Uint8Array
  readonly size: number
  readonly crc?: number
}

/** A zip of entries that are written as they are told, true or not. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const out: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, packed, size, crc } of entries) {
    const bytes = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc ?? 0, 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(bytes.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    out.push(Buffer.from('PK\x03\x04', 'latin1'), fields, bytes, Buffer.from(packed))
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, place, bytes)
    offset += 30 + bytes.length + packed.length
  }
  const places = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(places.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...out, places, end])
}

/** Deflated bytes of `unit` repeated `times` times, without ever holding them: one block, written again and again. */
export function deflatedRepeat(unit: string, times: number): { packed: Uint8Array; size: number } {
  const each = Math.max(1, Math.floor((4 << 20) / unit.length))
  const bytes = Buffer.from(unit.repeat(each))
  const block = deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH })
  const blocks = Math.ceil(times / each)
  const packed = Buffer.concat([...Array.from({ length: blocks }, () => block), deflateRawSync(Buffer.alloc(0))])
  return { packed, size: blocks * bytes.length }
}

/** The parts of an ordinary workbook, as entries to put a hostile part beside. */
export function ordinaryEntries(without: string): RawEntry[] {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (...list: readonly [string, string][]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`).join('')}</Relationships>`
  const texts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Veri" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>bir</t></si></sst>`,
  }
  return Object.entries(texts)
    .filter(([name]) => name !== without)
    .map(([name, text]) => ({ name, packed: deflateRawSync(text), size: Buffer.byteLength(text), crc: crc32(text) }))
}

/** Every row of a sheet. */
export const rowsOf = (workbook: Workbook, sheet = 0): SheetRow[] => [...workbook.rows(sheet)].flat()

/** The cells of every row that has a value, by row number. */
export async function cellsOf(bytes: Uint8Array, fileName = 'deneme.xlsx'): Promise<Record<number, readonly Cell[]>> {
  const workbook = await openWorkbook(bytes, { fileName })
  return Object.fromEntries(rowsOf(workbook).map(({ row, cells }) => [row, cells]))
}

/** What a file is refused with; fails if it is not refused. */
export async function refusalOf(reading: Promise<unknown>): Promise<OperationErrorData['INVALID_FILE']> {
  try {
    await reading
  } catch (error) {
    if (isOperationError(error) && error.code === 'INVALID_FILE')
      return error.data as OperationErrorData['INVALID_FILE']
    throw error
  }
  throw new Error('the file was accepted')
}
