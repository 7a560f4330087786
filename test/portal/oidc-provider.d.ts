/** What the tests use of `oidc-provider`, which ships no types. */
declare module 'oidc-provider' {
  import type { JsonWebKey } from 'node:crypto'
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }
  type Key = JsonWebKey & { readonly kid: string; readonly alg: string; readonly use: 'sig' }
  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }
  type Asked = {
    readonly oidc: {
      readonly provider: Provider
      readonly client: { readonly clientId: string }
      readonly session: { readonly accountId: string }
    }
  }

  type Configuration = {
    readonly adapter: unknown
    readonly clients: readonly Readonly<Record<string, unknown>>[]
    readonly jwks: { readonly keys: readonly Key[] }
    readonly cookies: { readonly keys: readonly string[] }
    readonly claims: Readonly<Record<string, readonly string[]>>
    /** False: claims of the scopes stand in the ID token; true: only the user information has them. */
    readonly conformIdTokenClaims: boolean
    readonly features: { readonly devInteractions: { readonly enabled: boolean } }
    readonly interactions: { readonly url: (asked: Asked, interaction: { readonly uid: string }) => string }
    readonly pkce: { readonly required: () => boolean }
    readonly ttl: Readonly<Record<string, () => number>>
    readonly findAccount: (
      asked: Asked,
      id: string,
    ) => { readonly accountId: string; readonly claims: () => Claims } | undefined
    readonly loadExistingGrant: (asked: Asked) => Promise<Grant>
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    readonly Grant: new (of: {
      clientId: string
      accountId: string
    }) => Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { readonly login: { readonly accountId: string } },
    ): Promise<void>
  }
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  /** A store of a provider's own, gone with it. */
  export function createMemoryAdapter(clockTolerance: number): unknown
}
