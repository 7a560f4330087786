import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { fileFor, pageServer } from '../../src-main/shell/page-server.ts'

const root = join(mkdtempSync(join(tmpdir(), 'akademi-page-')), 'renderer')
const serve = pageServer(root)
const get = (url: string, method = 'GET') => serve(new Request(url, { method }))

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<title>Akademi</title>')
  writeFileSync(join(root, 'assets/app.js'), 'export {}')
  writeFileSync(join(root, 'assets/notes.txt'), 'not for the page')
  writeFileSync(join(root, '../secret.js'), 'secret')
  writeFileSync(join(root, '.env.js'), 'hidden')
})

test('the page and its files are served with their types', async () => {
  expect((await get('app://akademi/')).headers.get('content-type')).toBe('text/html; charset=utf-8')
  const script = await get('app://akademi/assets/app.js')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await script.text()).toBe('export {}')
})

test('a place inside the window is the page itself, however deep', async () => {
  expect(await (await get('app://akademi/needs/2027/lines?sort=score')).text()).toBe('<title>Akademi</title>')
})

describe('nothing outside the page is served', () => {
  test.each([
    'app://akademi/../secret.js',
    'app://akademi/%2e%2e/secret.js',
    'app://akademi/assets/%2e%2e%2f%2e%2e%2fsecret.js',
    'app://akademi/..%5csecret.js',
    'app://akademi/assets/..%2f..%2fsecret.js',
    'app://akademi/C:/Windows/win.js',
    'app://akademi/%00/app.js',
    'app://akademi/%E0%A4%A/app.js',
    'app://akademi/.env.js',
    'app://akademi/assets/notes.txt',
    'app://akademi/assets/missing.js',
    'app://elsewhere/assets/app.js',
    'app://akademi:80/assets/app.js',
  ])('%s', async (url) => {
    expect((await get(url)).status).toBe(404)
  })

  test('no address at all leads out of the folder', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', 'C:', 'assets', 'app.js', '%00', '~', 'secret.js'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const file = fileFor(root, `app://akademi/${pieces.join('/')}`)
        expect(file === undefined || resolve(file).startsWith(root + sep)).toBe(true)
      }),
    )
  })
})

test('only reading is answered', async () => {
  expect((await get('app://akademi/', 'POST')).status).toBe(405)
})

test('every answer carries the policy, refusals too', async () => {
  for (const url of ['app://akademi/', 'app://akademi/assets/app.js', 'app://akademi/missing.js']) {
    const { headers } = await get(url)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})
