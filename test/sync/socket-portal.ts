import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RPCHandler } from '@orpc/server/node'
import { onTestFinished } from 'vitest'
import { features } from '../../src-core/features.ts'
import { officerRoles } from '../../src-core/kernel/roles.ts'
import { addDevice, deviceByToken } from '../../src-core/sync/device.ts'
import { deviceCodePath, deviceTokenPath, syncPath } from '../../src-core/sync/protocol.ts'
import { openSyncServer } from '../../src-core/sync/server.ts'
import { createPorts } from '../../src-node/ports.ts'
import { partialFilesIn } from '../../src-node/sync/partial-files.ts'
import type { AnyStore } from '../core/database/academy-over.ts'

export type SocketPortal = {
  readonly address: string
  /** What happens to the next requests, for cutting them. */
  meddle(how: (request: IncomingMessage) => 'pass' | 'cut'): void
  /** Somebody signed in confirms every code that waits. */
  confirmCodes(): Promise<void>
}

/** The portal's end behind a plain server on loopback, with doors as its real host has them. */
export async function openSocketPortal({ store, columns, files }: AnyStore, folder: string, dataKey: Uint8Array) {
  const faults: unknown[] = []
  const router = await openSyncServer({
    store,
    columns,
    features,
    ports: createPorts(files, dataKey),
    officers: { recognise: async (_db, { roles }, { actor }) => ({ ...actor, roles }), knownAt: async () => [] },
    noteOfficers: async () => undefined,
    partial: partialFilesIn(folder),
    clock: () => new Date('2026-12-15T07:00:00.000Z'),
    random: (bytes) => randomBytes(bytes),
    logFault: (_reference, error) => faults.push(error),
  })
  const handler = new RPCHandler(router)
  const waiting = new Map<string, string | undefined>()
  let how: Parameters<SocketPortal['meddle']>[0] = () => 'pass'
  const server = createServer(async (request, response) => {
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (how(request) === 'cut') return request.socket.destroy()
    if (request.url === deviceCodePath) {
      const code = randomBytes(8).toString('hex')
      waiting.set(code, undefined)
      const more = { verification_uri: '/device', expires_in: 600, interval: 0 }
      return json(200, { device_code: code, user_code: code.slice(0, 8), ...more })
    }
    if (request.url === deviceTokenPath) {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece as Buffer)
      const token = waiting.get(JSON.parse(Buffer.concat(pieces).toString()).device_code)
      return token ? json(200, { access_token: token }) : json(400, { error: 'authorization_pending' })
    }
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const device = await store.read((db) => deviceByToken(db, token))
    if (!device) return json(401, { json: { defined: false, code: 'UNAUTHORIZED', status: 401, message: '' } })
    await handler.handle(request, response, { prefix: syncPath, context: { device } })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const confirmCodes = async () => {
    for (const [code, token] of waiting) {
      if (token) continue
      const fresh = randomBytes(16).toString('hex')
      const device = {
        id: code,
        name: code,
        roles: officerRoles,
        token: fresh,
        joinedBy: 'admin',
        now: '2026-12-15T07:00:00.000Z',
      }
      await store.write(({ db }) => addDevice(db, device))
      waiting.set(code, fresh)
    }
  }
  const meddle: SocketPortal['meddle'] = (next) => {
    how = next
  }
  return { address, meddle, confirmCodes, faults }
}
