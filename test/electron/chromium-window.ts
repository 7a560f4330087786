import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MessagePort } from 'node:worker_threads'
import { chromium, type Page } from '@playwright/test'
import packed from '@sparticuz/chromium'
import { securityHeaders } from '../../src-main/browser/headers.ts'
import { createStaticFiles } from '../../src-main/browser/static-files.ts'
import { toHost, toPage } from '../../src-preload/channels.ts'

/** Stands where the preload stands in Electron: the same object on the page, over functions that Playwright puts there. */
const bridge = `{
  const listeners = {}
  const listen = (channel) => (callback) => {
    (listeners[channel] ??= new Set()).add(callback)
    return () => listeners[channel].delete(callback)
  }
  const ports = new Map()
  globalThis.fromHost = (channel, value) => listeners[channel]?.forEach((callback) => callback(value))
  globalThis.fromService = (number, data) => ports.get(number)?.postMessage(Array.isArray(data) ? Uint8Array.from(data) : data)
  globalThis.portClosed = (number) => ports.get(number)?.close()
  globalThis.newPort = (number) => {
    const { port1, port2 } = new MessageChannel()
    ports.set(number, port1)
    port1.onmessage = ({ data }) => toService(number, typeof data === 'string' ? data : [...new Uint8Array(data)])
    postMessage({ type: 'akademi:port', nonce: 'a-nonce' }, location.origin, [port2])
  }
  globalThis.akademiHost = {
    kind: 'electron', version: '1.2.3', platform: 'win32', language: 'tr', portNonce: 'a-nonce',
    onServiceState: (callback) => {
      const stop = listen('${toPage.serviceState}')(callback)
      toMain('${toHost.listening}')
      return stop
    },
    onUpdateReady: listen('${toPage.updateReady}'),
    onOpen: listen('${toPage.open}'),
    retryService: () => toMain('${toHost.retryService}'),
    restartToUpdate: () => toMain('${toHost.restartToUpdate}'),
    setLanguage: (language) => toMain('${toHost.setLanguage}', language),
  }
}`

export type ChromiumWindow = {
  readonly page: Page
  readonly load: () => Promise<void>
  /** What Electron's webContents does. */
  readonly send: (channel: string, value: unknown) => void
  readonly handPort: (port: MessagePort) => void
  readonly close: () => Promise<void>
}

/** The built page in a real Chromium. `toMain` gets what the page tells the main process. */
export async function openChromium(
  pages: string,
  toMain: (channel: string, value: unknown) => void,
): Promise<ChromiumWindow> {
  const files = createStaticFiles(pages)
  const server = createServer(async (request, response) => {
    const file = await files(new URL(request.url ?? '/', 'http://localhost').pathname)
    response.writeHead(file ? 200 : 404, { ...securityHeaders, 'content-type': file?.type ?? 'text/plain' })
    response.end(file?.bytes)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const executablePath = process.env.CHROMIUM_PATH ?? (await packed.executablePath())
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage()

  const ports: MessagePort[] = []
  await page.exposeFunction('toMain', toMain)
  await page.exposeFunction('toService', (number: number, data: string | number[]) =>
    ports[number]?.postMessage(typeof data === 'string' ? data : Uint8Array.from(data)),
  )
  await page.addInitScript(bridge)

  // One after the other, or what belongs together could arrive in another order.
  let told = Promise.resolve<unknown>(undefined)
  const tell = (name: string, ...values: readonly unknown[]) => {
    const call = `globalThis.${name}?.(${values.map((value) => JSON.stringify(value ?? null)).join()})`
    told = told.then(() => page.evaluate(call)).catch(() => {})
  }

  return {
    page,
    load: async () => {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    },
    send: (channel, value) => tell('fromHost', channel, value),
    handPort: (port) => {
      const number = ports.push(port) - 1
      port.on('message', (data: string | Uint8Array) =>
        tell('fromService', number, typeof data === 'string' ? data : [...data]),
      )
      port.on('close', () => tell('portClosed', number))
      tell('newPort', number)
    },
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}
