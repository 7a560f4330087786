import { createHmac, timingSafeEqual } from 'node:crypto'
import { sessionByToken } from '../../src-core/access/index.ts'
import type { Auth } from './auth.ts'
import type { UnitOfWork } from './unit-of-work.ts'

type Means = { readonly auth: Auth; readonly secret: string; readonly unit: UnitOfWork }

/**
 * Finds the session that a request's cookies show; null without one. The cookie is as better-auth signs it: the token, a point, and its
 * HMAC-SHA-256 in base64. Every request is asked, so it is read here and not by way of the library, which takes ten times as long.
 */
export function sessionReader({ auth, secret, unit }: Means): (cookies: string) => Promise<string | null> {
  let name: string | undefined
  return async (cookies) => {
    name ??= (await auth.$context).authCookies.sessionToken.name
    const token = signedValue(cookies, name, secret)
    if (!token) return null
    const [session] = await unit.read((db) => sessionByToken(db, token))
    return session && Date.parse(session.expiresAt) > Date.now() ? session.id : null
  }
}

function signedValue(cookies: string, name: string, secret: string): string | undefined {
  const cookie = cookies
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`))
  const value = cookie && decoded(cookie.slice(name.length + 1))
  const at = value?.lastIndexOf('.') ?? -1
  if (!value || at < 1) return undefined
  const token = value.slice(0, at)
  // As text: reading base64 overlooks letters that are none of it.
  const given = Buffer.from(value.slice(at + 1))
  const own = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'))
  return given.length === own.length && timingSafeEqual(given, own) ? token : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
