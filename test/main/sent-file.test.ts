import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { RPCHandler } from '@orpc/server/message-port'
import { expect, onTestFinished, test } from 'vitest'
import type { Contract } from '../../src-core/contract.ts'
import { received } from '../../src-core/kernel/sent-file.ts'
import { createRpcRouter } from '../../src-main/service/rpc.ts'
import { officer } from '../core/academy.ts'
import { openCollectingOffice } from '../core/needs/collecting-office.ts'

test('a workbook that takes long arrives in the window byte for byte, after its progress', async () => {
  const office = await openCollectingOffice()
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  const handler = new RPCHandler(createRpcRouter(office.academy.dispatcher))
  handler.upgrade(port1, { context: { connection: officer('TO') } })
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port2 }))
  port1.start()
  port2.start()
  const stream = await client.needs.exportBoard({ cycleId: office.cycleId, language: 'tr' })
  let step = await stream.next()
  let told = 0
  for (; !step.done; step = await stream.next()) told++
  const file = received(step.value)
  expect(told).toBeGreaterThan(0)
  expect(file.name).toBe('yanit-durumu-2027-2026-12-15.xlsx')
  const direct: File = await office.run('needs.exportBoard', { cycleId: office.cycleId, language: 'tr' })
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array(await direct.arrayBuffer()))
})
