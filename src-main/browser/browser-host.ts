import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Service } from '../service/service.ts'
import { securityHeaders } from './headers.ts'
import { pages } from './pages.ts'
import { createStaticFiles } from './static-files.ts'

export type BrowserHost = {
  /** The address to open, with the one-time token. */
  readonly address: string
  readonly port: number
  stop(): Promise<void>
}

export type BrowserHostOptions = {
  readonly service: Pick<Service, 'connectSocket'>
  /** The built window. */
  readonly pagesFolder: string
  /** 0 takes a free port. */
  readonly port?: number
}

/** Largest message a window may send: a workbook of this size and its envelope. */
const largestMessage = 160 * 1024 * 1024

/**
 * The officer's window in a browser on the same machine. Only loopback is listened on; the printed address carries a
 * token that works once and becomes a cookie, so no other program or page can speak to the service: every request must
 * carry the cookie, name this host (DNS rebinding) and, for the socket, come from this origin.
 */
export async function startBrowserHost({ service, pagesFolder, port = 0 }: BrowserHostOptions): Promise<BrowserHost> {
  const token = randomBytes(24).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  let launched = false
  const files = createStaticFiles(pagesFolder)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage })
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: actualPort } = server.address() as AddressInfo
  const cookieName = `akademi-${actualPort}`
  const hosts = new Set([`127.0.0.1:${actualPort}`, `localhost:${actualPort}`])
  const origins = new Set([...hosts].map((host) => `http://${host}`))

  const hasCookie = (request: IncomingMessage): boolean => {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/)
    const value = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? ''
    return same(value, secret)
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    if (!hosts.has(request.headers.host ?? '')) return plain(response, 421, 'Wrong host')
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'Not allowed')
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    if (url.pathname === '/start') return launch(url, request, response)
    if (!hasCookie(request)) return html(response, 403, pages.needsToken)
    const file = await files(url.pathname)
    if (!file) return html(response, 404, pages.notFound)
    response
      .writeHead(200, { 'content-type': file.type, 'cache-control': file.cache })
      .end(request.method === 'HEAD' ? undefined : file.bytes)
  }

  function launch(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const known = hasCookie(request)
    if (!known && !same(url.searchParams.get('token') ?? '', token)) html(response, 403, pages.needsToken)
    else if (!known && launched) html(response, 403, pages.tokenUsed)
    else admit(response)
  }

  function admit(response: ServerResponse): void {
    launched = true
    const cookie = `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`
    response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' })
    response.end()
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const allowed =
      new URL(request.url ?? '/', 'http://localhost').pathname === '/rpc' &&
      hosts.has(request.headers.host ?? '') &&
      origins.has(request.headers.origin ?? '') &&
      hasCookie(request)
    if (!allowed) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => void service.connectSocket(webSocket))
  })

  return {
    address: `http://127.0.0.1:${actualPort}/start?token=${token}`,
    port: actualPort,
    stop: async () => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(text)
}

function html(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(text)
}
