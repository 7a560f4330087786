import { expect, test } from 'vitest'
import { certificateDocument, drawnPages } from '../../../src-core/certificates/paper.ts'
import { certificatePage } from '../../../src-core/certificates/pictures.ts'
import { qrSvg } from '../../../src-core/certificates/qr.ts'
import { frame, template } from '../../../src-core/delegations/sheet.ts'
import { certificateFamilies, documentFonts } from '../../../src-node/documents/fonts.ts'
import { printDocument } from '../../../src-node/documents/print-document.ts'
import { papers, picturesOfPapers } from '../../bench/certificates/papers.ts'
import { bare, readPdfFile } from '../../core/certificates/read-pdf-file.ts'

const now = '2027-01-31T12:00:00.000Z'

// Dots above and below, one to three of them, at the beginning, in the middle and at the end of words; letters that grow together.
const names = [
  ...[
    'فاطمة الزهراء',
    'يثرب',
    'نبيل',
    'تيسير',
    'بشرى',
    'قيس',
    'شيماء',
    'زينب',
    'ثريا',
    'عبد الله',
    'محمد',
    'خديجة',
    'إبراهيم',
  ],
  ...[
    'لمياء عبد السلام محمد لاشين',
    'ضياء الدين',
    'ظافر غازي',
    'رؤوف',
    'آمنة',
    'الخنساء',
    'چنگیز پژمان',
    'بلدية القدس الكبرى',
    'المملكة',
    'لجين',
  ],
]

const readPrint = async (where: string, data: object, more: object = {}): Promise<string> =>
  (await readPdfFile(await printDocument(where, data, now, more))).pages.join('\f')

test('a certificate gives back the Arabic names and institutions on it letter for letter, bold and regular', async () => {
  const { names: files, pictures } = picturesOfPapers()
  const pages = papers(names.length).map((paper, nth) => {
    const [name = '', institution = ''] = [names[nth], names.at(-nth)]
    return drawnPages({ ...paper, holder: { ...paper.holder, name, institution } }, files)
  })
  const print = readPrint(certificatePage, certificateDocument(pages.flat()), { pictures, archival: true })
  for (const [nth, page] of (await print).split('\f').entries()) {
    expect(page).toContain(bare(names[nth] ?? ''))
    expect(page).toContain(bare(`${names.at(-nth)}, Kenya`))
  }
})

const heading = { institution: 'Örnek Büyükşehir Belediyesi', language: 'tr', now, title: 'T', subtitle: 'S' } as const

test('a badge gives back an Arabic name and institution letter for letter', async () => {
  const badges = names.map((name) => {
    const blank = {
      photo: null,
      position: '',
      country: 'Kenya',
      group: null,
      role: null,
      code: 'ABCD-EFGH',
      small: 8.5,
      days: [],
    }
    return { name, institution: `${name} (Nairobi)`, qr: qrSvg('ABCDEFGH'), ...blank }
  })
  const print = await readPrint(template, { ...frame(heading), form: 'badges', contact: '', badges })
  const fronts = print.split('\f').filter((_, nth) => nth % 2 === 0)
  expect(fronts).toHaveLength(names.length)
  for (const [nth, name] of names.entries()) {
    expect(fronts[nth]).toContain(`S${bare(name)}`)
    expect(fronts[nth]).toContain(`${bare(name)}(Nairobi)`)
  }
})

test('a letter gives back an Arabic name letter for letter, in an address and within a sentence', async () => {
  const letters = names.map((name) => ({
    ...{ unit: '', noWord: 'Sayı', no: '1', date: '', subjectWord: 'Konu', subject: '', columns: [], rows: [] },
    ...{ to: name, body: [`Sayın ${name}, sizi bekliyoruz.`], signName: '', signDuty: '', contact: '' },
  }))
  const pages = (await readPrint(template, { ...frame(heading), form: 'letters', letters })).split('\f')
  expect(pages).toHaveLength(names.length)
  for (const [nth, name] of names.entries()) {
    expect(pages[nth]).toContain(`:${bare(name)}Sayın`)
    expect(pages[nth]).toContain(bare(`Sayın ${name}, sizi bekliyoruz.`))
  }
})

test('the family of the Arabic letters comes with us, and is asked before one that draws dots apart', () => {
  const weights = documentFonts().filter(({ family }) => family === 'Akademi Arabic')
  expect(weights).toHaveLength(2)
  for (const families of Object.values(certificateFamilies)) expect(families.indexOf('Akademi Arabic')).toBe(1)
})
