import { readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { thorough } from '../../thorough.ts'
import { day, fingerprint, openTrialStore, problemOf, temporaryFolder } from './trial-store.ts'

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A closed store with a real history: rows made in runs, changed, removed. */
async function closedStore(): Promise<string> {
  const folder = await temporaryFolder()
  const academy = await openTrialStore(folder)
  const ids = await academy.add(...Array.from({ length: 150 }, (_, at) => `Unvan ${at}`))
  await academy.run('trial.renameAll', { suffix: ' (yeni)' })
  await academy.run('trial.remove', { ids: ids.slice(0, 20) })
  await academy.close()
  return folder
}

type Noticed = 'refused' | 'verified' | 'nowhere'

/** Whether, and by what, the damage is noticed: at opening, or by the verification. */
async function notice(folder: string): Promise<Noticed> {
  let academy: Awaited<ReturnType<typeof openTrialStore>> | undefined
  try {
    academy = await openTrialStore(folder)
    const { findings } = await academy.verify()
    await academy.names()
    return findings.length > 0 ? 'verified' : 'nowhere'
  } catch (error) {
    expect((error as { code?: string }).code, String(error)).toMatch(/STORE_FAILED|UNEXPECTED/)
    return 'refused'
  } finally {
    await academy?.close().catch(() => undefined)
  }
}

describe('a flipped bit in a closed store', () => {
  test('is noticed wherever it changes anything that was recorded', async () => {
    const folder = await closedStore()
    const path = join(folder, 'akademi.db')
    const whole = await readFile(path)
    const head = await readFile(join(folder, 'head.json'))
    const expected = contentOf(path)
    const random = sequence(11)
    const count: Record<Noticed, number> = { refused: 0, verified: 0, nowhere: 0 }
    const missed: string[] = []
    for (let n = 0; n < (thorough ? 150 : 40); n++) {
      // One of them where a file says what it is; the others wherever chance takes them.
      const at = n === 0 ? 3 : Math.floor(random() * whole.length)
      const bit = Math.floor(random() * 8)
      const spoilt = Buffer.from(whole)
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << bit)
      await writeFile(path, spoilt)
      await writeFile(join(folder, 'head.json'), head)
      const noticed = await notice(folder)
      count[noticed]++
      if (noticed !== 'nowhere') continue
      await writeFile(path, spoilt)
      if (contentOf(path) !== expected) missed.push(`byte ${at}, bit ${bit}`)
    }
    expect(missed).toEqual([])
    expect(count.verified).toBeGreaterThan(0)
    expect(count.refused).toBeGreaterThan(0)
  })
})

/** Everything recorded, as text; what a bit outside of it holds (free space, unused bytes of a page) nobody reads. */
function contentOf(path: string): string {
  const database = new SQLite(path, { readonly: true })
  try {
    return ['title', 'setting', 'commandLog', 'commandChange']
      .map((table) => JSON.stringify(database.prepare(`select * from "${table}" order by 1`).all()))
      .join('\n')
  } finally {
    database.close()
  }
}

describe('a store that was closed in order', () => {
  /** Damages a table as a failing disk would: nothing tells that anybody wrote. */
  async function loseBitsSilently(folder: string): Promise<void> {
    const path = join(folder, 'akademi.db')
    const bytes = await readFile(path)
    const root = rootPageOf(path, 'title')
    bytes.fill(0xff, root, root + 12)
    await writeFile(path, bytes)
    await utimes(path, 1_800_000_000, 1_800_000_000)
    const note = JSON.parse(await readFile(join(folder, 'rest.json'), 'utf8'))
    const { mtimeNs } = await stat(path, { bigint: true })
    await writeFile(join(folder, 'rest.json'), JSON.stringify({ ...note, changed: String(mtimeNs) }))
  }

  test('is read whole again a day later, whoever touched it', async () => {
    const folder = await closedStore()
    await loseBitsSilently(folder)
    expect(await problemOf(openTrialStore(folder, day(1)))).toBe('damaged')
  })

  test('is read whole when the clock went back', async () => {
    const folder = await closedStore()
    await loseBitsSilently(folder)
    expect(await problemOf(openTrialStore(folder, day(-1)))).toBe('damaged')
  })

  test('is read whole when its note is gone or is no note', async () => {
    for (const note of ['', 'null', '{"soundAt":"tomorrow"}']) {
      const folder = await closedStore()
      await loseBitsSilently(folder)
      await writeFile(join(folder, 'rest.json'), note)
      expect(await problemOf(openTrialStore(folder))).toBe('damaged')
    }
  })

  test('opens on the same day without being read whole', async () => {
    const folder = await closedStore()
    await loseBitsSilently(folder)
    // Nobody looked at the damage before it was met.
    expect(await problemOf(openTrialStore(folder))).toBe('not refused')
  })
})

/** Where in the file a table begins. */
function rootPageOf(path: string, table: string): number {
  // A connection that may only read would leave side files behind, which say that somebody was here.
  const database = new SQLite(path)
  const { rootpage } = database.prepare('select rootpage from sqlite_schema where name = ?').get(table) as {
    rootpage: number
  }
  const size = database.pragma('page_size', { simple: true }) as number
  database.close()
  return (rootpage - 1) * size
}

describe('a file that is no store of ours', () => {
  const spoil: Readonly<Record<string, (whole: Buffer) => Buffer>> = {
    'random bytes': (whole) => Buffer.from(whole.map((_, at) => (at * 131 + 7) % 251)),
    'a truncated file': (whole) => whole.subarray(0, Math.floor(whole.length / 2)),
    'a file cut in the middle of a page': (whole) => whole.subarray(0, whole.length - 1000),
    'an empty file': () => Buffer.alloc(0),
    'a file with a wrong beginning': (whole) => Buffer.concat([Buffer.from('SQLite format 4\0'), whole.subarray(16)]),
    'a file of zeros': (whole) => Buffer.alloc(whole.length),
    'a text file': () => Buffer.from('Sicil No;Ad\n00123;Ayşe\n'),
  }

  for (const [name, change] of Object.entries(spoil)) {
    test(`(${name}) is refused as damaged and left byte for byte as it was`, async () => {
      const folder = await closedStore()
      const path = join(folder, 'akademi.db')
      await writeFile(path, change(await readFile(path)))
      const before = await fingerprint(folder, /in-use/)
      expect(await problemOf(openTrialStore(folder))).toBe('damaged')
      expect(await fingerprint(folder, /in-use/)).toEqual(before)
    })
  }

  test('(another program’s database) is refused and left as it was', async () => {
    const folder = await temporaryFolder()
    new SQLite(join(folder, 'akademi.db')).exec('create table notes (text)').close()
    const before = await fingerprint(folder, /in-use/)
    expect(await problemOf(openTrialStore(folder))).toBe('damaged')
    expect(await fingerprint(folder, /in-use/)).toEqual(before)
  })

  test('(no file at all where there was one) is refused instead of being replaced by an empty academy', async () => {
    const folder = await closedStore()
    const { rm } = await import('node:fs/promises')
    await rm(join(folder, 'akademi.db'))
    expect(await problemOf(openTrialStore(folder))).toBe('missing')
  })
})
