import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { manager, openDecidingSample } from '../../core/needs/deciding-sample.ts'

type Report = { file: File; demands: number }

async function pagesOf(file: File): Promise<string[]> {
  const reading = getDocument({ data: new Uint8Array(await file.arrayBuffer()), verbosity: 0 })
  const pdf = await reading.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await reading.destroy()
  return pages
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())

async function openReport() {
  const sample = await openDecidingSample()
  const report = (more: object = {}): Promise<Report> =>
    sample.run('needs.report', { cycleId: sample.cycleId, ...more }, manager)
  const { units } = (await sample.run('people.listUnits', {})) as {
    units: { id: string; name: string; staff: number }[]
  }
  const unit = units.toSorted((a, b) => b.staff - a.staff)[0]
  return { ...sample, report, unit }
}

describe('the needs report', () => {
  it('begins as official correspondence does and carries every Turkish letter as text', async () => {
    const { report } = await openReport()
    const { file } = await report()
    const [cover = '', ...rest] = await pagesOf(file)
    expect(file.type).toBe('application/pdf')
    expect(cover).toMatch(/^T\.C\.\s+İSTANBUL BÜYÜKŞEHİR BELEDİYESİ/)
    for (const word of ['Sayı', 'Tarih', 'Konu', 'Eğitim İhtiyaç Raporu', '15.12.2026']) expect(cover).toContain(word)
    const all = [cover, ...rest].join(' ')
    for (const letter of 'ğüÜşŞıİöÖçÇ') expect(all).toContain(letter)
    expect(all).not.toContain('�')
  })

  it('names every topic that is asked for, with its code', async () => {
    const sample = await openReport()
    const { demands } = (await sample.run('needs.priorities', { cycleId: sample.cycleId }, manager)) as {
      demands: { code: string | null }[]
    }
    const text = (await pagesOf((await sample.report()).file)).join(' ')
    for (const { code } of demands) if (code !== null) expect(text).toContain(code)
  })

  it('is the same file to the byte when it is made again', async () => {
    const { report } = await openReport()
    expect(await bytesOf((await report()).file)).toEqual(await bytesOf((await report()).file))
  })

  it('prints names of people only when asked, and only of that unit', async () => {
    const sample = await openReport()
    const { rows } = (await sample.run(
      'needs.listNeeds',
      { cycleId: sample.cycleId, unitId: sample.unit?.id, page: { start: 0, end: 5 } },
      manager,
    )) as { rows: { personName: string | null }[] }
    const name = rows.find(({ personName }) => personName !== null)?.personName ?? 'nobody'
    const textOf = async (more: object) =>
      (await pagesOf((await sample.report(more)).file)).join(' ').replaceAll(/\s+/g, ' ')
    expect(await textOf({ unitId: sample.unit?.id, names: true })).toContain(name)
    expect(await textOf({ unitId: sample.unit?.id })).not.toContain(name)
    expect(await textOf({ names: true })).not.toContain(name)
  })

  it('in English has no Turkish word of its own', async () => {
    const { report } = await openReport()
    const [cover = ''] = await pagesOf((await report({ language: 'en' })).file)
    expect(cover).toContain('Training Needs Report')
    for (const word of ['Sayı', 'Tarih', 'Karar', 'Rapor', 'Sayfa']) expect(cover).not.toContain(word)
  })

  it('of a cycle without needs says so on its cover', async () => {
    const sample = await openReport()
    const made = (await sample.run('needs.createCycle', {
      ...((await sample.run('needs.suggestCycle', {})) as object),
    })) as { id: string }
    const [cover = ''] = await pagesOf((await sample.report({ cycleId: made.id })).file)
    expect(cover).toContain('Bu dönemde ihtiyaç yok.')
  })
})
