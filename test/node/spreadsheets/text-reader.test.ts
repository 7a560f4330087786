import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openWorkbook } from '../../../src-node/spreadsheets/read-workbook.ts'
import { fixture } from './fixtures.ts'
import { cellsOf, refusalOf, rowsOf } from './workbook-files.ts'

const open = (bytes: Uint8Array, fileName = 'liste.csv') => openWorkbook(bytes, { fileName })
const info = async (bytes: Uint8Array) => (await open(bytes)).info

/** Text in a single-byte code page: Latin letters as they are, the others from the table. */
const inCodePage = (text: string, letters: Readonly<Record<string, number>>) =>
  Buffer.from(Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0)))

const turkish1254 = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe }
const turkish857 = {
  Ç: 0x80,
  ü: 0x81,
  ç: 0x87,
  ı: 0x8d,
  ö: 0x94,
  İ: 0x98,
  Ö: 0x99,
  Ü: 0x9a,
  Ş: 0x9e,
  ş: 0x9f,
  Ğ: 0xa6,
  ğ: 0xa7,
}

const table = 'Sicil No;Adı Soyadı;Birim\r\n00123;Işıl Şahin;Çağrı Müdürlüğü\r\n07;İbrahim Öz;Ğ Ü\r\n'
const cells = {
  0: ['Sicil No', 'Adı Soyadı', 'Birim'],
  1: ['00123', 'Işıl Şahin', 'Çağrı Müdürlüğü'],
  2: ['07', 'İbrahim Öz', 'Ğ Ü'],
}

describe('encodings', () => {
  const swapped = Buffer.from(`\ufeff${table}`, 'utf16le').swap16()
  test.each([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['UTF-16 as Excel saves "Unicode text"', Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 of the other byte order', swapped, 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from('Sicil;Ad\r\n1;a\r\n', 'utf16le'), 'utf-16le'],
    ['windows-1254, the CSV of a Turkish Excel', inCodePage(table, turkish1254), 'windows-1254'],
    ['code page 857 of DOS programs', inCodePage(table, turkish857), 'cp857'],
  ])('%s is recognised', async (name, bytes, encoding) => {
    const workbook = await open(bytes)
    expect(workbook.info).toMatchObject({ format: 'csv', encoding, delimiter: ';' })
    expect(workbook.info.repairedFrom1252).toBeUndefined()
    if (name !== 'UTF-16 without a mark') expect(await cellsOf(bytes, 'liste.csv')).toEqual(cells)
  })

  test('text that somebody decoded as windows-1252 is put right and reported', async () => {
    const spoilt = table.replace(/[ĞİŞğış]/g, (letter) => 'ÐÝÞðýþ'['ĞİŞğış'.indexOf(letter)] as string)
    for (const bytes of [Buffer.from(spoilt), Buffer.from(`\ufeff${spoilt}`, 'utf16le')]) {
      expect((await info(bytes)).repairedFrom1252).toBe(true)
      expect(await cellsOf(bytes, 'liste.csv')).toEqual(cells)
    }
  })

  test.each([
    ['Icelandic names', 'Nafn;Land\nÞórður Ágústsson;Ísland\nGuðrún Jónsdóttir;Ísland\n'],
    ['a Turkmen name beside Turkish ones', 'Ad;Ülke\nAýna Şamyradowa;Türkmenistan\n'],
  ])('%s are left alone', async (_, text) => {
    expect((await info(Buffer.from(text))).repairedFrom1252).toBeUndefined()
    expect((await cellsOf(Buffer.from(text), 'a.csv'))[1]?.[0]).toBe(text.split('\n')[1]?.split(';')[0])
  })

  test('two encodings in one file are refused with the line where the second begins', async () => {
    const utf8 = Buffer.from('Sicil;Ad\n1;Şule\n2;Ali\n')
    const windows = inCodePage('3;Işık\n4;Veli\n', turkish1254)
    expect(await refusalOf(open(Buffer.concat([utf8, windows])))).toEqual({
      problem: 'twoEncodings',
      file: 'liste.csv',
      cell: 'A4',
      details: { line: 4, encoding: 'windows-1254', otherEncoding: 'utf-8' },
    })
    expect(await refusalOf(open(Buffer.concat([windows, utf8])))).toMatchObject({
      cell: 'A4',
      details: { line: 4, encoding: 'utf-8', otherEncoding: 'windows-1254' },
    })
    expect(
      await refusalOf(open(Buffer.concat([Buffer.from('1;Şule '), inCodePage('Işık\n', turkish1254)]))),
    ).toMatchObject({
      problem: 'twoEncodings',
      details: { line: 1 },
    })
    const marked = Buffer.concat([Buffer.from('\ufeffSicil;Ad\n1;Ali\n'), windows])
    expect(await refusalOf(open(marked))).toMatchObject({ problem: 'twoEncodings', details: { line: 3 } })
  })
})

describe('fields', () => {
  test.each([
    [';', 'csv'],
    [',', 'csv'],
    ['|', 'csv'],
    ['\t', 'tsv'],
  ])('a table divided by %j is recognised', async (delimiter, format) => {
    const bytes = Buffer.from(`a${delimiter}b${delimiter}c\n1${delimiter}2${delimiter}3\n`)
    expect(await info(bytes)).toMatchObject({ format, delimiter })
    expect((await cellsOf(bytes, 'a.csv'))[1]).toEqual(['1', '2', '3'])
  })

  test('decimal commas and semicolons in texts do not deceive', async () => {
    expect(await info(Buffer.from('Ad;Puan;Oran\nAli;15,5;2,25\nVeli;7,5;3,5\n'))).toMatchObject({ delimiter: ';' })
    expect(await info(Buffer.from('Ad;Puan\nAli;15,5\nVeli;7,5\n'))).toMatchObject({ delimiter: ';' })
    expect(await info(Buffer.from('ad,not,tarih\nAli,"a; b; c",1\nVeli,"d; e",2\n'))).toMatchObject({ delimiter: ',' })
  })

  test('a line that declares the delimiter is obeyed and not read', async () => {
    const bytes = Buffer.from('sep=|\r\na;b|c\r\n')
    expect(await info(bytes)).toMatchObject({ delimiter: '|' })
    expect(await cellsOf(bytes, 'a.csv')).toEqual({ 0: ['a;b', 'c'] })
  })

  test('one column has no delimiter', async () => {
    const { delimiter, sheets } = await info(Buffer.from('Ad\nAli\nVeli\n'))
    expect(delimiter).toBeUndefined()
    expect(sheets[0]).toMatchObject({ name: 'liste', rowCount: 3, columnCount: 1 })
  })

  test('quotes hold delimiters, line breaks and doubled quotes; a lone quote stays', async () => {
    const text = 'a;"b;1";"iki\r\nsatır";"19"" ekran";"5" boy";7"\r\nson;;""\n'
    expect(await cellsOf(Buffer.from(text), 'a.csv')).toEqual({
      0: ['a', 'b;1', 'iki\r\nsatır', '19" ekran', '5" boy', '7"'],
      1: ['son'],
    })
  })

  test('a quote that never closes is refused with its line instead of swallowing the rest', async () => {
    expect(await refusalOf(open(Buffer.from('a;b\n1;"iki\nsatır"\n2;"üç\n3;4\n')))).toMatchObject({
      problem: 'unclosedQuote',
      cell: 'A4',
      details: { line: 4 },
    })
  })

  test('every field stays text', async () => {
    const text = '00123;1.234,50;5.461;15.519.267;1E5;true;07.12.2026;=1+1;-5;\u00a0x\u00a0\n'
    expect((await cellsOf(Buffer.from(text), 'a.csv'))[0]).toEqual(
      text
        .trimEnd()
        .split(';')
        .map((field) => (field.startsWith('\u00a0x') ? '\u00a0x\u00a0' : field)),
    )
  })

  test('the forms in which exporters keep text from being calculated are undone', async () => {
    const text = `="00123";"=""007""";'=1+1;'+90;'kesme;="a"&"b"\n`
    expect((await cellsOf(Buffer.from(text), 'a.csv'))[0]).toEqual([
      '00123',
      '007',
      '=1+1',
      '+90',
      "'kesme",
      '="a"&"b"',
    ])
  })

  test('blank lines are counted, so that a cell has the name it has in Excel', async () => {
    expect(await cellsOf(Buffer.from('a;b\r\n\r\n;;\r\n1;2\r\n\u001a'), 'a.csv')).toEqual({
      0: ['a', 'b'],
      3: ['1', '2'],
    })
    expect(await cellsOf(Buffer.from('a;b\r1;2\r'), 'a.csv')).toEqual({ 0: ['a', 'b'], 1: ['1', '2'] })
  })

  test('more rows than a sheet can have are refused', async () => {
    expect(await refusalOf(open(Buffer.from('a\n'.repeat(1_048_577))))).toMatchObject({ problem: 'tooManyRows' })
  })

  test('any table of texts comes back from a well-formed CSV', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', 'ş', '"', ';', ',', '\t', '\n', '\r', ' ', "'", '=', '0', '😀'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const lines = [['x', 'y'], ...rows].map((row) =>
            row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';'),
          )
          const read = await cellsOf(Buffer.from(`sep=;\n${lines.join('\n')}\n`), 'a.csv')
          for (const [index, row] of rows.entries()) {
            const expected = row.map((value) =>
              value === '' ? null : (/^="([^"]*)"$/.exec(value)?.[1] ?? value.replace(/^'(?='*[=\t\r])/, '')) || null,
            )
            while (expected.length > 0 && expected.at(-1) === null) expected.pop()
            expect(read[index + 1] ?? []).toEqual(expected)
          }
        },
      ),
    )
  })
})

describe('files', () => {
  test.each(['talepler-libreoffice-1254.csv', 'talepler-libreoffice.tsv'])(
    '%s, written by LibreOffice, is read',
    async (name) => {
      const rows = await cellsOf(fixture(name), name)
      expect(rows[4]?.slice(0, 5)).toEqual([null, '00012346', 'Çağrı Öztürk', 'Etkili iletişim\n(2. grup)', '2'])
      expect(rows[6]?.slice(0, 4)).toEqual([
        'Zabıta Dairesi Başkanlığı',
        '07',
        'Gülşah\u00a0Iğdır',
        ' baştaki ve sondaki boşluk ',
      ])
      expect(rows[9]?.[8]).toBe('#N/A')
    },
  )

  test.each([
    ['bolgeler.tsv', 'utf-8', '\t'],
    ['bolgeler-1254.csv', 'windows-1254', ';'],
  ])('%s keeps codes, Turkish numbers and two values in a cell', async (name, encoding, delimiter) => {
    expect(await info(fixture(name))).toMatchObject({ encoding, delimiter })
    const rows = await cellsOf(fixture(name), name)
    expect(rows[1]).toEqual(['Iğdırlı', '5.461', '15.519.267', '2.841,83', '07', '212, 216', 'Ali Rıza Öztürk'])
    expect(rows[6]?.[0]).toBe('Çınarcık "Sahil"')
    expect(rows[8]?.[0]).toBe('Ortaca\nMerkez')
    expect(Object.keys(rows)).toHaveLength(9)
  })

  test('a table in HTML that a system saved as .xls is read as text, in its own code page', async () => {
    const html =
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1254"></head><body><table border=1><tr><th colspan=2>PERSONEL LİSTESİ</th></tr><tr><td>00123</td><td>Işıl<br>Şahin &amp; Oğlu</td></tr><tr><td>1.234,50</td><td>07.12.2026</td></tr></table></body></html>'
    const workbook = await open(inCodePage(html, turkish1254), 'liste.xls')
    expect(workbook.info).toMatchObject({
      format: 'xls',
      sheets: [{ merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] }],
    })
    expect(rowsOf(workbook).map(({ cells: row }) => row)).toEqual([
      ['PERSONEL LİSTESİ'],
      ['00123', 'Işıl\nŞahin & Oğlu'],
      ['1.234,50', '07.12.2026'],
    ])
  })

  test('an XML spreadsheet of 2003 named .xls is read', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="d"><NumberFormat ss:Format="dd/mm/yyyy"/></Style></Styles><Worksheet ss:Name="Şube"><Table><Row><Cell><Data ss:Type="String">00123</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2026-12-07T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>'
    const workbook = await open(Buffer.from(xml), 'liste.xls')
    expect(workbook.info.sheets[0]?.name).toBe('Şube')
    expect(rowsOf(workbook)[0]?.cells).toEqual(['00123', { iso: '2026-12-07', serial: 46363 }])
  })

  test('misread letters of an .xlsx are put right with its sheet names', async () => {
    const { bareXlsx } = await import('../../bench/bare-xlsx.ts')
    const workbook = await open(
      bareXlsx([
        ['Sicil', 'Adý Soyadý'],
        ['001', 'Iþýl Þahin'],
      ]),
      'a.xlsx',
    )
    expect(workbook.info.repairedFrom1252).toBe(true)
    expect(rowsOf(workbook).map(({ cells: row }) => row)).toEqual([
      ['Sicil', 'Adı Soyadı'],
      ['001', 'Işıl Şahin'],
    ])
  })
})
