import { readFile } from 'node:fs/promises'
import { extname, join, relative, resolve, sep } from 'node:path'
import type { CustomScheme } from 'electron'
import { pageHost, pageScheme } from '../../src-preload/channels.ts'
import { securityHeaders } from './content-security.ts'

/** Makes `app://akademi` an origin of its own with the rights of an https page. To be registered before the app is ready. */
export const pageSchemePrivileges: CustomScheme = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Answers the page's requests for `app://akademi/…` from the files below `root`, and from nowhere else. */
export function pageServer(root: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') return answer(405)
    const file = fileFor(root, url)
    const type = file && types[extname(file)]
    if (!type) return answer(404)
    try {
      return answer(200, await readFile(file), type)
    } catch {
      return answer(404)
    }
  }
}

/**
 * The file below `root` that an address names, or undefined. An address without a file name ending is a place inside the
 * window (`app://akademi/needs/2027`), which is always the page itself.
 */
export function fileFor(root: string, address: string): string | undefined {
  const url = URL.parse(address)
  if (!url || url.protocol !== `${pageScheme}:` || url.host !== pageHost) return undefined
  const path = decoded(url.pathname)
  // Backslashes and colons are path syntax on Windows, dots at the start of a name hide files or climb.
  if (path === undefined || /[\\:\0]/.test(path) || /(^|\/)\./.test(path)) return undefined
  const file = resolve(root, `.${path}`)
  if (relative(root, file).startsWith('..') || !`${file}${sep}`.startsWith(`${resolve(root)}${sep}`)) return undefined
  return extname(file) === '' ? join(root, 'index.html') : file
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function answer(status: number, body: Uint8Array<ArrayBuffer> | null = null, type = 'text/plain'): Response {
  return new Response(body, { status, headers: { ...securityHeaders, 'Content-Type': type } })
}
