import { describe, expect, it } from 'vitest'
import { CFB, read, utils, type WorkBook, write } from 'xlsx'
import { type CollectingOffice, officerRole, openCollectingOffice } from './collecting-office.ts'
import { openDecidingSample } from './deciding-sample.ts'

type Template = { file: File; units: number }
type Checked = {
  counts: { lines: number; created: number; merged: number; freeTexts: number; errors: number; warnings: number }
  issues: { code: string; cell: string; message: string }[]
}

const sheet = 'Talepler'

const templateOf = (office: CollectingOffice, unitId: string): Promise<Template> =>
  office.run('needs.templates', { cycleId: office.cycleId, unitIds: [unitId] }, officerRole)

type Person = { registryNo: string; unitId: string }

const isik = (office: CollectingOffice): Promise<Person> => office.run('people.getStaff', { id: office.isik.id })

async function blank(office: CollectingOffice): Promise<{ book: WorkBook; name: string }> {
  const { unitId } = await isik(office)
  const { file } = await templateOf(office, unitId)
  return { book: read(await file.arrayBuffer(), { cellStyles: true }), name: file.name }
}

/** Types rows into the form under its own headers, as a unit does. */
function fill(book: WorkBook, rows: readonly Readonly<Record<string, string>>[]): void {
  const page = book.Sheets[sheet] ?? {}
  const [headers = []] = utils.sheet_to_json<string[]>(page, { header: 1, blankrows: false })
  const lines = rows.map((row) => headers.map((header) => row[header.replace('*', '')] ?? ''))
  utils.sheet_add_aoa(page, lines, { origin: 'A2' })
}

async function bringBack(office: CollectingOffice, book: WorkBook, fileName: string) {
  const bytes = write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer
  const { fileHash } = (await office.run(
    'imports.upload',
    { file: new File([new Uint8Array(bytes)], fileName) },
    officerRole,
  )) as {
    fileHash: string
  }
  const input = { cycleId: office.cycleId, fileHash, fileName }
  const checked = (await office.run('needs.checkImport', input, officerRole)) as Checked
  return { checked, commit: () => office.run('needs.commitImport', input, officerRole) }
}

describe('the form of a unit', () => {
  it('has its read-me of ten lines, its lists, and a hidden sheet that names the cycle', async () => {
    const office = await openCollectingOffice()
    const { book } = await blank(office)
    expect(book.SheetNames).toEqual(['Oku', sheet, 'Konular', 'Personel', 'akademi'])
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden ?? 0)).toEqual([0, 0, 0, 0, 2])
    const text = (name: string) => utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1 })
    expect(text('Oku')).toHaveLength(10)
    expect(text('akademi').flat()).toContain(office.cycleId)
    expect(text('Konular').flat()).toContain('Atık Yönetimi ve Sıfır Atık')
    expect(text('Personel').flat()).toContain((await isik(office)).registryNo)
  })

  it('comes back as it was filled in: every value of every row, and not one warning', async () => {
    const office = await openCollectingOffice()
    const { book, name } = await blank(office)
    const { registryNo } = await isik(office)
    fill(book, [
      {
        'Sicil No': registryNo,
        'Talep Türü': 'Konu',
        'Eğitim Kodu': 'ÇEV-002',
        Gerekçe: 'Yasal zorunluluk',
        Aciliyet: '5',
        'İstenen Dönem': '2',
        'Amir Önceliği': '4',
        Açıklama: 'İlk çeyrekte olmasın',
      },
      {
        'Sicil No': registryNo,
        'Talep Türü': 'Serbest metin',
        'Diğer Eğitim İhtiyacı': 'Ağaç budama “ustalığı”',
        Aciliyet: '1',
      },
    ])
    const { checked, commit } = await bringBack(office, book, name)
    expect(checked.issues).toEqual([])
    expect(checked.counts).toMatchObject({ lines: 2, created: 2, merged: 0, freeTexts: 1, errors: 0, warnings: 0 })
    await commit()
    const rows = await office.academy.opened.store.read((db) =>
      db.selectFrom('needLine').selectAll().where('personId', '=', office.isik.id).orderBy('id').execute(),
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      topicId: office.waste.id,
      reason: 'legal',
      urgency: 5,
      preferredQuarter: 2,
      managerPriority: 4,
      note: 'İlk çeyrekte olmasın',
    })
    expect(rows[1]).toMatchObject({ topicId: null, freeText: 'Ağaç budama “ustalığı”', urgency: 1 })
  })

  it('sent in twice makes no second line', async () => {
    const office = await openCollectingOffice()
    const { book, name } = await blank(office)
    const { registryNo } = await isik(office)
    fill(book, [{ 'Sicil No': registryNo, 'Eğitim Kodu': 'BİL-003' }])
    const first = await bringBack(office, book, name)
    await first.commit()
    fill(book, [{ 'Sicil No': registryNo, 'Eğitim Kodu': 'BİL-003', Açıklama: 'yeniden gönderildi' }])
    const second = await bringBack(office, book, `yeni ${name}`)
    expect(second.checked.counts).toMatchObject({ created: 0, merged: 1 })
  })

  it('of all units comes in one ZIP, one workbook a unit that has people who may ask', async () => {
    const sample = await openDecidingSample()
    const { file, units } = (await sample.run('needs.templates', { cycleId: sample.cycleId }, officerRole)) as Template
    const zip = CFB.read(new Uint8Array(await file.arrayBuffer()), { type: 'array' })
    const names = zip.FullPaths.filter((path: string) => path.endsWith('.xlsx'))
    expect(names).toHaveLength(units)
    expect(units).toBeGreaterThan(1)
    for (const [index, entry] of zip.FileIndex.entries()) {
      if (zip.FullPaths[index]?.endsWith('.xlsx')) expect(read(entry.content).SheetNames).toContain(sheet)
    }
  })

  it('in English speaks English throughout and is known again all the same', async () => {
    const office = await openCollectingOffice()
    const { unitId, registryNo } = await isik(office)
    const { file } = (await office.run(
      'needs.templates',
      { cycleId: office.cycleId, unitIds: [unitId], language: 'en' },
      officerRole,
    )) as Template
    const book = read(await file.arrayBuffer())
    const page = book.Sheets.Requests ?? {}
    const [headers = []] = utils.sheet_to_json<string[]>(page, { header: 1, blankrows: false })
    const row = headers.map((header) =>
      header.startsWith('Registry No') ? registryNo : header === 'Topic Code' ? 'ÇEV-002' : '',
    )
    utils.sheet_add_aoa(page, [row], { origin: 'A2' })
    const { checked } = await bringBack(office, book, file.name)
    expect(checked.counts).toMatchObject({ lines: 1, errors: 0 })
  })
})
