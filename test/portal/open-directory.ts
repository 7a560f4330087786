import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Claims, type Configuration, Provider } from 'oidc-provider'
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js'
import { openBrowser } from './browser.ts'

export const client = { clientId: 'akademi', clientSecret: 'secret of the directory' } as const

/** How a directory answers: with the claims in the ID token, with them in the user information alone, or under another's key. */
export type Manner = 'idToken' | 'userInfo' | 'forged'

const hour = () => 3600

const newKeys = (): Configuration['jwks'] => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }
}

/**
 * An OpenID provider on loopback, for a portal whose address is known later: `admit` tells it. Who comes is signed in as whom
 * `enter` names, without being asked anything.
 */
export async function openDirectory() {
  const accounts = new Map<string, Claims>()
  let person = 'nobody'
  let manner: Manner = 'idToken'
  const providers = new Map<Manner, Provider>()
  const server = createServer(async (request, response) => {
    // Whoever forges has the directory's name but not its keys, which the portal fetches from the directory.
    const provider = providers.get(request.url === '/jwks' ? 'idToken' : manner)
    if (!provider) return void response.writeHead(503).end()
    if (request.url?.startsWith('/enter/'))
      return await provider.interactionFinished(request, response, { login: { accountId: person } })
    await provider.callback()(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const providerWith = (portal: string, jwks: Configuration['jwks'], conformIdTokenClaims: boolean): Provider =>
    new Provider(issuer, {
      adapter: createMemoryAdapter(15),
      clients: [
        {
          client_id: client.clientId,
          client_secret: client.clientSecret,
          token_endpoint_auth_method: 'client_secret_post',
          redirect_uris: [`${portal}/api/auth/callback/directory`],
        },
      ],
      jwks,
      cookies: { keys: ['of the directory'] },
      claims: { openid: ['sub', 'employee_number'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_asked, { uid }) => `/enter/${uid}` },
      pkce: { required: () => true },
      ttl: { AccessToken: hour, Grant: hour, IdToken: hour, Interaction: hour, Session: hour },
      findAccount: (_asked, id) => {
        const claims = accounts.get(id)
        return claims && { accountId: id, claims: () => claims }
      },
      loadExistingGrant: async ({ oidc: { provider, client: known, session } }) => {
        const grant = new provider.Grant({ clientId: known.clientId, accountId: session.accountId })
        grant.addOIDCScope('openid profile email')
        await grant.save()
        return grant
      },
    })

  return {
    discovery: `${issuer}/.well-known/openid-configuration`,
    /** Knows the portal at this address from now on. */
    admit: (portal: string) => {
      const keys = newKeys()
      providers.set('idToken', providerWith(portal, keys, false))
      providers.set('userInfo', providerWith(portal, keys, true))
      providers.set('forged', providerWith(portal, newKeys(), false))
    },
    /** Follows the portal's redirect through the directory as this person, and gives where the directory sends her back to. */
    enter: async (asked: string, claims: Claims, as: Manner): Promise<URL> => {
      accounts.set(claims.sub, claims)
      person = claims.sub
      manner = as
      const browser = openBrowser('')
      let next = asked
      while (next.startsWith(issuer)) {
        const answer = await browser.get(next)
        const to = answer.headers.get('location')
        if (to === null) throw new Error(`the directory answered ${answer.status}: ${answer.text}`)
        next = new URL(to, issuer).href
      }
      return new URL(next)
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
