import { crc32, deflateRawSync } from 'node:zlib'

/** What the bare writer knows how to store: text, a number, or a date as Excel's serial number. */
export type BareCell = string | number | null | { readonly serial: number }

/**
 * The least work that makes a workbook the way Excel does (shared strings, row and cell references, spans, one date
 * style). It checks nothing, has no widths, header style, drop-downs or frozen panes, and is the yardstick that readers
 * and writers are measured against.
 */
export function bareXlsx(rows: Iterable<readonly BareCell[]>, level = 6): Uint8Array {
  const strings = new Map<string, number>()
  let total = 0
  const shared: string[] = []
  const sheet: string[] = []
  const letters: string[] = []
  let number = 0
  let text = ''
  for (const row of rows) {
    number++
    text += `<row r="${number}" spans="1:${row.length}">`
    for (let column = 0; column < row.length; column++) {
      letters[column] ??= bareColumn(column)
      const cell = row[column]
      if (cell === null || cell === undefined) continue
      const start = `<c r="${letters[column]}${number}"`
      if (typeof cell === 'number') text += `${start}><v>${cell}</v></c>`
      else if (typeof cell === 'object') text += `${start} s="1"><v>${cell.serial}</v></c>`
      else {
        let index = strings.get(cell)
        if (index === undefined) {
          index = strings.size
          strings.set(cell, index)
          shared.push(`<si><t${/^\s|\s$|\n/.test(cell) ? ' xml:space="preserve"' : ''}>${escapeText(cell)}</t></si>`)
        }
        total++
        text += `${start} t="s"><v>${index}</v></c>`
      }
    }
    text += '</row>'
    if (text.length > 1 << 20) {
      sheet.push(text)
      text = ''
    }
  }
  sheet.push(text)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return bareZip(
    [
      [
        '[Content_Types].xml',
        `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
      ],
      [
        '_rels/.rels',
        `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Veri" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ],
      [
        'xl/styles.xml',
        `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      ],
      [
        'xl/worksheets/sheet1.xml',
        `${head}<worksheet xmlns="${main}"><sheetData>`,
        ...sheet,
        '</sheetData></worksheet>',
      ],
      [
        'xl/sharedStrings.xml',
        `${head}<sst xmlns="${main}" count="${total}" uniqueCount="${strings.size}">`,
        ...shared,
        '</sst>',
      ],
    ],
    level,
  )
}

/** A zip of the named entries; every entry is a name and the pieces of its text or bytes. */
export function bareZip(entries: readonly (readonly [string, ...(string | Uint8Array)[]])[], level = 6): Uint8Array {
  const out: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [path, ...pieces] of entries) {
    const name = Buffer.from(path)
    const bytes = Buffer.concat(grouped(pieces))
    const packed = deflateRawSync(bytes, { level })
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(0x00210000, 6)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, name)
    out.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed)
    offset += 30 + name.length + packed.length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...out, ...directory, end])
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function bareColumn(index: number): string {
  let name = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

function grouped(pieces: readonly (string | Uint8Array)[]): Uint8Array[] {
  const groups: Uint8Array[] = []
  let text: string[] = []
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text.push(piece)
      if (text.length < 10_000) continue
    }
    groups.push(Buffer.from(text.join('')))
    text = []
    if (typeof piece !== 'string') groups.push(piece)
  }
  groups.push(Buffer.from(text.join('')))
  return groups
}
