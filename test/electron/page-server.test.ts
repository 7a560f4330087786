import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { pageServer } from '../../src-main/shell/page-server.ts'

const root = join(mkdtempSync(join(tmpdir(), 'akademi-page-')), 'renderer')
const serve = pageServer(root)
const get = (url: string, method = 'GET') => serve(new Request(url, { method }))

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<title>Akademi</title>')
  writeFileSync(join(root, 'assets/app.js'), 'export {}')
  writeFileSync(join(root, 'assets/notes.exe'), 'secret')
  writeFileSync(join(root, '../secret.js'), 'secret')
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
    'app://akademi/assets/notes.exe',
    'app://akademi/assets/missing.js',
    'app://elsewhere/assets/app.js',
    'app://akademi:80/assets/app.js',
  ])('%s', async (url) => {
    expect((await get(url)).status).toBe(404)
  })

  test('no address at all leads out of the folder', async () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', 'C:', 'assets', 'app.js', '%00', '~', 'secret.js'),
      fc.string(),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const address = `app://akademi/${pieces.join('/')}`
        fc.pre(URL.canParse(address))
        expect(await (await get(address)).text()).not.toContain('secret')
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
