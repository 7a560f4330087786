import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { NumberMark, NumberMarks } from '../../src-core/kernel/ports.ts'
import { writeWhole } from './durable.ts'
import { follows, readHead } from './head.ts'

/** A mark as it is kept; `restoredAt` once an older state may have taken the database's place since. */
type Kept = NumberMark & { readonly restoredAt?: string }

const marksFile = (folder: string) => join(folder, 'numbers.json')

async function readMarks(folder: string): Promise<readonly Kept[]> {
  const text = await readFile(marksFile(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  return JSON.parse(text) as Kept[]
}

const saveMarks = (folder: string, marks: readonly Kept[]): Promise<void> =>
  writeWhole(marksFile(folder), JSON.stringify(marks, null, 2))

const sameRegister = (a: NumberMark, b: NumberMark): boolean =>
  a.kind === b.kind && a.year === b.year && a.holder === b.holder

/**
 * How far each register was given out, in a file beside the database that no backup holds and no restore replaces. A mark is on the
 * disk before the numbers it stands for are committed, so that it is never behind them.
 */
export const numberMarksIn = (folder: string): NumberMarks => ({
  note: async (mark) => {
    const kept = await readMarks(folder)
    const before = kept.find((one) => sameRegister(one, mark))
    if (before && before.upTo >= mark.upTo) return
    await saveMarks(folder, [...kept.filter((one) => one !== before), { ...before, ...mark }])
  },
  owed: async () => (await readMarks(folder)).filter(({ restoredAt }) => restoredAt !== undefined).map(plain),
  settle: async () => saveMarks(folder, (await readMarks(folder)).map(plain)),
})

const plain = ({ kind, year, holder, since, upTo }: Kept): NumberMark => ({ kind, year, holder, since, upTo })

/**
 * Called before another state takes the database's place. Where the present one can be read and is the one that was last used, it says
 * itself what was given out; otherwise a number that was only about to be given out counts as given.
 */
export async function promoteMarks(folder: string, databaseFile: string, now: Date): Promise<void> {
  const marks = await readMarks(folder)
  if (marks.length === 0) return
  const head = await readHead(folder)
  const truth = readGiven(databaseFile, head)
  const promoted = marks.map((mark): Kept => {
    const given = truth?.(mark)
    const upTo = given === undefined || mark.restoredAt ? Math.max(mark.upTo, given ?? 0) : given
    return { ...mark, upTo, restoredAt: now.toISOString() }
  })
  await saveMarks(folder, promoted)
}

/** What was leased to others is theirs, used or not; and a closed block's rest stands in a register that may have been printed. */
const isOpen = (row: { readonly storeId: string; readonly state: string }, holder: string): boolean =>
  row.storeId === holder && row.state === 'ACTIVE'

/** What a database says was given out of a register; nothing where it cannot be read or is not the one that was last used. */
function readGiven(
  file: string,
  head: Awaited<ReturnType<typeof readHead>>,
): ((mark: NumberMark) => number) | undefined {
  try {
    const database = new SQLite(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    try {
      if (!head || !follows(database, head)) return undefined
      const rows = database
        .prepare(
          'select kind, year, "storeId", state, "nextNo", "toNo" from "certificateBlock" where "deletedAt" is null',
        )
        .all() as { kind: string; year: number; storeId: string; state: string; nextNo: number; toNo: number }[]
      return ({ kind, year, holder }) =>
        rows
          .filter((row) => row.kind === kind && row.year === year && (holder === '' || row.storeId === holder))
          .reduce((most, row) => Math.max(most, isOpen(row, holder) ? row.nextNo - 1 : row.toNo), 0)
    } finally {
      database.close()
    }
  } catch {
    // A database that is damaged or gone is what restoring is for.
    return undefined
  }
}
