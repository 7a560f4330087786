import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import type { ReadHolder } from '../../../src-core/certificates/group.contract.ts'
import type { Print } from '../../../src-core/certificates/print.contract.ts'
import { coordinator, holderFields, openCertificateOffice, refusal, registrar } from './certificate-office.ts'

const names = ['Zeynep Şahin', 'Çağla Öz', 'Ahmet Iğdır', 'İpek Üstün', 'Irmak Ünal']

async function textsOf(file: File): Promise<string[]> {
  const reading = getDocument({ data: new Uint8Array(await file.arrayBuffer()), verbosity: 0 })
  const pdf = await reading.promise
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await reading.destroy()
  return texts
}

async function openPrinted() {
  const office = await openCertificateOffice()
  const group = await office.issued(
    {},
    names.map((name) => holderFields(name)),
  )
  const start = (more: object = {}): Promise<{ id: string; pages: number; file: File }> =>
    office.run(
      'certificates.startPrint',
      { groupId: group.id, order: 'name', form: 'pdf', ...more },
      {
        connection: registrar,
      },
    )
  return { office, group, start }
}

test('a print has every certificate once, in the Turkish alphabet or in the order of seats', async () => {
  const { start } = await openPrinted()
  const order = async (by: string) =>
    (await textsOf((await start({ order: by })).file)).map((text) => names.find((name) => text.includes(name)))
  expect(await order('name')).toEqual(['Ahmet Iğdır', 'Çağla Öz', 'Irmak Ünal', 'İpek Üstün', 'Zeynep Şahin'])
  expect(await order('seat')).toEqual(names)
})

test('a ZIP holds each certificate’s own file, as it was issued', async () => {
  const { office, start } = await openPrinted()
  const { file } = await start({ form: 'zip' })
  const bytes = Buffer.from(await file.arrayBuffer())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.toString('utf8')).toContain('001 HS-2026-000003 Ahmet Iğdır.pdf')
  expect(office.folder).toBeTruthy()
})

test('a print that jams goes on where it stopped, without the pages that came out well', async () => {
  const { office, group, start } = await openPrinted()
  const { id } = await start()
  const mark = (fromPage: number, toPage: number, state: string): Promise<Print> =>
    office.run('certificates.markPages', { id, fromPage, toPage, state }, { connection: registrar })
  await mark(1, 3, 'PRINTED')
  expect(await mark(2, 2, 'SPOILED')).toMatchObject({ printed: 2, spoiled: 1, resumeAt: 2 })
  const resume = (fromPage: number): Promise<{ pages: number; file: File }> =>
    office.run('certificates.resumePrint', { id, fromPage, form: 'pdf' }, { connection: registrar })
  expect((await resume(4)).pages).toBe(2)
  const again = await textsOf((await resume(1)).file)
  expect(again.map((text) => names.find((name) => text.includes(name)))).toEqual([
    'Çağla Öz',
    'İpek Üstün',
    'Zeynep Şahin',
  ])
  await mark(1, 5, 'PRINTED')
  const { prints }: { prints: Print[] } = await office.run('certificates.prints', { groupId: group.id })
  expect(prints).toMatchObject([{ printed: 5, spoiled: 0, resumeAt: null }])
  expect(await refusal(mark(4, 9, 'PRINTED'))).toBe('pagesOutside')
  expect(await refusal(resume(1))).toBe('nothingToPrint')
})

test('the printed register has a line for every number and says which were not given out', async () => {
  const { office } = await openPrinted()
  const file: File = await office.run('certificates.printRegister', { kind: 'DELEGATION', year: 2026, language: 'tr' })
  const [page = ''] = await textsOf(file)
  for (let n = 1; n <= names.length; n++) expect(page).toContain(`HS-2026-00000${n}`)
  for (const name of names) expect(page).toContain(name)
  expect(page).toContain('Verilmeyen numaralar: HS-2026-000006 – HS-2026-000050')
})

test('the hand-over list names who signs for what, in the language that is asked for', async () => {
  const { office, group } = await openPrinted()
  const list = (language: string): Promise<File> =>
    office.run('certificates.handOverList', { groupId: group.id, order: 'name', language })
  const [tr = ''] = await textsOf(await list('tr'))
  const [en = ''] = await textsOf(await list('en'))
  expect(tr).toContain('Sertifika Teslim Listesi')
  expect(en).toContain('Certificate Hand-over List')
  for (const name of names) expect(en).toContain(name)
})

test('participants are read from a pasted table with headers in either language, and what is unclear is said', async () => {
  const { run } = await openCertificateOffice()
  const read = async (text: string) =>
    (await run('certificates.readHolders', { text }, { connection: coordinator })) as {
      holders: ReadHolder[]
      ignored: string[]
    }
  const table = [
    'S.No\tAdı Soyadı\tKurumu\tÜlke\tSaat\tPuan',
    '1\tAyşe Işık\tNairobi City County\tKenya\t37,5\t85',
    '2\t\tTunis\tTunus\t40 saat\t',
    '3\tAli Öz\tAmman\tÜrdün\tkırk\t101',
    '4\tAyşe Işık\tNairobi City County\tKenya\t40\t',
  ].join('\n')
  const { holders, ignored } = await read(table)
  expect(holders[0]).toMatchObject({ row: 2, name: 'Ayşe Işık', attendedTenths: 375, testScore: 85, problems: [] })
  expect(holders.slice(1).map(({ problems }) => problems)).toEqual([
    ['nameMissing'],
    ['hoursUnread', 'scoreUnread'],
    ['twice'],
  ])
  expect(ignored).toEqual(['S.No'])
  const plain = await read('Ayşe Işık;Nairobi;Kenya;40;85')
  expect(plain.holders).toMatchObject([{ name: 'Ayşe Işık', institution: 'Nairobi', attendedTenths: 400 }])
})
