import type { CustomScheme } from 'electron'
import { pageScheme } from '../../src-preload/channels.ts'
import { securityHeaders } from '../browser/headers.ts'
import { createStaticFiles } from '../browser/static-files.ts'
import { isOwnAddress } from './own-page.ts'

/** Makes `app://akademi` an origin of its own with the rights of an https page. To be registered before the app is ready. */
export const pageSchemePrivileges: CustomScheme = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** Answers the page's requests for `app://akademi/…` from the built window in `folder`, as the browser host does. */
export function pageServer(folder: string): (request: Request) => Promise<Response> {
  const files = createStaticFiles(folder)
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') return answer(405)
    if (!isOwnAddress(url)) return answer(404)
    const file = await files(new URL(url).pathname)
    if (!file) return answer(404)
    return answer(200, Uint8Array.from(file.bytes), { 'content-type': file.type, 'cache-control': file.cache })
  }
}

function answer(status: number, body: Uint8Array<ArrayBuffer> | null = null, headers = {}): Response {
  return new Response(body, { status, headers: { ...securityHeaders, ...headers } })
}
