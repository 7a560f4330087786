import { createHash, randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, expect, test } from 'vitest'
import type { Contract } from '../../src-core/contract.ts'
import { startService } from '../../src-main/service/service.ts'
import { linkService } from '../../src-main/shell/service-link.ts'
import type { FromService, ToService } from '../../src-main/shell/service-messages.ts'

/** A port as Electron gives it to a utility process: it speaks `on`, wraps what comes, and is silent until it is started. */
class PortMain extends EventEmitter {
  readonly #port: MessagePort

  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('close', () => this.emit('close'))
  }

  start(): void {
    this.#port.on('message', (data) => this.emit('message', { data, ports: [] }))
  }

  postMessage(data: unknown, transfer: readonly PortMain[] = []): void {
    if (transfer.length > 0) throw new TypeError('only ports can be transferred')
    this.#port.postMessage(data)
  }

  close(): void {
    this.#port.close()
  }
}

/** The service process and the line to it, as the main process has them. */
function runService(folder: string) {
  const parent = new EventEmitter()
  const { promise: said, resolve } = Promise.withResolvers<FromService>()
  const { promise: ended, resolve: end } = Promise.withResolvers<number>()
  linkService<PortMain>({
    parent: Object.assign(parent, { postMessage: resolve }),
    storeFolder: folder,
    start: startService,
    exit: end,
    report: (fault) => void process.stderr.write(`${String(fault)}\n`),
  })
  const tell = (data: ToService, ports: readonly PortMain[] = []) => parent.emit('message', { data, ports })
  return { tell, said, ended }
}

const folder = mkdtempSync(join(tmpdir(), 'akademi-port-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a window speaks with the real service over its port, files too, and so does the window after it', async () => {
  const { tell, said, ended } = runService(folder)
  tell({ type: 'start', dataKey: new Uint8Array(32) })
  expect(await said).toEqual({ type: 'ready' })

  const connect = () => {
    const { port1, port2 } = new MessageChannel()
    tell({ type: 'connect' }, [new PortMain(port1)])
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port2 }))
    return { client, close: () => port2.close() }
  }
  const first = connect()
  expect(await first.client.access.state()).toMatchObject({ needsSetUp: true })
  const wrong = { userName: 'nobody', password: 'a wrong password' }
  await expect(first.client.access.signIn(wrong)).rejects.toMatchObject({ code: 'RULE_BROKEN' })

  await first.client.access.setUp({
    institution: 'Örnek Büyükşehir Belediyesi',
    displayName: 'Işık Öğretmen',
    userName: 'isik',
    password: 'uzun bir parola cümlesi',
    language: 'tr',
    alsoOfficer: true,
  })
  const bytes = randomBytes(300_000)
  const sent = await first.client.imports.upload({ file: new File([bytes], 'Fen İşleri.xlsx') })
  expect(sent).toMatchObject({ fileName: 'Fen İşleri.xlsx', bytes: bytes.length })
  expect(sent.fileHash).toBe(createHash('sha256').update(bytes).digest('hex'))
  first.close()
  const second = connect()
  expect(await second.client.access.state()).toMatchObject({ needsSetUp: false })
  second.close()

  tell({ type: 'stop' })
  expect(await ended).toBe(0)
})
