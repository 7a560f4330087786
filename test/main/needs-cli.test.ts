import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { read } from 'xlsx'
import { runCommandLine } from '../../src-main/cli/command-line.ts'
import { createSampleStore } from '../../src-main/service/sample.ts'
import { runProgram } from '../node/store/kill-harness.ts'

const survey = join(import.meta.dirname, '../fixtures/workbooks/sib-training-needs-survey-2026.xlsx')

let folder: string

/** A call of the command line within this process, as its own process would end. */
const akademi = async (...args: readonly string[]) => {
  const lines: string[] = []
  const words: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => words.push(String(text)) > 0)
  try {
    const code = await runCommandLine([...args, '--store', folder])
    return { code, said: words.join(''), json: lines.length > 0 ? JSON.parse(lines.join('')) : undefined }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akademi-cli-'))
  await createSampleStore(folder, { today: new Date().toISOString().slice(0, 10), staff: 200, needLines: 500 })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('a dry run tells what a survey holds and writes nothing', async () => {
  const { code, json } = await akademi('import', 'needs', survey, '--layout', 'wide', '--dry-run')
  expect(code).toBe(0)
  expect(json).toMatchObject({ people: 260, topics: 33, answers: 6602, freeTexts: 62, errors: [] })
  expect(Object.values<number>(json.levels).reduce((sum, count) => sum + count, 0)).toBe(6602)
  expect((await akademi('call', 'imports.list', '{}')).json).toEqual([])
})

test('a survey without people is refused with the reason until a unit is named, and then imported', async () => {
  const refused = await akademi('import', 'needs', survey, '--layout', 'wide')
  expect(refused.code).toBe(1)
  expect(refused.json.refused.rule).toBe('importNeedsUnit')
  expect(refused.said).toContain('--mapping')
  const done = await akademi('import', 'needs', survey, '--layout', 'wide', '--mapping', '{"unit":"BID"}')
  expect(done.code).toBe(0)
  expect(done.json).toMatchObject({ lines: 95, created: 95, merged: 0 })
  const again = await akademi('import', 'needs', survey, '--layout', 'wide', '--mapping', '{"unit":"BID"}')
  expect(again.json).toMatchObject({ lines: 95, created: 0, merged: 95 })
})

test('the results leave for a workbook, out of a process of its own', async () => {
  const file = join(folder, 'sonuclar.xlsx')
  const args = ['export', 'needs-results', file, '--store', folder]
  const { code, lines } = await runProgram('src-main/cli/akademi.ts', args)
  expect(code).toBe(0)
  expect(JSON.parse(lines.join('\n')).lines).toBeGreaterThan(95)
  expect(read(await readFile(file)).SheetNames).toContain('Sonuçlar')
})

test('wrong use ends with 2 and says what is right', async () => {
  for (const args of [
    ['import', 'needs'],
    ['import', 'plans', survey],
    ['import', 'needs', survey, '--layout', 'deep'],
    ['fly'],
  ]) {
    const { code, said, json } = await akademi(...args)
    expect({ code, json }).toEqual({ code: 2, json: undefined })
    expect(said).toContain('akademi')
  }
  const { code, lines } = await runProgram('src-main/cli/akademi.ts', ['fly', '--store', folder])
  expect({ code, lines }).toEqual({ code: 2, lines: [] })
})
