import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { type AkademiHost, isPortMessage } from '../../src-preload/bridge.ts'
import type { Transport } from './connection.ts'

/** Milliseconds until the next try: a quarter of a second at first, doubling to five seconds. */
export const retryDelay = (attempt: number): number => Math.min(5000, 250 * 2 ** attempt)

/** The browser host: a WebSocket at `/rpc` of the page's own origin. */
export const overWebSocket =
  (address: string): Transport =>
  ({ opened, lost }) => {
    let attempt = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      clearTimeout(timer)
      timer = undefined
      const socket = new WebSocket(address)
      socket.addEventListener('open', () => {
        attempt = 0
        opened(new SocketLink({ websocket: socket }))
      })
      socket.addEventListener('close', () => {
        lost()
        timer = setTimeout(open, retryDelay(attempt++))
      })
    }
    open()
    return { retry: () => timer !== undefined && open() }
  }

/** The desktop: the preload hands over a new port whenever the service is ready. */
export const overPort =
  (host: AkademiHost): Transport =>
  ({ opened, lost, refused }) => {
    window.addEventListener('message', (event) => {
      const port = event.ports[0]
      const ours =
        event.source === window && event.origin === location.origin && isPortMessage(event.data, host.portNonce)
      if (!ours || !port) return
      port.start()
      port.addEventListener('close', () => lost())
      opened(new PortLink({ port }))
    })
    host.onServiceState((state) => {
      if (state.status === 'starting' || state.status === 'restarting') lost()
      else if (state.status === 'refused') refused({ problem: state.problem, folder: state.folder })
      else if (state.status === 'stopped') refused({ problem: 'stopped', crashes: state.crashes })
    })
    return { retry: host.retryService }
  }
