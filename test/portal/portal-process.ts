import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const script = join(import.meta.dirname, '..', '..', 'scripts', 'portal.ts')

export type PortalProcess = { readonly address: string; readonly child: ChildProcess; ended(): Promise<void> }

type Options = { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv }

const begin = ({ args, env }: Options): ChildProcess =>
  spawn(process.execPath, [script, ...args], {
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** What a command of the portal's script printed. */
export async function runPortal(options: Options): Promise<string> {
  const child = begin(options)
  let said = ''
  child.stdout?.on('data', (part: Buffer) => {
    said += part.toString('utf8')
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`The portal's script ended with ${code}: ${said}`)
  return said
}

/** A portal in a process of its own, once it answers. */
export async function startPortalProcess(options: Options): Promise<PortalProcess> {
  const child = begin(options)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString('utf8')
      const [found] = /http:\/\/127\.0\.0\.1:\d+(?=\. Ctrl)/.exec(said) ?? []
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`The portal ended before it answered: ${said}`)))
  })
  return { address, child, ended: () => gone }
}
