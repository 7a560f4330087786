import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
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
  const { serve, prepareSample } = await builtHost()
  const notPrepared = values.sample ? await prepareSample(folder, console.log) : undefined
  if (notPrepared !== undefined) return refuse(notPrepared)
  if (electron.available) {
    console.log(`Akademi opens in its own window (Electron at ${electron.path}). Store: ${folder}`)
    const child = spawn(electron.path, [root, '--store', folder], { stdio: 'inherit' })
    return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
  }
  console.log(`Akademi opens in the browser, because ${electron.reason}.`)
  const served = await serve({ folder, pagesFolder: join(root, 'out', 'renderer'), port: Number(values.port) })
  if ('refused' in served) return refuse(served.refused)
  announce({ folder, address: served.address, open: !values['no-open'] })
  return undefined
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

/** The browser host as it was built with the window: a few files are found quicker than the hundreds they are made of. */
const builtHost = async (): Promise<typeof import('../src-main/browser/serve.ts')> =>
  import(pathToFileURL(join(root, 'out', 'main', 'browser.js')).href)

function announce({ folder, address, open }: { folder: string; address: string; open: boolean }): void {
  console.log(`Store: ${folder}`)
  console.log(`Open this address (it works once): ${address}`)
  console.log('Ctrl+C ends it.')
  if (open) openInBrowser(address)
}

try {
  const code = await main()
  if (code !== undefined) process.exit(code)
} catch (error) {
  if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))
    console.error(`${(error as Error).message}\n\n${usage}`)
  else console.error(error)
  process.exit(1)
}
