import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { dataKey } from '../../src-main/shell/data-key.ts'
import { createVault } from './electron-stand-in.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'akademi-key-'))
  file = join(folder, 'officer', 'data.key')
})

test('the key is 32 bytes, the same at every start, and never stands in the file as it is', async () => {
  const first = await dataKey(createVault(), file, 'win32')
  const second = await dataKey(createVault(), file, 'win32')
  if (!('key' in first) || !('key' in second)) throw new Error('no key')
  expect(first.key).toHaveLength(32)
  expect(Buffer.from(second.key)).toEqual(Buffer.from(first.key))
  const kept = readFileSync(file)
  expect(kept.includes(Buffer.from(first.key))).toBe(false)
  expect(kept.toString()).not.toContain(Buffer.from(first.key).toString('base64'))
})

test('only the officer may read the file, and no draft of it stays behind', async () => {
  await dataKey(createVault(), file, 'linux')
  expect(readdirSync(join(folder, 'officer'))).toEqual(['data.key'])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('without a vault there is no key and no file', async () => {
  expect(await dataKey(createVault({ available: false }), file, 'win32')).toEqual({ problem: 'keyUnavailable' })
  expect(readdirSync(folder)).toEqual([])
})

test('a Linux vault that only pretends to encrypt counts as none', async () => {
  const pretending = { ...createVault(), getSelectedStorageBackend: () => 'basic_text' as const }
  expect(await dataKey(pretending, file, 'linux')).toEqual({ problem: 'keyUnavailable' })
})

test('a key file of another computer is reported and left untouched', async () => {
  await dataKey(createVault(), file, 'win32')
  writeFileSync(file, 'sealed elsewhere')
  expect(await dataKey(createVault(), file, 'win32')).toEqual({ problem: 'keyUnreadable' })
  expect(readFileSync(file, 'utf8')).toBe('sealed elsewhere')
})

test('a cut key file is reported, not replaced', async () => {
  const vault = createVault()
  await dataKey(vault, file, 'win32')
  const cut = readFileSync(file).subarray(0, 20)
  writeFileSync(file, cut)
  expect(await dataKey(vault, file, 'win32')).toEqual({ problem: 'keyUnreadable' })
  expect(readFileSync(file)).toEqual(cut)
})

test('two first starts at once agree on one key', async () => {
  const found = await Promise.all(Array.from({ length: 8 }, () => dataKey(createVault(), file, 'win32')))
  const keys = new Set(found.map((each) => ('key' in each ? Buffer.from(each.key).toString('hex') : each.problem)))
  expect(keys.size).toBe(1)
})

test('a vault that has changed its own key is given the key again to seal', async () => {
  const first = await dataKey(createVault(), file, 'win32')
  const vault = createVault({ rotated: true })
  let sealed = 0
  const counting = {
    ...vault,
    encryptStringAsync: (text: string) => {
      sealed++
      return vault.encryptStringAsync(text)
    },
  }
  const second = await dataKey(counting, file, 'win32')
  expect(sealed).toBe(1)
  expect(second).toEqual(first)
  expect(await dataKey(createVault(), file, 'win32')).toEqual(first)
})
