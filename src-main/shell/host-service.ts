import { join } from 'node:path'
import type { ServiceState } from '../../src-preload/bridge.ts'
import { dataKey } from './data-key.ts'
import type { ElectronParts, HostProcess } from './electron-parts.ts'
import { openLog } from './log.ts'
import type { HostPaths } from './paths.ts'
import { type ServiceSupervisor, superviseService } from './service-supervisor.ts'

type HostServiceParts<Port> = {
  readonly electron: Pick<ElectronParts<Port, unknown>, 'utilityProcess' | 'MessageChannelMain' | 'safeStorage'>
  readonly host: Pick<HostProcess, 'mainFolder' | 'platform'>
  readonly paths: HostPaths
  readonly onState: (state: ServiceState) => void
  readonly onPort: (port: Port) => void
  readonly log: (line: string) => void
}

/** The service of one store as a utility process of Electron. What it prints goes to `service.log`. */
export function hostService<Port>({ electron, host, paths, ...told }: HostServiceParts<Port>): ServiceSupervisor {
  const printed = openLog(paths.logs, 'service')
  return superviseService<Port>({
    ...told,
    storeFolder: paths.store,
    fork: () => {
      const child = electron.utilityProcess.fork(join(host.mainFolder, 'service.js'), ['--store', paths.store], {
        serviceName: 'Akademi',
        stdio: 'pipe',
      })
      child.stdout?.on('data', (text) => printed(text.toString()))
      child.stderr?.on('data', (text) => printed(text.toString()))
      return child
    },
    dataKey: () => dataKey(electron.safeStorage, paths.dataKey, host.platform),
    newChannel: () => new electron.MessageChannelMain(),
    now: Date.now,
    after,
  })
}

/** Calls back after some milliseconds; gives a function that calls it off. */
export function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}
