import { fork } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import builder from '../electron-builder.config.ts'
import { extractArchive } from './asar-archive.ts'
import type { Target } from './dist-checks.ts'
import type { Tunnelled } from './parent-port-stand-in.ts'

const root = join(import.meta.dirname, '..')

type Rehearsal = {
  /** The build to pack. */
  readonly out: string
  /** An empty folder for everything this makes. */
  readonly folder: string
  readonly target: Target
}

/**
 * Packs the build exactly as `npm run dist` does, around a stand-in of Electron's runtime: so it works where the runtime
 * cannot be had, and everything but the runtime and the installer is the real thing. Gives the packed program's folder.
 */
export async function rehearsePack({ out, folder, target }: Rehearsal): Promise<{ folder: string; program: string }> {
  const runtime = standInRuntime(join(folder, 'runtime'))
  const windows = target.system === 'win32'
  const platform = windows ? Platform.WINDOWS : Platform.LINUX
  await build({
    projectDir: root,
    publish: 'never',
    targets: platform.createTarget('dir', target.arch === 'x64' ? Arch.x64 : Arch.arm64),
    config: {
      ...builder,
      directories: { ...builder.directories, output: join(folder, 'dist') },
      electronDist: runtime,
      // The stand-in is no Windows program, so nothing can be written into it but fuses.
      disableAsarIntegrity: windows,
      win: { ...builder.win, files: filesWith(out, builder.win.files), signAndEditExecutable: false },
      linux: { ...builder.linux, files: filesWith(out, builder.linux.files) },
    },
  })
  const packed = join(folder, 'dist', windows ? 'win-unpacked' : 'linux-unpacked')
  return { folder: packed, program: join(packed, windows ? 'Akademi.exe' : 'akademi') }
}

/** The same files with the build taken from another folder. */
function filesWith(out: string, files: readonly string[]) {
  const isBuild = (pattern: string) => /^!?out\//.test(pattern)
  const below = (pattern: string) => pattern.replace(/^(!?)out\//, '$1')
  return [
    { from: resolve(out), to: 'out', filter: files.filter(isBuild).map(below) },
    ...files.filter((pattern) => !isBuild(pattern)),
  ]
}

/** Only what electron-builder looks for: a program for each system, a version and some languages. */
function standInRuntime(folder: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  for (const name of ['electron', 'electron.exe']) standInProgram(folder, '111111111', name)
  for (const language of ['tr', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  writeFileSync(join(folder, 'version'), '0.0.0')
  writeFileSync(join(folder, 'LICENSE'), '')
  return folder
}

/** A program that holds a fuse wire and nothing else; `wire` has a `1` for each fuse that is on and a `0` for each that is off. */
export function standInProgram(folder: string, wire: string, name = 'electron'): string {
  const program = join(folder, name)
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  const version = 1
  writeFileSync(program, Buffer.concat([sentinel, Buffer.from([version, wire.length]), Buffer.from(wire)]))
  chmodSync(program, 0o755)
  return program
}

/**
 * Opens a new store with the packed service, in plain Node, from the packed files alone: whatever the package lacks, this
 * does not find. Gives what the service says first, or what it printed when it failed.
 */
export async function openPackedService(packed: string, folder: string): Promise<unknown> {
  const program = join(folder, 'program')
  extractArchive(join(packed, 'resources/app.asar'), program)
  const service = fork(join(program, 'out/main/service.js'), ['--store', join(folder, 'store')], {
    execArgv: ['--import', join(import.meta.dirname, 'parent-port-stand-in.ts')],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let printed = ''
  service.stderr?.on('data', (text) => {
    printed += text
  })
  const ended = new Promise<number | null>((done) => service.once('close', done))
  const said = new Promise<unknown>((done) =>
    service.once('message', ({ message }: { message: unknown }) => done(message)),
  )
  service.send({ message: { type: 'start', dataKey: new Uint8Array(32) }, ports: [] } satisfies Tunnelled)
  const first = await Promise.race([said, ended.then(() => printed)])
  if (service.connected) service.send({ message: { type: 'stop' }, ports: [] } satisfies Tunnelled)
  const code = await ended
  return code === 0 ? first : printed
}
