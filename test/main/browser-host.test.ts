import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { startBrowserHost } from '../../src-main/browser/browser-host.ts'

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }

async function openHost() {
  const pagesFolder = await mkdtemp(join(tmpdir(), 'akademi-pages-'))
  await writeFile(join(pagesFolder, 'index.html'), '<title>Akademi</title>')
  let sockets = 0
  const service = {
    connectSocket: async () => {
      sockets++
    },
  }
  const host = await startBrowserHost({ service, pagesFolder })
  onTestFinished(async () => {
    await host.stop()
    await rm(pagesFolder, { recursive: true, force: true })
  })
  return { host, sockets: () => sockets }
}

const get = (
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          body += text
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      },
    )
    call.on('error', reject)
    call.end()
  })

const upgrade = (port: number, headers: Readonly<Record<string, string>>): Promise<'open' | number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers })
    socket.on('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.on('unexpected-response', (_, response) => {
      response.destroy()
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', () => {})
  })

/** Goes through the start address and gives the cookie it sets. */
async function launch(address: string): Promise<string> {
  const url = new URL(address)
  const answer = await get(Number(url.port), url.pathname + url.search)
  expect(answer.status).toBe(303)
  return String((answer.headers['set-cookie'] as string[])[0]).split(';')[0] ?? ''
}

describe('the browser host', () => {
  it('opens for its own token and sets a cookie that no script can read', async () => {
    const { host } = await openHost()
    const url = new URL(host.address)
    const answer = await get(host.port, url.pathname + url.search)
    expect(answer.status).toBe(303)
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict; Path=\//)
    const page = await get(host.port, '/', { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' })
    expect(page.body).toContain('Akademi')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('refuses a wrong token and says what to do', async () => {
    const { host } = await openHost()
    const answer = await get(host.port, '/start?token=wrong')
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('yeniden başlatıp yazdığı adresi açın')
  })

  it('refuses a second browser even with the right token', async () => {
    const { host } = await openHost()
    await launch(host.address)
    const url = new URL(host.address)
    const second = await get(host.port, url.pathname + url.search)
    expect(second.status).toBe(403)
    expect(second.body).toContain('Bu adres kullanıldı')
  })

  it('refuses everything without the cookie', async () => {
    const { host } = await openHost()
    expect((await get(host.port, '/')).status).toBe(403)
    expect((await get(host.port, '/assets/x.js')).status).toBe(403)
  })

  it('refuses a foreign Host header, as a rebound name would send', async () => {
    const { host } = await openHost()
    const cookie = await launch(host.address)
    expect((await get(host.port, '/', { cookie, host: 'evil.example' })).status).toBe(421)
    expect((await get(host.port, '/', { cookie, host: `localhost:${host.port}` })).status).toBe(200)
  })

  it('refuses a socket from a foreign Origin, without an Origin, or without the cookie', async () => {
    const { host, sockets } = await openHost()
    const cookie = await launch(host.address)
    const own = `http://127.0.0.1:${host.port}`
    expect(await upgrade(host.port, { cookie, origin: 'https://evil.example' })).toBe(403)
    expect(await upgrade(host.port, { cookie })).toBe(403)
    expect(await upgrade(host.port, { origin: own })).toBe(403)
    expect(sockets()).toBe(0)
    expect(await upgrade(host.port, { cookie, origin: own })).toBe('open')
    expect(sockets()).toBe(1)
  })

  it('serves nothing outside its folder and takes no other method', async () => {
    const { host } = await openHost()
    const cookie = await launch(host.address)
    expect((await get(host.port, '/..%2f..%2fetc%2fpasswd.html', { cookie })).status).toBe(404)
    expect((await get(host.port, '/%00.html', { cookie })).status).toBe(404)
    expect((await get(host.port, '/', { cookie }, 'POST')).status).toBe(405)
  })
})
