import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

type Code = {
  readonly challenge: string
  readonly nonce: string | null
  readonly redirect: string
  readonly claims: Claims
}

export const client = { clientId: 'akademi', clientSecret: 'secret of the directory' } as const

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * An OpenID provider on loopback (OpenID Connect Core 1.0, code flow; RFC 7636): description, keys, authorization, tokens. Whoever
 * comes is signed in as `enterAs` says. It refuses what a directory refuses: another client, another address, a wrong verifier,
 * a code used twice.
 */
export async function openDirectory() {
  const key = newKey()
  const forged = newKey()
  const codes = new Map<string, Code>()
  let person: Claims = { sub: 'nobody' }
  let genuine = true
  let issuer = ''

  function authorize(asked: URLSearchParams, answer: ServerResponse): void {
    const redirect = asked.get('redirect_uri') ?? ''
    const wellAsked =
      asked.get('client_id') === client.clientId &&
      asked.get('response_type') === 'code' &&
      (asked.get('scope') ?? '').split(' ').includes('openid') &&
      asked.get('code_challenge_method') === 'S256' &&
      redirect.endsWith('/api/auth/callback/directory')
    if (!wellAsked) return void answer.writeHead(400).end()
    const code = randomBytes(16).toString('hex')
    const challenge = asked.get('code_challenge') ?? ''
    codes.set(code, { challenge, nonce: asked.get('nonce'), redirect, claims: person })
    const back = new URL(redirect)
    back.searchParams.set('code', code)
    back.searchParams.set('state', asked.get('state') ?? '')
    answer.writeHead(302, { location: back.href }).end()
  }

  function idToken({ claims, nonce }: Code): string {
    const now = Math.floor(Date.now() / 1000)
    const payload = { iss: issuer, aud: client.clientId, iat: now, exp: now + 300, ...(nonce && { nonce }), ...claims }
    const signed = `${base64({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64(payload)}`
    const { privateKey } = genuine ? key : forged
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
  }

  async function token(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const asked = new URLSearchParams(Buffer.concat(parts).toString('utf8'))
    const code = codes.get(asked.get('code') ?? '')
    codes.delete(asked.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url')
    const secret = asked.get('client_secret')
    if (secret !== client.clientSecret || code?.challenge !== verifier || code.redirect !== asked.get('redirect_uri'))
      return void answer.writeHead(400).end(JSON.stringify({ error: 'invalid_grant' }))
    const tokens = { access_token: randomBytes(8).toString('hex'), token_type: 'Bearer', expires_in: 60 }
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify({ ...tokens, id_token: idToken(code) }))
  }

  const server = createServer((request, answer) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    const json = (value: object) => answer.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (pathname === '/.well-known/openid-configuration')
      return void json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (pathname === '/keys')
      return void json({ keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] })
    if (pathname === '/authorize') return authorize(searchParams, answer)
    if (pathname === '/token') return void token(request, answer)
    answer.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    discovery: `${issuer}/.well-known/openid-configuration`,
    /** Who signs in there next; `forge` signs her token with a key that is not the directory's. */
    enterAs: (claims: Claims, forge = false) => {
      person = claims
      genuine = !forge
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
