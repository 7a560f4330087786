import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { thorough } from '../../thorough.ts'
import { openTrialStore, temporaryFolder } from './trial-store.ts'

/** Bytes of a `-wal`: a header of 32, then frames of a header of 24 and a page. */
const headerBytes = 32
const frameHeaderBytes = 24

/** What is on the disk after a power cut: the database and as much of its `-wal` as had reached it. */
type Remains = {
  readonly database: Buffer
  readonly wal: Buffer
  readonly head: Buffer
  readonly frameBytes: number
  /** Rows that each command added, in order. */
  readonly added: readonly number[]
}

/** A history of real commands, copied as it stood on the disk while the store was open. */
async function cutOff(): Promise<Remains> {
  const folder = await temporaryFolder()
  const academy = await openTrialStore(folder)
  const added = [1, 40, 3, 200, 7, 1, 90, 15]
  let n = 0
  for (const rows of added) await academy.add(...Array.from({ length: rows }, () => `Unvan ${n++}`))
  const read = (name: string) => readFile(join(folder, name))
  const [database, wal, head] = await Promise.all([read('akademi.db'), read('akademi.db-wal'), read('head.json')])
  const pageBytes = wal.readUInt32BE(8)
  return { database, wal, head, added, frameBytes: frameHeaderBytes + pageBytes }
}

async function openAfter({ database, head }: Remains, wal: Buffer) {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'akademi.db'), database)
  await writeFile(join(folder, 'akademi.db-wal'), wal)
  await writeFile(join(folder, 'head.json'), head)
  const academy = await openTrialStore(folder)
  const { findings, entries } = await academy.verify()
  const rows = (await academy.names()).length
  await academy.close()
  const left = new SQLite(join(folder, 'akademi.db'), { readonly: true })
  const integrity = left.pragma('integrity_check', { simple: true })
  left.close()
  return { rows, findings, entries, integrity }
}

/** Asserts that what is left is the state after some whole number of commands, and gives that number. */
async function expectPrefix(remains: Remains, wal: Buffer, place: string): Promise<number> {
  const { rows, findings, entries, integrity } = await openAfter(remains, wal)
  const sums = remains.added.map((_, at) => remains.added.slice(0, at + 1).reduce((sum, added) => sum + added, 0))
  expect({ findings, integrity, rows }, place).toEqual({ findings: [], integrity: 'ok', rows: [0, ...sums][entries] })
  return entries
}

describe('a power cut in the middle of a day', () => {
  test('at the frames of the -wal leaves the state after a whole number of commands', async () => {
    const remains = await cutOff()
    const frames = Math.floor((remains.wal.length - headerBytes) / remains.frameBytes)
    const seen: number[] = []
    // No command writes fewer than two frames.
    for (let frame = 0; frame <= frames; frame += thorough ? 1 : 2) {
      const bytes = headerBytes + frame * remains.frameBytes
      seen.push(await expectPrefix(remains, remains.wal.subarray(0, bytes), `after frame ${frame} of ${frames}`))
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(new Set(seen).size).toBe(remains.added.length + 1)
  })

  test('at any byte, with torn sectors and flipped bits behind it, does the same', async () => {
    const remains = await cutOff()
    const damage = fc.record({
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      sectors: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 3 }),
      bits: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 7 })), {
        maxLength: 3,
      }),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ cut, sectors, bits }) => {
        const wal = Buffer.from(remains.wal.subarray(0, Math.floor(remains.wal.length * cut)))
        for (const at of sectors) {
          const sector = Math.floor((wal.length * at) / 512) * 512
          wal.fill(0, sector, Math.min(sector + 512, wal.length))
        }
        for (const [at, bit] of bits) {
          const byte = Math.floor(wal.length * at)
          if (byte < wal.length) wal[byte] = (wal[byte] ?? 0) ^ (1 << bit)
        }
        await expectPrefix(remains, wal, JSON.stringify({ cut, sectors, bits }))
      }),
      { numRuns: thorough ? 60 : 12, seed: 2026 },
    )
  })

  test('keeps every command that was acknowledged before the last start', async () => {
    const folder = await temporaryFolder()
    const first = await openTrialStore(folder)
    await first.add('yesterday')
    await first.close()
    const second = await openTrialStore(folder)
    await second.add('today')
    const copy = await temporaryFolder()
    for (const name of ['akademi.db', 'head.json']) await copyFile(join(folder, name), join(copy, name))
    expect(await (await openTrialStore(copy)).names()).toEqual(['yesterday'])
  })
})
