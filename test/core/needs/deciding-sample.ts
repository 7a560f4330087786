import { read, utils, type WorkBook, write } from 'xlsx'
import type { CycleView } from '../../../src-core/needs/cycle.contract.ts'
import { openPreparedAcademy, type TestAcademy } from '../academy.ts'

export const manager = { as: ['TM'] } as const

export type DecidingSample = TestAcademy & {
  readonly cycleId: string
  cycle(): Promise<CycleView>
  /** Closes the window and freezes the cycle. */
  freeze(): Promise<void>
  /** Uploads a file and gives what operations that read it take. */
  upload(bytes: Uint8Array, fileName: string): Promise<{ cycleId: string; fileHash: string; fileName: string }>
}

const listedIn = async (academy: TestAcademy): Promise<CycleView> => {
  const { cycles } = (await academy.run('needs.listCycles')) as { cycles: CycleView[] }
  const cycle = cycles.find(({ year }) => year === 2027)
  if (!cycle) throw new Error('The sample has no cycle of 2027')
  return cycle
}

/** Makes the small sample: 300 staff and 600 needs in the open cycle of 2027. */
export async function fillSample(academy: TestAcademy): Promise<void> {
  await academy.run('sample.create', { today: '2026-12-15', staff: 300, needLines: 600 })
}

/** Closes the window of the cycle of 2027 and freezes it. */
export async function freezeSample(academy: TestAcademy): Promise<void> {
  academy.setNow('2027-02-10T07:00:00.000Z')
  await academy.run('needs.advanceCycles')
  const { id, rowVersion } = await listedIn(academy)
  await academy.run('needs.freezeCycle', { id, rowVersion })
}

/** A small sample academy of its own, or one that `prepare` made from it. */
export async function openDecidingSample(
  prepare: (academy: TestAcademy) => Promise<void> = fillSample,
): Promise<DecidingSample> {
  const academy = await openPreparedAcademy(prepare)
  const { id: cycleId } = await listedIn(academy)
  return {
    ...academy,
    cycleId,
    cycle: () => listedIn(academy),
    freeze: () => freezeSample(academy),
    upload: async (bytes, fileName) => {
      const file = new File([new Uint8Array(bytes)], fileName)
      const { fileHash } = (await academy.run('imports.upload', { file })) as { fileHash: string }
      return { cycleId, fileHash, fileName }
    },
  }
}

export const bookOf = async (file: File): Promise<WorkBook> => read(await file.arrayBuffer())

export const bytesOf = (book: WorkBook): Uint8Array => new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))

/** A sheet as rows of texts, the header first. */
export const rowsOf = (book: WorkBook, sheet: string): string[][] =>
  utils.sheet_to_json(book.Sheets[sheet] ?? {}, { header: 1, defval: '', raw: false })

/** Rows of a table in id order without what the bookkeeping changes. */
export async function factsOf(academy: DecidingSample, table: 'needLine' | 'topicAlias'): Promise<unknown[]> {
  const rows = await academy.academy.opened.store.read((db) => db.selectFrom(table).selectAll().orderBy('id').execute())
  return rows.map(({ rowVersion: _version, updatedAt: _at, updatedBy: _by, ...facts }) => facts)
}
