import { describe, expect, test } from 'vitest'
import type { FileProblem } from '../../../src-core/kernel/sheet.ts'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { bareXlsx, bareZip } from '../../bench/bare-xlsx.ts'
import { fixture } from './fixtures.ts'
import { cellsOf, deflatedRepeat, main, ordinaryEntries, rawZip, refusalOf, rowsOf, xlsxOf } from './workbook-files.ts'

const refusal = (bytes: Uint8Array, fileName = 'gelen.xlsx') => refusalOf(openWorkbook(bytes, { fileName }))

describe('what is no workbook', () => {
  test.each<[string, Uint8Array, FileProblem, string | undefined]>([
    ['an empty file', new Uint8Array(0), 'empty', undefined],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'notAWorkbook', 'pdf'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'notAWorkbook', 'image'],
    [
      'a text document',
      bareZip([
        [
          '[Content_Types].xml',
          '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        ],
        ['word/document.xml', '<w/>'],
      ]),
      'notAWorkbook',
      'document',
    ],
    [
      'slides',
      bareZip([
        ['mimetype', 'application/vnd.oasis.opendocument.presentation'],
        ['content.xml', '<x/>'],
      ]),
      'notAWorkbook',
      'presentation',
    ],
    ['a zip of other things', bareZip([['fotograf.jpg', 'x']]), 'notAWorkbook', 'archive'],
    ['a rich text', Buffer.from('{\\rtf1\\ansi Merhaba}'), 'notAWorkbook', 'document'],
    ['another XML', Buffer.from('<?xml version="1.0"?><fatura><no>1</no></fatura>'), 'notAWorkbook', 'xml'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) % 256)),
      'notAWorkbook',
      undefined,
    ],
  ])('%s is named as what it is', async (_, bytes, problem, looksLike) => {
    const data = await refusal(bytes)
    expect(data).toMatchObject({ problem, file: 'gelen.xlsx' })
    expect(data.details?.looksLike).toBe(looksLike)
  })
})

describe('passwords', () => {
  test.each(['xlsx', 'xls', 'ods'])('an .%s under a password is refused as such', async (type) => {
    expect(await refusal(fixture(`parolali-libreoffice.${type}`))).toMatchObject({ problem: 'passwordProtected' })
  })

  test('a zip with an encrypted entry is refused as such', async () => {
    const bytes = Buffer.from(bareXlsx([['a']]))
    const at = bytes.readUInt32LE(bytes.length - 6)
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8)
    expect(await refusal(bytes)).toMatchObject({ problem: 'passwordProtected' })
  })
})

describe('truncated and damaged files', () => {
  test.each([
    'talepler-libreoffice.xlsx',
    'talepler-libreoffice.ods',
    'talepler-libreoffice.xls',
    'talepler-gnumeric-95.xls',
    'talepler-sheetjs.xlsb',
  ])('no beginning of %s gives less than the whole', async (name) => {
    const whole = fixture(name)
    const expected = await cellsOf(whole)
    let refused = 0
    for (let part = 1; part < 20; part++) {
      const beginning = whole.subarray(0, Math.floor((whole.length * part) / 20))
      const result = await cellsOf(beginning).catch((error) => error.data.problem)
      if (typeof result === 'object') expect(result).toEqual(expected)
      else {
        expect(['truncated', 'damaged']).toContain(result)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(15)
  })

  test('a flipped bit anywhere in the packed bytes of a sheet is noticed', async () => {
    const whole = bareXlsx(Array.from({ length: 300 }, (_, i) => [`satır ${i}`, i, 'ortak metin']))
    const expected = await cellsOf(whole)
    for (let at = 2_000; at < whole.length - 800; at += 97) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] as number) ^ 0x10
      const result = await cellsOf(bytes).catch((error: { code: string }) => error.code)
      expect(result === 'INVALID_FILE' || JSON.stringify(result) === JSON.stringify(expected)).toBe(true)
    }
  })

  test('a part that a workbook names and does not have is refused with the sheet', async () => {
    const entries = ordinaryEntries('xl/worksheets/sheet1.xml')
    expect(await refusal(rawZip(entries))).toMatchObject({ problem: 'damaged', sheet: 'Veri' })
  })

  test('two entries of one name are refused', async () => {
    const entries = ordinaryEntries('')
    expect(await refusal(rawZip([...entries, ...entries.slice(-1)]))).toMatchObject({ problem: 'damaged' })
  })
})

describe('bombs', () => {
  const sheet = (packed: Uint8Array, size: number) =>
    rawZip([...ordinaryEntries('xl/worksheets/sheet1.xml'), { name: 'xl/worksheets/sheet1.xml', packed, size }])
  const strings = (packed: Uint8Array, size: number) =>
    rawZip([...ordinaryEntries('xl/sharedStrings.xml'), { name: 'xl/sharedStrings.xml', packed, size }])

  test('two gigabytes of spaces are refused by the directory alone', async () => {
    const { packed, size } = deflatedRepeat(' '.repeat(1 << 20), 2_048)
    expect(await refusal(sheet(packed, size))).toMatchObject({
      problem: 'tooLarge',
      details: { inflatedMegabytes: 2048 },
    })
  })

  test('ten million rows are refused by the directory alone', async () => {
    const { packed, size } = deflatedRepeat('<row><c t="n"><v>1</v></c></row>', 10_000_000)
    expect(await refusal(sheet(packed, size))).toMatchObject({ problem: 'tooLarge' })
  })

  test('twenty million shared texts are refused by the directory alone', async () => {
    const { packed, size } = deflatedRepeat('<si><t>a</t></si>', 20_000_000)
    expect(await refusal(strings(packed, size))).toMatchObject({ problem: 'tooLarge' })
  })

  test('one shared text of 600 megabytes is refused by the directory alone', async () => {
    const { packed, size } = deflatedRepeat('x'.repeat(1 << 20), 600)
    expect(await refusal(strings(packed, size))).toMatchObject({ problem: 'tooLarge' })
  })

  test('a directory that hides a bomb in a sheet is caught while inflating', async () => {
    const { packed } = deflatedRepeat(`<row r="1"><c><v>1</v></c></row>${' '.repeat(1 << 20)}`, 1_000)
    expect(await refusal(sheet(packed, 5_000))).toMatchObject({
      problem: 'damaged',
      details: { part: 'xl/worksheets/sheet1.xml' },
    })
  })

  test('a directory that hides a bomb in the shared texts is caught while inflating', async () => {
    const { packed } = deflatedRepeat('<si><t>a</t></si>', 20_000_000)
    expect(await refusal(strings(packed, 5_000))).toMatchObject({ problem: 'tooLarge' })
  })

  test('a hundred thousand entries are refused before one is read', async () => {
    const bytes = Buffer.from(rawZip(ordinaryEntries('')))
    bytes.writeUInt16LE(60_000, bytes.length - 12)
    expect(await refusal(bytes)).toMatchObject({ problem: 'tooLarge', details: { entries: 60_000 } })
  })

  test('two thousand sheets are refused', async () => {
    const sheets = Array.from({ length: 2_000 }, (_, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="rId1"/>`).join(
      '',
    )
    const workbook = `<workbook xmlns="${main}" xmlns:r="urn:r"><sheets>${sheets}</sheets></workbook>`
    expect(await refusal(xlsxOf({ workbook }))).toMatchObject({ problem: 'tooManySheets' })
  })

  test('repeated cells of OpenDocument are refused before they fill the memory', async () => {
    const content =
      '<office:document-content><office:body><office:spreadsheet><table:table table:name="T"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>'
    const bytes = bareZip([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
      ['content.xml', content],
    ])
    expect(await refusal(bytes)).toMatchObject({ problem: 'tooManyCells', sheet: 'T' })
  })
})

describe('hostile content', () => {
  test('a document type with entities is refused, and nothing outside the file is read', async () => {
    const type = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>'
    const sheet = `<?xml version="1.0"?>${type}<worksheet xmlns="${main}"><sheetData><row r="1"><c t="inlineStr"><is><t>&x;&b;</t></is></c></row></sheetData></worksheet>`
    expect(await refusal(xlsxOf({ sheet }))).toMatchObject({ problem: 'unsafe' })
    const strings = `${type}<sst><si><t>&x;</t></si></sst>`
    expect(await refusal(xlsxOf({ strings: '', more: [['xl/sharedStrings.xml', strings]] }))).toMatchObject({
      problem: 'unsafe',
    })
  })

  test('an entity that no one declared stays as it is written', async () => {
    const rows = '<row r="1"><c t="inlineStr"><is><t>&x; &amp;amp; &#0; &#x110000;</t></is></c></row>'
    expect((await cellsOf(xlsxOf({ rows })))[0]).toEqual(['&x; &amp; \0 &#x110000;'])
  })

  test('__proto__ and constructor are headers like others', async () => {
    const cells = await cellsOf(
      bareXlsx([
        ['__proto__', 'constructor', 'toString'],
        ['1', '2', '3'],
      ]),
    )
    expect(cells[0]).toEqual(['__proto__', 'constructor', 'toString'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    const text = await cellsOf(Buffer.from('__proto__;constructor\n1;2\n'), 'a.csv')
    expect(text[0]).toEqual(['__proto__', 'constructor'])
  })

  test('formulas give their stored value, links their text, and neither is followed', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const rows =
      '<row r="1"><c r="A1" t="str"><f>WEBSERVICE("http://127.0.0.1:9/x")</f><v>eski</v></c><c r="B1" t="str"><f>HYPERLINK("file:///etc/passwd","tıkla")</f><v>tıkla</v></c><c r="C1" t="inlineStr"><is><t>bağlantı</t></is></c><c r="D1"><f>[1]Dış!A1</f><v>5</v></c></row>'
    const workbook = await openWorkbook(
      xlsxOf({
        rows,
        afterRows: '<hyperlinks><hyperlink ref="C1" r:id="rId1" xmlns:r="urn:r"/></hyperlinks>',
        more: [
          [
            'xl/worksheets/_rels/sheet1.xml.rels',
            `<Relationships><Relationship Id="rId1" Type="${office}/hyperlink" Target="http://127.0.0.1:9/" TargetMode="External"/></Relationships>`,
          ],
          ['xl/vbaProject.bin', 'macro'],
          ['../../../tmp/x', 'outside'],
        ],
      }),
      { fileName: 'a.xlsx' },
    )
    expect(rowsOf(workbook)[0]?.cells).toEqual(['eski', 'tıkla', 'bağlantı', 5])
    expect(workbook.info.sheets[0]?.formulaCount).toBe(3)
  })

  test('a declared size of the whole sheet costs nothing', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    expect(await cellsOf(xlsxOf({ beforeRows: '<dimension ref="A1:XFD1048576"/>', rows }))).toEqual({ 0: [1] })
  })
})

describe('calling it off', () => {
  test('a signal that is up before or while reading ends in CANCELLED', async () => {
    const bytes = bareXlsx(Array.from({ length: 50_000 }, (_, i) => [i, `satır ${i}`]))
    await expect(openWorkbook(bytes, { fileName: 'a.xlsx', signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CANCELLED',
    })
    const controller = new AbortController()
    const reading = openWorkbook(bytes, { fileName: 'a.xlsx', signal: controller.signal })
    controller.abort()
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

describe('zips of other makers', () => {
  test('a zip in the 64-bit form that Java exporters write is read', async () => {
    expect(await cellsOf(zip64Of(ordinaryEntries('')))).toEqual({ 0: ['bir'] })
  })

  test('stored entries, backslashes and other letter cases in names are read', async () => {
    const zip = Buffer.from(
      rawZip(
        ordinaryEntries('').map((entry) => ({
          ...entry,
          name: entry.name.replaceAll('/', '\\').replace('sharedStrings', 'SharedStrings'),
        })),
      ),
    )
    expect(await cellsOf(zip)).toEqual({ 0: ['bir'] })
  })
})

/** The same entries with their sizes and places in the 64-bit fields. */
function zip64Of(entries: ReturnType<typeof ordinaryEntries>): Uint8Array {
  const small = Buffer.from(rawZip(entries))
  const start = small.readUInt32LE(small.length - 6)
  const places: Buffer[] = []
  for (let at = start; small.readUInt32LE(at) === 0x02014b50; ) {
    const name = small.readUInt16LE(at + 28)
    const fixed = Buffer.from(small.subarray(at, at + 46 + name))
    const extra = Buffer.alloc(28)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    extra.writeBigUInt64LE(BigInt(fixed.readUInt32LE(24)), 4)
    extra.writeBigUInt64LE(BigInt(fixed.readUInt32LE(20)), 12)
    extra.writeBigUInt64LE(BigInt(fixed.readUInt32LE(42)), 20)
    for (const field of [20, 24, 42]) fixed.writeUInt32LE(0xffff_ffff, field)
    fixed.writeUInt16LE(28, 30)
    places.push(fixed, extra)
    at += 46 + name
  }
  const directory = Buffer.concat(places)
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(44n, 4)
  end64.writeBigUInt64LE(BigInt(entries.length), 24)
  end64.writeBigUInt64LE(BigInt(entries.length), 32)
  end64.writeBigUInt64LE(BigInt(directory.length), 40)
  end64.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.alloc(22, 0xff)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(0, 20)
  return Buffer.concat([small.subarray(0, start), directory, end64, locator, end])
}
