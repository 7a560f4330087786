import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { type AkademiHost, isPortMessage, type ServiceState } from '../../src-preload/bridge.ts'
import { installBridge } from '../../src-preload/install.ts'

function loadPage(origin = 'app://akademi', facts: unknown = { version: '1.2.3', language: 'tr' }) {
  const exposed: Record<string, AkademiHost> = {}
  const sent: unknown[][] = []
  const posted: { readonly message: unknown; readonly origin: string; readonly transfer: readonly object[] }[] = []
  const ipc = new EventEmitter()
  installBridge({
    ipcRenderer: {
      send: (...message) => void sent.push(message),
      sendSync: (channel) => {
        sent.push([channel])
        return facts
      },
      on: (channel, listener) => ipc.on(channel, listener),
    },
    contextBridge: {
      exposeInMainWorld: (name, api) => {
        exposed[name] = api
      },
    },
    window: {
      location: { origin },
      postMessage: (message, targetOrigin, transfer) => void posted.push({ message, origin: targetOrigin, transfer }),
    },
    platform: 'win32',
    nonce: 'a-nonce',
  })
  const tell = (channel: string, value: unknown, ports: readonly object[] = []) => ipc.emit(channel, { ports }, value)
  return { exposed, host: exposed.akademiHost as AkademiHost, sent, posted, tell }
}

test('the page sees one object with these names and nothing else', () => {
  const { exposed, host } = loadPage()
  expect(Object.keys(exposed)).toEqual(['akademiHost'])
  expect(Object.keys(host).toSorted()).toEqual([
    'kind',
    'language',
    'onOpen',
    'onServiceState',
    'onUpdateReady',
    'platform',
    'portNonce',
    'restartToUpdate',
    'retryService',
    'setLanguage',
    'version',
  ])
  expect(host).toMatchObject({ kind: 'electron', version: '1.2.3', language: 'tr', platform: 'win32' })
})

test.each(['https://akademi', 'file://', 'null', 'app://elsewhere'])('a page from %s gets nothing', (origin) => {
  const { exposed, sent } = loadPage(origin)
  expect(exposed).toEqual({})
  expect(sent).toEqual([])
})

test('a page that the main process does not know gets nothing', () => {
  expect(loadPage('app://akademi', null).exposed).toEqual({})
})

test('the port goes to our own origin only, with the nonce that the page can check', () => {
  const { host, posted, tell } = loadPage()
  const port = {}
  tell('akademi:port', null, [port])
  expect(posted).toEqual([
    { message: { type: 'akademi:port', nonce: 'a-nonce' }, origin: 'app://akademi', transfer: [port] },
  ])
  expect(isPortMessage(posted[0]?.message, host.portNonce)).toBe(true)
})

test.each([
  null,
  'akademi:port',
  {},
  { type: 'akademi:port' },
  { type: 'akademi:port', nonce: 'guessed' },
  { nonce: 'a-nonce' },
])('a message that only looks like a port is not taken for one: %j', (data) => {
  expect(isPortMessage(data, 'a-nonce')).toBe(false)
})

test('the port is asked for once, when the page is listening', () => {
  const { host, sent } = loadPage()
  expect(sent).toEqual([['akademi:facts']])
  host.onServiceState(() => {})
  host.onServiceState(() => {})
  expect(sent).toEqual([['akademi:facts'], ['akademi:listening']])
})

test('the state of the service comes at once and at every change, until the page has heard enough', () => {
  const { host, tell } = loadPage()
  const early: ServiceState[] = []
  const late: ServiceState[] = []
  const stop = host.onServiceState((state) => early.push(state))
  tell('akademi:service-state', { status: 'ready' })
  host.onServiceState((state) => late.push(state))
  tell('akademi:service-state', { status: 'restarting', waitMs: 250 })
  stop()
  tell('akademi:service-state', { status: 'ready' })
  expect(early.map(({ status }) => status)).toEqual(['ready', 'restarting'])
  expect(late.map(({ status }) => status)).toEqual(['ready', 'restarting', 'ready'])
})

test('an update that was ready before the page asked is still told', () => {
  const { host, tell } = loadPage()
  const versions: string[] = []
  tell('akademi:update-ready', '2.0.0')
  host.onUpdateReady((version) => versions.push(version))
  expect(versions).toEqual(['2.0.0'])
})

test('a choice in the menu reaches those who listen, and nobody later', () => {
  const { host, tell } = loadPage()
  const places: string[] = []
  tell('akademi:open', 'settings')
  host.onOpen((place) => places.push(place))
  tell('akademi:open', 'guide')
  expect(places).toEqual(['guide'])
})

test('what the page asks for goes to the main process', () => {
  const { host, sent } = loadPage()
  host.retryService()
  host.restartToUpdate()
  host.setLanguage('en')
  expect(sent.slice(1)).toEqual([
    ['akademi:retry-service'],
    ['akademi:restart-to-update'],
    ['akademi:set-language', 'en'],
  ])
})
