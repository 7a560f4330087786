import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
}

export type StaticFile = { readonly bytes: Uint8Array; readonly type: string; readonly cache: string }

/**
 * Files of one folder and nothing outside it. An address without an extension is a screen of the window, which reads its
 * own address, so it gets the page. Names of built assets carry their hash and may be kept for good.
 */
export function createStaticFiles(folder: string): (pathname: string) => Promise<StaticFile | undefined> {
  const root = resolve(folder)
  return async (pathname) => {
    let name: string
    try {
      name = decodeURIComponent(pathname)
    } catch {
      return undefined
    }
    const wanted = extname(name) === '' ? '/index.html' : name
    const path = resolve(join(root, wanted))
    if (!path.startsWith(root + sep) || name.includes('\0')) return undefined
    const type = types[extname(path)]
    const bytes = type && (await readFile(path).catch(() => undefined))
    if (!type || !bytes) return undefined
    return { bytes, type, cache: wanted.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store' }
  }
}
