import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { beforeEach, expect, test, vi } from 'vitest'
import { superviseService } from '../../src-main/shell/service-supervisor.ts'
import type { ServiceState } from '../../src-preload/bridge.ts'
import { StandInService } from './electron-stand-in.ts'

const key = new Uint8Array(32).fill(7)

function supervised(dataKey = async (): Promise<{ key: Uint8Array } | { problem: 'keyUnavailable' }> => ({ key })) {
  const services: StandInService[] = []
  const states: ServiceState[] = []
  const ports: MessagePort[] = []
  const waiting: { readonly ms: number; readonly callback: () => void; off: boolean }[] = []
  let now = 0
  const supervisor = superviseService<MessagePort>({
    storeFolder: '/store',
    fork: () => {
      const service = new StandInService('service.js', [])
      services.push(service)
      return service
    },
    dataKey,
    newChannel: () => new MessageChannel(),
    onState: (state) => states.push(state),
    onPort: (port) => ports.push(port),
    log: () => {},
    now: () => now,
    after: (ms, callback) => {
      const entry = { ms, callback, off: false }
      waiting.push(entry)
      return () => {
        entry.off = true
      }
    },
  })
  return {
    supervisor,
    services,
    states,
    ports,
    waiting,
    /** The service that runs now. */
    running: async (count: number) => {
      await vi.waitFor(() => expect(services).toHaveLength(count))
      const service = services[count - 1]
      if (!service) throw new Error('no service')
      return service
    },
    pass: (ms: number) => {
      now += ms
    },
    /** Lets the last wait that was not called off end. */
    waitOver: () => {
      const entry = waiting.findLast(({ off }) => !off)
      if (!entry) throw new Error('nothing waits')
      entry.off = true
      now += entry.ms
      entry.callback()
      return entry.ms
    },
  }
}

let shell: ReturnType<typeof supervised>
beforeEach(() => {
  shell = supervised()
})

test('the key reaches the service in its first message, not in its arguments', async () => {
  shell.supervisor.start()
  const service = await shell.running(1)
  expect(service.told[0]).toEqual({ type: 'start', dataKey: key })
})

test('a window that asks before the service is ready gets its port when it is', async () => {
  shell.supervisor.start()
  const service = await shell.running(1)
  shell.supervisor.connect()
  expect(shell.ports).toHaveLength(0)
  service.say({ type: 'ready' })
  expect(shell.states.at(-1)).toEqual({ status: 'ready' })
  expect(shell.ports).toHaveLength(1)
  const received = new Promise((resolve) => service.ports[0]?.once('message', resolve))
  shell.ports[0]?.postMessage('hello from the window')
  expect(await received).toBe('hello from the window')
  shell.ports[0]?.close()
})

test('a crash is told, the service starts again, and the window gets a new port', async () => {
  shell.supervisor.start()
  const first = await shell.running(1)
  shell.supervisor.connect()
  first.say({ type: 'ready' })
  first.end(1)
  expect(shell.states.at(-1)).toEqual({ status: 'restarting', waitMs: 250 })
  shell.waitOver()
  const second = await shell.running(2)
  second.say({ type: 'ready' })
  expect(shell.states.at(-1)).toEqual({ status: 'ready' })
  expect(shell.ports).toHaveLength(2)
  expect(second.ports).toHaveLength(1)
})

test('each crash within a minute waits longer, and the fifth asks the officer instead of looping', async () => {
  shell.supervisor.start()
  const waits: number[] = []
  for (let crash = 1; crash <= 5; crash++) {
    const service = await shell.running(crash)
    // Becoming ready in between does not make a service that keeps crashing look healthy.
    service.say({ type: 'ready' })
    service.end(139)
    if (crash < 5) waits.push(shell.waitOver())
  }
  expect(waits).toEqual([250, 1_000, 3_000, 8_000])
  expect(shell.states.at(-1)).toEqual({ status: 'stopped', crashes: 5 })
  expect(shell.waiting.every(({ off }) => off)).toBe(true)
})

test('crashes that lie further apart than a minute never add up', async () => {
  shell.supervisor.start()
  for (let crash = 1; crash <= 8; crash++) {
    const service = await shell.running(crash)
    service.say({ type: 'ready' })
    shell.pass(61_000)
    service.end(1)
    expect(shell.states.at(-1)).toEqual({ status: 'restarting', waitMs: 250 })
    shell.waitOver()
  }
})

test('the officer can start a stopped service again', async () => {
  shell.supervisor.start()
  for (let crash = 1; crash <= 5; crash++) {
    const service = await shell.running(crash)
    service.end(1)
    if (crash < 5) shell.waitOver()
  }
  shell.supervisor.retry()
  const service = await shell.running(6)
  service.say({ type: 'ready' })
  expect(shell.states.at(-1)).toEqual({ status: 'ready' })
})

test('a refused store is told with its reason and is no crash', async () => {
  shell.supervisor.start()
  const service = await shell.running(1)
  service.say({ type: 'refused', problem: 'newer', folder: '/store' })
  service.end(0)
  expect(shell.states.at(-1)).toEqual({ status: 'refused', problem: 'newer', folder: '/store' })
  expect(shell.waiting).toHaveLength(0)
})

test('after a refusal the officer can try again', async () => {
  shell.supervisor.start()
  const first = await shell.running(1)
  first.say({ type: 'refused', problem: 'inUse', folder: '/store' })
  shell.supervisor.retry()
  const second = await shell.running(2)
  first.end(0)
  second.say({ type: 'ready' })
  expect(shell.states.at(-1)).toEqual({ status: 'ready' })
})

test('trying again while the service runs changes nothing', async () => {
  shell.supervisor.start()
  const service = await shell.running(1)
  service.say({ type: 'ready' })
  shell.supervisor.retry()
  expect(shell.services).toHaveLength(1)
  expect(shell.states.at(-1)).toEqual({ status: 'ready' })
})

test('without a key the store stays closed, no service starts, and asking again asks for the key again', async () => {
  let available = false
  shell = supervised(async () => (available ? { key } : { problem: 'keyUnavailable' }))
  shell.supervisor.start()
  await vi.waitFor(() =>
    expect(shell.states.at(-1)).toEqual({ status: 'refused', problem: 'keyUnavailable', folder: '/store' }),
  )
  expect(shell.services).toHaveLength(0)
  available = true
  shell.supervisor.retry()
  expect((await shell.running(1)).told).toHaveLength(1)
})

test('a key that cannot even be looked for counts as a crash, not as silence', async () => {
  shell = supervised(async () => {
    throw new Error('EACCES')
  })
  shell.supervisor.start()
  await vi.waitFor(() => expect(shell.states.at(-1)).toEqual({ status: 'restarting', waitMs: 250 }))
})

test('stopping waits for the service to put its work away, and does not start it again', async () => {
  shell.supervisor.start()
  const service = await shell.running(1)
  service.say({ type: 'ready' })
  let stopped = false
  const stopping = shell.supervisor.stop().then(() => {
    stopped = true
  })
  await Promise.resolve()
  expect(service.told.at(-1)).toEqual({ type: 'stop' })
  expect(stopped).toBe(false)
  service.end(0)
  await stopping
  expect(shell.services).toHaveLength(1)
  expect(shell.waiting.every(({ off }) => off)).toBe(true)
})

test('a service that does not end when told is ended by force', async () => {
  shell.supervisor.start()
  const service = await shell.running(1)
  const stopping = shell.supervisor.stop()
  shell.waitOver()
  expect(service.killed).toBe(true)
  service.end(1)
  await stopping
})

test('stopping between two starts starts nothing more', async () => {
  shell.supervisor.start()
  const service = await shell.running(1)
  service.end(1)
  await shell.supervisor.stop()
  expect(shell.waiting.every(({ off }) => off)).toBe(true)
  expect(shell.services).toHaveLength(1)
})
