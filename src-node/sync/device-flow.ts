import { z } from 'zod'
import type { DeviceFlow, JoinAnswer } from '../../src-core/sync/engine.ts'
import { deviceCodePath, deviceTokenPath } from '../../src-core/sync/protocol.ts'

const codeSchema = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  expires_in: z.number(),
  interval: z.number().default(5),
})

const grantSchema = z.object({ access_token: z.string(), akademi_key: z.string().optional() })

const errorSchema = z.object({ error: z.string() })

const answers: Readonly<Record<string, JoinAnswer>> = {
  authorization_pending: { state: 'waiting' },
  slow_down: { state: 'slower' },
  access_denied: { state: 'refused' },
  expired_token: { state: 'expired' },
}

/** The OAuth 2.0 device authorization grant (RFC 8628): a code is shown here and confirmed there by somebody signed in. */
export const deviceFlow: DeviceFlow = {
  async begin(address, { deviceName, officer, publicKey, token }) {
    const asking = {
      device_name: deviceName,
      officer_id: officer.id,
      officer_name: officer.name,
      public_key: publicKey,
    }
    const response = await post(address, deviceCodePath, { client_id: clientId, ...asking }, token)
    const code = codeSchema.parse(await response.json())
    return {
      deviceCode: code.device_code,
      userCode: code.user_code,
      verifyAt: new URL(code.verification_uri, address).href,
      intervalSeconds: code.interval,
      expiresSeconds: code.expires_in,
    }
  },

  async poll(address, { deviceCode }) {
    const grant = 'urn:ietf:params:oauth:grant-type:device_code'
    const response = await post(address, deviceTokenPath, {
      grant_type: grant,
      device_code: deviceCode,
      client_id: clientId,
    })
    const body: unknown = await response.json()
    if (response.ok) {
      const { access_token: token, akademi_key: key } = grantSchema.parse(body)
      return { state: 'granted', token, key }
    }
    return answers[errorSchema.parse(body).error] ?? { state: 'refused' }
  },
}

const clientId = 'akademi-desktop'

const post = (
  address: string,
  path: string,
  body: Readonly<Record<string, string>>,
  token?: string,
): Promise<Response> =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(20_000),
  })
