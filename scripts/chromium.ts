import { existsSync } from 'node:fs'
import { join } from 'node:path'

const installed: readonly string[] =
  process.platform === 'win32'
    ? [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((base) =>
        base
          ? [join(base, 'Google/Chrome/Application/chrome.exe'), join(base, 'Microsoft/Edge/Application/msedge.exe')]
          : [],
      )
    : process.platform === 'darwin'
      ? [
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
          '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
          '/Applications/Chromium.app/Contents/MacOS/Chromium',
        ]
      : [
          '/usr/bin/chromium',
          '/usr/bin/chromium-browser',
          '/usr/bin/google-chrome',
          '/usr/bin/google-chrome-stable',
          '/usr/bin/microsoft-edge',
        ]

/** What starts a Chromium of this machine: the path and the arguments it needs. */
export type Chromium = { readonly executablePath: string; readonly args: readonly string[] }

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/**
 * The Chromium for tests and pictures: the one `CHROMIUM_PATH` names, else an installed Chrome, Edge or Chromium, else the
 * one that an npm package carries, so that a machine with nothing but npm has one too.
 */
export async function findChromium(): Promise<Chromium> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`)
  const path = named ?? installed.find((candidate) => existsSync(candidate))
  if (path) return { executablePath: path, args: [...sandbox, ...quiet] }
  const { default: carried } = await import('@sparticuz/chromium')
  // Its own arguments are for functions in a cloud: one process, and web security off, which tests must not do without.
  return { executablePath: await carried.executablePath(), args: [...sandbox, ...quiet] }
}
