import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isOperationError } from '../src-core/kernel/errors.ts'
import { startBrowserHost } from '../src-main/browser/browser-host.ts'
import { refusalText } from '../src-main/service/refusal-text.ts'
import { startService } from '../src-main/service/service.ts'
import { standardStoreFolder } from '../src-main/service/store-folder.ts'
import { buildIfStale } from './build-if-stale.ts'
import { electronRuntime } from './electron-runtime.ts'
import { openInBrowser } from './open-in-browser.ts'

const usage = `npm start [-- options]
  --sample            opens the sample academy in a store of its own
  --store <folder>    keeps the academy in this folder
  --browser           opens the browser host even where Electron is installed
  --port <number>     browser host: takes this port (otherwise a free one)
  --no-open           browser host: prints the address and opens nothing`

const root = join(import.meta.dirname, '..')

const options = {
  sample: { type: 'boolean', default: false },
  store: { type: 'string' },
  browser: { type: 'boolean', default: false },
  port: { type: 'string', default: '0' },
  'no-open': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

async function main(): Promise<number | undefined> {
  const { values } = parseArgs({ options })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const folder = values.store ?? standardStoreFolder(values.sample)
  await buildIfStale(root)
  const electron = values.browser
    ? { available: false as const, reason: '--browser was given' }
    : await electronRuntime()
  if (values.sample) await prepareSample(folder)
  if (electron.available) {
    console.log(`Akademi opens in its own window (Electron at ${electron.path}). Store: ${folder}`)
    const child = spawn(electron.path, [root, '--store', folder], { stdio: 'inherit' })
    return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
  }
  console.log(`Akademi opens in the browser, because ${electron.reason}.`)
  await serveBrowser(folder, Number(values.port), !values['no-open'])
  return undefined
}

async function prepareSample(folder: string): Promise<void> {
  const { createSampleStore } = await import('../src-main/service/sample.ts')
  const fresh = !existsSync(join(folder, 'akademi.db'))
  if (fresh) console.log('Making the sample academy (25,000 staff, 60,000 need lines) …')
  await createSampleStore(folder)
}

async function serveBrowser(folder: string, port: number, open: boolean): Promise<void> {
  const service = await startService({ storeFolder: folder })
  const host = await startBrowserHost({ service, pagesFolder: join(root, 'out', 'renderer'), port })
  console.log(`Store: ${folder}`)
  console.log(`Open this address (it works once): ${host.address}`)
  console.log('Ctrl+C ends it.')
  if (open) openInBrowser(host.address)
  const end = async () => {
    await host.stop()
    await service.stop()
    process.exit(0)
  }
  process.once('SIGINT', () => void end())
  process.once('SIGTERM', () => void end())
}

try {
  const code = await main()
  if (code !== undefined) process.exit(code)
} catch (error) {
  if (isOperationError(error)) console.error(refusalText(error))
  else if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))
    console.error(`${(error as Error).message}\n\n${usage}`)
  else console.error(error)
  process.exit(1)
}
