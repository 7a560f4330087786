import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { uuidV7 } from '../../src-core/kernel/ids.ts'
import { deviceByToken } from '../../src-core/sync/device.ts'
import { askToJoin, joinMinutes, pollJoin, shownCode, userCodeFrom } from '../../src-core/sync/join.ts'
import { deviceCodePath, devicePage, deviceTokenPath } from '../../src-core/sync/protocol.ts'
import { opensForDesktop, sealForDesktop } from '../../src-node/crypto/hand-over.ts'
import type { Host } from './host.ts'
import { bearerOf } from './sync-routes.ts'

const client = z.literal('akademi-desktop')

const codeSchema = z.object({
  client_id: client,
  device_name: z.string().trim().max(80),
  officer_id: z.string().min(1).max(200),
  officer_name: z.string().trim().max(300),
  public_key: z
    .string()
    .max(100)
    .refine((text) => text === '' || opensForDesktop(text)),
})

const tokenSchema = z.object({
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:device_code'),
  client_id: client,
  device_code: z.string().max(100),
})

/** What RFC 8628 (3.5) calls the states of a code. */
const errors = {
  waiting: 'authorization_pending',
  slower: 'slow_down',
  refused: 'access_denied',
  expired: 'expired_token',
} as const

const refuse = (reply: FastifyReply, error: string, status = 400) =>
  reply.code(status).header('cache-control', 'no-store').send({ error })

type Joining = {
  /** Handed to desktops that join. */
  readonly dataKey: Uint8Array
  /** Seconds between two questions of a desktop that waits. */
  readonly every: number
}

/**
 * How a desktop is let in (RFC 8628): it asks for a code, somebody signed in confirms it on the portal's page, and the desktop fetches
 * its token. One more officer of a joined desktop asks the same way, with the desktop's token.
 */
export function serveJoining(app: FastifyInstance, host: Host, { dataKey, every }: Joining): void {
  const newId = () => uuidV7(host.clock().getTime(), randomBytes(10))
  const newToken = () => randomBytes(32).toString('base64url')

  app.post(deviceCodePath, async (request, reply) => {
    const parsed = codeSchema.safeParse(request.body)
    if (!parsed.success) return refuse(reply, 'invalid_request')
    if (await host.throttle.refusedUntil('joinByAddress', request.ip)) return refuse(reply, 'slow_down', 429)
    const { device_name: deviceName, officer_id: officerId, officer_name: officerName, public_key } = parsed.data
    const deviceCode = newToken()
    const codes = { id: newId(), deviceCode, userCode: userCodeFrom(randomBytes), now: host.clock().toISOString() }
    const token = bearerOf(request)
    const asked = await host.store.write(async ({ db }) => {
      const device = token === undefined ? undefined : await deviceByToken(db, token)
      if (token !== undefined && !device) return false
      const named = { deviceName: device?.name ?? deviceName, deviceId: device?.id ?? null }
      await askToJoin(db, { ...named, officerId, officerName, publicKey: public_key }, codes)
      return true
    })
    if (!asked) return refuse(reply, 'invalid_client', 401)
    return reply.header('cache-control', 'no-store').send({
      device_code: deviceCode,
      user_code: shownCode(codes.userCode),
      verification_uri: `${host.address}${devicePage}`,
      expires_in: joinMinutes * 60,
      interval: every,
    })
  })

  app.post(deviceTokenPath, async (request, reply) => {
    const parsed = tokenSchema.safeParse(request.body)
    if (!parsed.success) return refuse(reply, 'invalid_request')
    const fresh = { now: host.clock().toISOString(), token: newToken(), newDeviceId: newId(), every }
    const polled = await host.store.write(({ db }) => pollJoin(db, parsed.data.device_code, fresh))
    if (polled.state !== 'granted') return refuse(reply, errors[polled.state])
    const key = polled.publicKey !== '' && keeps(host.address) ? sealForDesktop(polled.publicKey, dataKey) : undefined
    return reply
      .header('cache-control', 'no-store')
      .send({ access_token: polled.token ?? '', token_type: 'Bearer', ...(key && { akademi_key: key }) })
  })
}

/** Whether what is said on the way to the portal's address stays between both: TLS, or this very machine. */
function keeps(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}
