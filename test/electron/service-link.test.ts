import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { OperationError } from '../../src-core/kernel/errors.ts'
import { linkService } from '../../src-main/shell/service-link.ts'
import type { FromService, ToService } from '../../src-main/shell/service-messages.ts'

type StandInPort = { readonly name: string; readonly start: () => void }

const dataKey = new Uint8Array(32)

function linked(opens: () => Promise<void>) {
  const said: FromService[] = []
  const did: string[] = []
  const parent = Object.assign(new EventEmitter(), { postMessage: (message: FromService) => void said.push(message) })
  linkService<StandInPort>({
    parent,
    storeFolder: '/store',
    start: async ({ storeFolder }) => {
      did.push(`open ${storeFolder}`)
      await opens()
      return {
        connect: (port) => void did.push(`connect ${port.name}`),
        stop: async () => void did.push('stop'),
      }
    },
    exit: (code) => void did.push(`exit ${code}`),
    report: (fault) => void did.push(String(fault)),
  })
  const tell = (data: ToService, names: readonly string[] = []) =>
    parent.emit('message', {
      data,
      ports: names.map((name) => ({ name, start: () => void did.push(`start ${name}`) })),
    })
  return { said, did, tell }
}

test('the service says that it is ready, and serves every port it is given', async () => {
  const { said, did, tell } = linked(async () => {})
  tell({ type: 'start', dataKey })
  await vi.waitFor(() => expect(said).toEqual([{ type: 'ready' }]))
  tell({ type: 'connect' }, ['first'])
  tell({ type: 'connect' }, ['second'])
  await vi.waitFor(() =>
    expect(did).toEqual(['open /store', 'connect first', 'start first', 'connect second', 'start second']),
  )
})

test('a port that comes while the store is opening is served when it is open', async () => {
  const opening = Promise.withResolvers<void>()
  const { did, tell } = linked(() => opening.promise)
  tell({ type: 'start', dataKey })
  tell({ type: 'connect' }, ['early'])
  expect(did).toEqual(['open /store'])
  opening.resolve()
  await vi.waitFor(() => expect(did).toEqual(['open /store', 'connect early', 'start early']))
})

test('a store that will not open is refused with its problem and folder, and the process ends in peace', async () => {
  const { said, did, tell } = linked(async () => {
    throw new OperationError('STORE_FAILED', { problem: 'newer', folder: '/store/akademi.db' })
  })
  tell({ type: 'start', dataKey })
  tell({ type: 'connect' }, ['early'])
  await vi.waitFor(() => expect(did).toEqual(['open /store', 'exit 0']))
  expect(said).toEqual([{ type: 'refused', problem: 'newer', folder: '/store/akademi.db' }])
})

test('a fault of ours ends the process with its report, so that it is started again', async () => {
  const { said, did, tell } = linked(async () => {
    throw new TypeError('a fault')
  })
  tell({ type: 'start', dataKey })
  await vi.waitFor(() => expect(did).toEqual(['open /store', 'TypeError: a fault', 'exit 1']))
  expect(said).toEqual([])
})

test('told to stop, the service puts its work away before the process ends', async () => {
  const { did, tell } = linked(async () => {})
  tell({ type: 'start', dataKey })
  tell({ type: 'stop' })
  await vi.waitFor(() => expect(did).toEqual(['open /store', 'stop', 'exit 0']))
})

test('told to stop before it was started, the process just ends', async () => {
  const { did, tell } = linked(async () => {})
  tell({ type: 'stop' })
  await vi.waitFor(() => expect(did).toEqual(['exit 0']))
})
