import { describe, expect, it } from 'vitest'
import { utils } from 'xlsx'
import type { ResultsSummary } from '../../../src-core/needs/report.contract.ts'
import { refusal } from './collecting-office.ts'
import {
  bookOf,
  bytesOf,
  type DecidingSample,
  factsOf,
  manager,
  openDecidingSample,
  rowsOf,
} from './deciding-sample.ts'

type Line = { id: string; outcome: string; outcomeReason: string | null; note: string | null }
type Check = {
  lines: number
  changes: { lineId: string; from: string; to: string; reason: string | null }[]
  errors: { row: number; cell: string; message: string }[]
}

const sheet = 'Sonuçlar'

async function exported(sample: DecidingSample) {
  const { file, lines } = (await sample.run('needs.exportResults', { cycleId: sample.cycleId }, manager)) as {
    file: File
    lines: number
  }
  return { book: await bookOf(file), name: file.name, lines }
}

/** Writes into a cell of the results, as an officer does in Excel. */
function put(book: Awaited<ReturnType<typeof bookOf>>, row: number, header: string, text: string): string {
  const [headers = []] = rowsOf(book, sheet)
  const cell = utils.encode_cell({ r: row - 1, c: headers.indexOf(header) })
  utils.sheet_add_aoa(book.Sheets[sheet] ?? {}, [[text]], { origin: cell })
  return cell
}

const linesOf = async (sample: DecidingSample): Promise<Map<string, Line>> =>
  new Map(((await factsOf(sample, 'needLine')) as Line[]).map((line) => [line.id, line]))

describe('the results workbook', () => {
  it('holds every line of the cycle once, with its decision in words', async () => {
    const sample = await openDecidingSample()
    const { book, lines } = await exported(sample)
    const [headers = [], ...rows] = rowsOf(book, sheet)
    const ids = rows.map((row) => row[headers.indexOf('Satır Kimliği')])
    expect(lines).toBe((await linesOf(sample)).size)
    expect(new Set(ids)).toEqual(new Set((await linesOf(sample)).keys()))
    expect(ids).toHaveLength(lines)
    const words = new Set(rows.map((row) => row[headers.indexOf('Karar')]))
    expect(
      [...words].every((word) => ['Kararsız', 'Planla', 'Ertele', 'Reddet', 'E-eğitim'].includes(word ?? '')),
    ).toBe(true)
  })

  it('changes nothing when it comes back as it went out', async () => {
    const sample = await openDecidingSample()
    const { book, name, lines } = await exported(sample)
    const input = await sample.upload(bytesOf(book), name)
    expect(await sample.run('needs.checkResults', input, manager)).toEqual({ lines, changes: [], errors: [] })
    expect(await refusal(sample.run('needs.commitResults', input, manager))).toBe('nothingChanged')
  })

  it('brings back decisions and nothing else, and an undo takes exactly those back', async () => {
    const sample = await openDecidingSample()
    const before = await linesOf(sample)
    const { book, name } = await exported(sample)
    const [headers = [], ...rows] = rowsOf(book, sheet)
    put(book, 2, 'Karar', 'Ertele')
    put(book, 2, 'Karar Gerekçesi', 'Bütçe yetmiyor')
    put(book, 3, 'Karar', 'reject')
    put(book, 3, 'Karar Gerekçesi', 'Görevle ilgisi yok')
    for (const header of ['Adı Soyadı', 'Eğitim Konusu', 'Açıklama', 'Aciliyet']) put(book, 4, header, 'başka bir şey')
    const input = await sample.upload(bytesOf(book), name)
    const check = (await sample.run('needs.checkResults', input, manager)) as Check
    expect(check.errors).toEqual([])
    expect(check.changes.map(({ to, reason }) => [to, reason])).toEqual([
      ['DEFER', 'budget'],
      ['REJECT', 'notDuty'],
    ])
    const { batchId } = (await sample.run('needs.commitResults', input, manager)) as { batchId: string }
    const after = await linesOf(sample)
    const at = headers.indexOf('Satır Kimliği')
    const [first = '', second = ''] = [rows[0]?.[at], rows[1]?.[at]]
    const changed = [...after.values()].filter((line) => JSON.stringify(line) !== JSON.stringify(before.get(line.id)))
    expect(new Set(changed.map(({ id }) => id))).toEqual(new Set([first, second]))
    expect(after.get(first)).toEqual({ ...before.get(first), outcome: 'DEFERRED', outcomeReason: 'budget' })
    expect(after.get(second)).toEqual({ ...before.get(second), outcome: 'REJECTED', outcomeReason: 'notDuty' })
    await sample.run('imports.undo', { batchId }, manager)
    expect(await linesOf(sample)).toEqual(before)
  })

  it('decides the demand where all its lines come back with one decision, and an undo takes that back too', async () => {
    const sample = await openDecidingSample()
    const before = await linesOf(sample)
    const demandsOf = async () =>
      (
        (await sample.run('needs.priorities', { cycleId: sample.cycleId }, manager)) as {
          demands: { name: string; decision: string; decisionReason: string | null; lines: number }[]
        }
      ).demands
    const { book, name } = await exported(sample)
    const [headers = [], ...rows] = rowsOf(book, sheet)
    const topic = (row: readonly unknown[]) => row[headers.indexOf('Eğitim Konusu')]
    const [wanted] = [...Map.groupBy(rows, topic)].filter(([one, own]) => one && own.length > 1)
    expect(wanted).toBeDefined()
    rows.forEach((row, at) => {
      if (topic(row) !== wanted?.[0]) return
      put(book, at + 2, 'Karar', 'Ertele')
      put(book, at + 2, 'Karar Gerekçesi', 'Bütçe yetmiyor')
    })
    const input = await sample.upload(bytesOf(book), name)
    const { batchId, changed } = (await sample.run('needs.commitResults', input, manager)) as {
      batchId: string
      changed: number
    }
    expect(changed).toBe(wanted?.[1].length)
    expect((await demandsOf()).filter(({ decision }) => decision === 'DEFER')).toEqual([
      expect.objectContaining({ name: wanted?.[0], decisionReason: 'budget' }),
    ])
    // The lines follow their demand; none says it once more for itself.
    expect(await linesOf(sample)).toEqual(before)
    await sample.run('imports.undo', { batchId }, manager)
    expect((await demandsOf()).filter(({ decision }) => decision !== 'UNDECIDED')).toEqual([])
  })

  it('of another cycle is refused, whatever its file is called', async () => {
    const sample = await openDecidingSample()
    const { book } = await exported(sample)
    utils.sheet_add_aoa(book.Sheets.akademi ?? {}, [['01900000-0000-7000-8000-000000000000']], { origin: 'A3' })
    const input = await sample.upload(bytesOf(book), '2027.xlsx')
    expect(await refusal(sample.run('needs.checkResults', input, manager))).toBe('INVALID_FILE')
    expect(await refusal(sample.run('needs.commitResults', input, manager))).toBe('INVALID_FILE')
  })

  it('names every wrong cell and takes nothing while one is wrong', async () => {
    const sample = await openDecidingSample()
    const before = await linesOf(sample)
    const { book, name } = await exported(sample)
    const unknown = put(book, 2, 'Karar', 'Belki')
    put(book, 3, 'Karar', 'Ertele')
    const unreasoned = put(book, 3, 'Karar Gerekçesi', '')
    put(book, 4, 'Karar', 'Reddet')
    const unfit = put(book, 4, 'Karar Gerekçesi', 'Gelecek yıl')
    const twice = put(book, 6, 'Satır Kimliği', rowsOf(book, sheet)[4]?.[0] ?? '')
    const gone = put(book, 7, 'Satır Kimliği', 'yok')
    put(book, 8, 'Karar', 'Planla')
    put(book, 8, 'Karar Gerekçesi', '')
    const input = await sample.upload(bytesOf(book), name)
    const check = (await sample.run('needs.checkResults', input, manager)) as Check
    expect(check.errors.map(({ cell }) => cell)).toEqual([unknown, unreasoned, unfit, twice, gone])
    expect(await refusal(sample.run('needs.commitResults', input, manager))).toBe('importHasErrors')
    expect(await linesOf(sample)).toEqual(before)
  })

  it('says that one line cannot be undecided while its demand is decided', async () => {
    const sample = await openDecidingSample()
    const { demands } = (await sample.run('needs.priorities', { cycleId: sample.cycleId }, manager)) as {
      demands: { topicId: string | null; freeTextKey: string | null; key: string }[]
    }
    const keys = demands.map(({ topicId, freeTextKey }) => ({ topicId, freeTextKey }))
    await sample.run('needs.decide', { cycleId: sample.cycleId, demands: keys, decision: 'PLAN' }, manager)
    const { book, name } = await exported(sample)
    const cell = put(book, 2, 'Karar', 'Kararsız')
    const input = await sample.upload(bytesOf(book), name)
    const check = (await sample.run('needs.checkResults', input, manager)) as Check
    expect(check.errors.map((error) => error.cell)).toEqual([cell])
    expect(check.changes).toEqual([])
  })
})

describe('the summary', () => {
  it('adds up: decisions, reasons and units each come to all lines', async () => {
    const sample = await openDecidingSample()
    const summary = (await sample.run('needs.resultsSummary', { cycleId: sample.cycleId }, manager)) as ResultsSummary
    const sum = (all: readonly { lines: number }[]) => all.reduce((total, { lines }) => total + lines, 0)
    expect(summary.lines).toBe((await linesOf(sample)).size)
    expect(sum(summary.decisions)).toBe(summary.lines)
    expect(sum(summary.reasons)).toBe(summary.lines)
    expect(sum(summary.byUnit)).toBe(summary.lines)
    expect(sum(summary.topics) + summary.withoutTopic.lines).toBe(summary.lines)
    for (const unit of summary.byUnit) {
      expect(Object.values(unit.decisions).reduce((total, lines) => total + lines, 0)).toBe(unit.lines)
    }
  })

  it('agrees with the list of needs about every decision', async () => {
    const sample = await openDecidingSample()
    const summary = (await sample.run('needs.resultsSummary', { cycleId: sample.cycleId }, manager)) as ResultsSummary
    const outcome = {
      UNDECIDED: 'OPEN',
      PLAN: 'PLANNED',
      DEFER: 'DEFERRED',
      REJECT: 'REJECTED',
      E_TRAINING: 'COVERED_BY_ETRAINING',
    }
    for (const { decision, lines } of summary.decisions) {
      const page = { start: 0, end: 1, filter: { outcome: { kind: 'oneOf', values: [outcome[decision]] } } }
      expect(await sample.run('needs.listNeeds', { cycleId: sample.cycleId, page }, manager)).toMatchObject({
        total: lines,
      })
    }
  })
})
