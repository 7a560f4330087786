import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { formatMoney } from '../../../src-core/kernel/numbers.ts'
import {
  approval,
  fieldsOf,
  openPlanningOffice,
  type PlanningOffice,
  planner,
  putInForce,
  refusal,
} from '../../core/plan/planning-office.ts'

async function textOf(file: File): Promise<string> {
  const reading = getDocument({ data: new Uint8Array(await file.arrayBuffer()), verbosity: 0 })
  const pdf = await reading.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await reading.destroy()
  return pages.join(' ').replaceAll(/\s+/g, ' ')
}

async function paper(office: PlanningOffice, kind: string, planId = office.planId, language = 'tr'): Promise<string> {
  const { file } = (await office.run('plan.document', { planId, kind, language }, planner)) as { file: File }
  return textOf(file)
}

/** A line of type may break anywhere between words. */
const squeezed = (text: string): string => text.replaceAll(/\s/g, '')

describe('the plan on paper', () => {
  it('as a book holds every line that counts, its sum, and says that it is a draft until it is approved', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const [dropped, ...kept] = await office.lines()
    await office.run('plan.cancelLines', { planId: office.planId, lineIds: [dropped?.id], reason: 'budget' }, planner)
    const text = squeezed(await paper(office, 'book'))
    for (const { code, name } of kept) expect(text).toContain(squeezed(`${code} ${name}`))
    expect(text).not.toContain(squeezed(dropped?.name ?? '–'))
    expect(text).toContain(squeezed(formatMoney(kept.reduce((sum, line) => sum + line.plannedMinor, 0))))
    expect(text).toContain(squeezed('henüz onaylanmamıştır'))
    await putInForce(office)
    expect(squeezed(await paper(office, 'book'))).toContain(squeezed(`${approval.approvedNo} sayılı onayla`))
  })

  it('as an approval sheet begins as official correspondence does and ends with the consent', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    const gap = await paper(office, 'approval')
    expect(gap).toMatch(/^T\.C\. İSTANBUL BÜYÜKŞEHİR BELEDİYESİ/)
    for (const word of ['Sayı', 'Tarih', 'Konu', 'OLUR']) expect(gap).toContain(word)
    await putInForce(office)
    const signed = await paper(office, 'approval')
    for (const word of [approval.approvedNo, '08.03.2027', 'Ayşe Yılmaz', 'Genel Sekreter'])
      expect(signed).toContain(word)
    expect(await paper(office, 'approval', office.planId, 'en')).toContain('APPROVED')
  })

  it('as a list of changes names old, new and reason, and only of a revision', async () => {
    const office = await openPlanningOffice()
    await office.propose()
    await putInForce(office)
    expect(await refusal(office.run('plan.document', { planId: office.planId, kind: 'changes' }, planner))).toBe(
      'notARevision',
    )
    const { id: planId } = await office.move('revise', { reason: 'Yarıyıl gözden geçirmesi.' })
    const [line] = await office.lines(planId)
    if (!line) throw new Error('The revision has no line')
    const change = { planId, id: line.id, rowVersion: line.rowVersion, changeReason: 'Eğitmen eylülde geliyor' }
    await office.run('plan.changeLine', { ...change, fields: { ...fieldsOf(line), month: 9 } }, planner)
    const text = squeezed(await paper(office, 'changes', planId))
    for (const part of [line.name, 'Ertelendi', 'Ay: –', 'Ay: Eylül', 'Eğitmen eylülde geliyor'])
      expect(text).toContain(squeezed(part))
  })
})
