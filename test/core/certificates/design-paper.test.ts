import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { TrainingSnapshot } from '../../../src-core/certificates/certificate.ts'
import type { Design, Picture } from '../../../src-core/certificates/design.contract.ts'
import { layoutFaults } from '../../../src-core/certificates/fields.ts'
import { type Layout, layoutSchema, parseLayout } from '../../../src-core/certificates/layout.ts'
import { drawnPages, qrContent } from '../../../src-core/certificates/paper.ts'
import { pictureFacts } from '../../../src-core/certificates/picture.rules.ts'
import { qrSvg } from '../../../src-core/certificates/qr.ts'
import { standardLayout, twoPageLayout } from '../../../src-core/certificates/standard-layout.ts'
import { holderFields, manager, openCertificateOffice, refusal, registrar } from './certificate-office.ts'

const training: TrainingSnapshot = {
  ...{ kind: 'DELEGATION', language: 'both', titleTr: 'Çevre Yönetimi', titleEn: 'Environmental Management' },
  ...{ fromDate: '2027-01-30', toDate: '2027-02-03', place: 'İstanbul', placeEn: 'Istanbul', partner: 'İTÜ' },
  ...{ lessonHoursTenths: 400, testRequired: true, validUntil: null, issuedOn: '2027-02-03', portal: 'a.example' },
  signatories: [
    { name: 'Ayşe Işık', dutyTr: 'Müdür', dutyEn: 'Head' },
    { name: 'Can Öz', dutyTr: 'Başkan', dutyEn: null },
  ],
  ...{
    institutionTr: 'İstanbul Belediyesi',
    institutionEn: 'Istanbul Municipality',
    unitTr: 'Eğitim Müdürlüğü',
    unitEn: 'Training',
  },
  ...{ labelTr: 'Katılım Sertifikası', labelEn: 'Certificate', logoLeft: 'l', logoRight: null },
}

/** What the typesetter was given for each standard template before there were designs. */
const drawnBefore: readonly (readonly [TrainingSnapshot['kind'], TrainingSnapshot['language'], string])[] = [
  ['PARTICIPATION', 'tr', 'aa5633b5b45d5fc1'],
  ['PARTICIPATION', 'en', '43e1379a0f18d18c'],
  ['PARTICIPATION', 'both', '7e5cfe0c901f6b93'],
  ['SUCCESS', 'tr', 'f15a047a657dbdbd'],
  ['SUCCESS', 'en', '6ba6c71891a0385f'],
  ['SUCCESS', 'both', 'efc2c62ae6db4cc8'],
  ['DELEGATION', 'tr', 'fdd2826bcaf42f38'],
  ['DELEGATION', 'en', 'ce6890142b594386'],
  ['DELEGATION', 'both', 'eb83366f61519b92'],
  ['PROGRAMME', 'tr', 'c13f7a33c62a7ddc'],
  ['PROGRAMME', 'en', 'd04fbde65b744686'],
  ['PROGRAMME', 'both', '7173f163163e1ed7'],
]

const png = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(40)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes)
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

const svg = (inside: string, head = 'viewBox="0 0 10 10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${head}>${inside}</svg>`

const circle = svg('<circle cx="5" cy="5" r="4" fill="#0f5c6e"/>')

const asFile = (content: string | Uint8Array, name: string) =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name)

describe('the standard templates', () => {
  test.each(drawnBefore)('%s in %s gives the typesetter what it gave before it was a design', (kind, language, sum) => {
    const paper = {
      layout: standardLayout(kind, language),
      holder: { name: 'Ğ Ü', institution: 'X', country: 'Kenya', attendedTenths: 360, testScore: 85 },
      training: { ...training, kind, language, titleTr: 'Çevre Yönetimi' },
      ...{ serial: 'KS-2027-000001', code: '0123456789AB', signature: 'sig' },
    }
    const [page] = drawnPages(paper, new Map([['l', 'logo-l.png']]))
    // The code said the same with another of its eight masks.
    const elements = page?.elements.map((element) =>
      'svg' in element ? { ...element, svg: qrSvg(qrContent(paper)) } : element,
    )
    expect(createHash('sha256').update(JSON.stringify(elements)).digest('hex').slice(0, 16)).toBe(sum)
  })

  test('are designs that hold, on one page and on two', () => {
    for (const layout of [standardLayout('SUCCESS', 'tr'), twoPageLayout('DELEGATION')]) {
      expect(layoutSchema.parse(layout)).toEqual(layout)
      expect(layoutFaults(layout)).toEqual([])
    }
    expect(twoPageLayout('DELEGATION').pages).toHaveLength(2)
  })

  test('that were stored before layouts had pages are read as one page', () => {
    const { width, height, pages } = standardLayout('SUCCESS', 'tr')
    expect(parseLayout(JSON.stringify({ width, height, elements: pages[0]?.elements }))).toEqual({
      width,
      height,
      pages,
    })
  })
})

describe('a layout', () => {
  const [page] = standardLayout('PARTICIPATION', 'tr').pages
  const withTexts = (...texts: readonly string[]): Layout => ({
    ...{ width: 297, height: 210 },
    pages: [
      {
        background: null,
        elements: texts.flatMap((text) => {
          const like = page?.elements.find(({ type }) => type === 'text')
          return like?.type === 'text' ? [{ ...like, text }] : []
        }),
      },
    ],
  })

  test('is at fault without the name, the number or something to verify by, and with a field nobody knows', () => {
    expect(layoutFaults(withTexts('{name}', '{numberLine}'))).toEqual([])
    expect(layoutFaults(withTexts('{name} {serial}'))).toEqual([{ fault: 'lacks', what: 'code' }])
    expect(layoutFaults(withTexts('{nmae}', '{serial}', '{code}'))).toEqual([
      { fault: 'fieldUnknown', field: 'nmae' },
      { fault: 'lacks', what: 'name' },
    ])
  })

  test('keeps hundredths of a millimetre and no sign that steers a line', () => {
    const said = withTexts('a\u202eb\r\nc')
    const moved = {
      ...said,
      pages: said.pages.map((one) => ({ ...one, elements: one.elements.map((e) => ({ ...e, x: 10.006 })) })),
    }
    expect(layoutSchema.parse(moved).pages[0]?.elements[0]).toMatchObject({ x: 10.01, text: 'ab\nc' })
  })
})

describe('a picture', () => {
  test('is known by what it says of itself, and taken only within limits', () => {
    expect(pictureFacts(png(1200, 800))).toEqual({ type: 'png', width: 1200, height: 800 })
    expect(pictureFacts(png(12_001, 1))).toEqual({ problem: 'tooManyDots' })
    expect(pictureFacts(png(10_000, 10_000))).toEqual({ problem: 'tooManyDots' })
    expect(pictureFacts(png(0, 10))).toEqual({ problem: 'notAPicture' })
    const jpeg = Buffer.from('ffd8ffe000040000ffc000110800c8012c03012200021101031101', 'hex')
    expect(pictureFacts(jpeg)).toEqual({ type: 'jpg', width: 300, height: 200 })
    expect(pictureFacts(Buffer.from(circle))).toEqual({ type: 'svg', width: 10, height: 10 })
    expect(pictureFacts(Buffer.from('%PDF-1.7'))).toEqual({ problem: 'notAPicture' })
    expect(pictureFacts(new Uint8Array(8 * 1024 * 1024 + 1))).toEqual({ problem: 'tooLarge' })
  })

  test.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<rect onload="x()"/>')],
    ['foreign content', svg('<foreignObject/>')],
    ['a picture from elsewhere', svg('<image href="https://example.org/a.png"/>')],
    ['a file of the computer', svg('<image xlink:href="file:///etc/passwd"/>')],
    ['a style from elsewhere', svg('<style>rect{fill:url(http://a/b)}</style>')],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`],
  ])('that is an SVG with %s is not taken', (_, text) => {
    expect(pictureFacts(Buffer.from(text))).toSatisfy((facts) => 'problem' in (facts as object))
  })
})

describe('a design', () => {
  test('is copied, changed, proved and issued with, and what was issued before stays as it was', async () => {
    const office = await openCertificateOffice()
    const run = (operation: string, input: object, connection = registrar) =>
      office.run(`certificates.${operation}`, input, { connection })
    const before = await office.issued({ kind: 'PARTICIPATION', language: 'tr' }, [holderFields('Önce Verilen')])
    const rows = async (groupId: string): Promise<{ id: string }[]> =>
      ((await office.run('certificates.listCertificates', { groupId })) as { rows: { id: string }[] }).rows
    const [first] = await rows(before.id)
    const bytesOf = async (id: string | undefined) =>
      Buffer.from(await ((await office.run('certificates.certificateFile', { id })) as File).arrayBuffer())
    const firstBytes = await bytesOf(first?.id)

    const picture: Picture = await run('addPicture', { file: asFile(circle, 'amblem.svg') })
    expect(await run('addPicture', { file: asFile(circle, 'yine.svg') })).toEqual(picture)
    expect(await refusal(run('addPicture', { file: asFile(png(10, 10), 'bozuk.png') }))).toBe('INVALID_FILE')

    const named = { kind: 'PARTICIPATION', language: 'tr' }
    const made: Design = await run('addDesign', { ...named, name: 'Yaz okulu', from: 'standard' })
    expect(made).toMatchObject({
      ...named,
      version: 1,
      activeVersion: null,
      layout: standardLayout('PARTICIPATION', 'tr'),
    })
    expect(await refusal(run('addDesign', { ...named, name: 'İki sayfa', from: 'twoPages' }))).toBe('twoPagesNeedBoth')
    const [page] = made.layout.pages
    const place = { x: 100, y: 180, w: 20, h: 20 }
    const layout: Layout = {
      ...made.layout,
      pages: [
        {
          background: picture.hash,
          elements: [
            ...(page?.elements ?? []),
            { type: 'image', ...place, picture: picture.hash, fit: 'contain', alt: '' },
          ],
        },
      ],
    }
    const save = { id: made.id, rowVersion: 1, name: made.name }
    const stranger = { ...layout, pages: [{ background: 'a'.repeat(64), elements: page?.elements }] }
    expect(await refusal(run('saveDesign', { ...save, layout: stranger }))).toBe('pictureUnknown')
    expect(await run('saveDesign', { ...save, layout })).toMatchObject({ version: 2, layout })
    expect(await refusal(run('saveDesign', { ...save, layout: made.layout }))).toBe('CONFLICT')

    const nameless = { ...layout, pages: [{ background: null, elements: [] }] }
    await run('saveDesign', { ...save, rowVersion: 2, layout: nameless })
    const activate = { id: made.id, rowVersion: 3 }
    expect(await refusal(run('activateDesign', activate))).toBe('NOT_ALLOWED')
    expect(await refusal(run('activateDesign', activate, manager))).toBe('designLacks')
    await run('saveDesign', { ...save, rowVersion: 3, layout })
    await run('activateDesign', { id: made.id, rowVersion: 4 }, manager)
    const { designs }: { designs: Design[] } = await run('designs', {})
    expect(designs).toMatchObject([{ name: 'Yaz okulu', version: 4, activeVersion: 4 }])

    const after = await office.issued({ kind: 'PARTICIPATION', language: 'tr' }, [holderFields('Sonra Verilen')])
    const [second] = await rows(after.id)
    const withPicture = (await bytesOf(second?.id)).length
    expect(withPicture).not.toBe(firstBytes.length)
    expect((await bytesOf(first?.id)).equals(firstBytes)).toBe(true)
    expect(await run('removeDesign', { id: made.id, rowVersion: 5 })).toEqual({ name: 'Yaz okulu' })
    expect((await bytesOf(second?.id)).length).toBe(withPicture)
  })

  test('is shown as it would print, page by page, with its faults and the letters it lacks', async () => {
    const { run } = await openCertificateOffice()
    const layout = twoPageLayout('DELEGATION')
    const input = { kind: 'DELEGATION', language: 'both', layout, who: 'letters' }
    type Preview = { svg: string; proof: { missing: { letter: string }[] }; faults: object[] }
    const front: Preview = await run('certificates.previewDesign', { ...input, page: 0 })
    const back: Preview = await run('certificates.previewDesign', { ...input, page: 1 })
    expect(front.svg).toContain('<svg')
    expect(back.svg).not.toBe(front.svg)
    expect([front.faults, front.proof.missing]).toEqual([[], []])
    const foreign = structuredClone(layout)
    const text = foreign.pages[1]?.elements.find((element) => element.type === 'text')
    if (text?.type === 'text') text.text = '市 {nobody}'
    const wrong: Preview = await run('certificates.previewDesign', { ...input, layout: foreign, page: 0 })
    expect(wrong.proof.missing).toMatchObject([{ letter: '市' }])
    expect(wrong.faults).toEqual([{ fault: 'fieldUnknown', field: 'nobody' }])
  })
})
