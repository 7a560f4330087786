/**
 * Loaded before the built service (`node --import`), it gives plain Node the `process.parentPort` that Electron gives a
 * utility process, over Node's own channel to its parent. Windows cannot be connected through it.
 */
const parentPort = {
  on: (_event: 'message', listener: (message: { data: unknown; ports: readonly never[] }) => void) =>
    process.on('message', (data) => listener({ data, ports: [] })),
  postMessage: (message: object) => process.send?.(message),
}

Object.defineProperty(process, 'parentPort', { value: parentPort })
