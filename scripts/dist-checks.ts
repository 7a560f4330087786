import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fuses from '@electron/fuses'
import builder from '../electron-builder.config.ts'
import { listArchive } from './asar-archive.ts'

/** A system that Akademi is packed for. */
export type Target = { readonly system: 'win32' | 'linux'; readonly arch: 'x64' | 'arm64' }

const built = [
  'main/index.js',
  'main/service.js',
  'main/worker.js',
  'main/read-worker.js',
  'preload/index.cjs',
  'renderer/index.html',
] as const

/** Says what is wrong with a build in `out`; nothing when it is as the hosts expect it. */
export function checkBuild(out: string): string[] {
  const missing = built.filter((name) => !existsSync(join(out, name)))
  if (missing.length > 0) return missing.map((name) => `the build lacks ${name}`)
  return [...checkPage(join(out, 'renderer')), ...checkPreload(out), ...checkMainProcess(join(out, 'main'))]
}

function checkPage(folder: string): string[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const texts = [html, ...filesBelow(folder, '.css').map((file) => readFileSync(file, 'utf8'))]
  const referenced = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '')
  return [
    ...(/<script(?![^>]*\ssrc=)/.test(html) ? ['the page has a script of its own text, which its policy refuses'] : []),
    ...(texts.some((text) => /(?:src|href)="https?:|url\(["']?https?:|@import\s+["']https?:/.test(text))
      ? ['the page loads something from the network']
      : []),
    ...referenced
      .filter((address) => !address.startsWith('data:'))
      .filter((address) => !address.startsWith('/') || !existsSync(join(folder, address)))
      .map((address) => `the page refers to ${address}, which is not in the build`),
    ...(filesBelow(folder, '.woff2').length === 0 ? ['the page has no font of its own'] : []),
  ]
}

function checkPreload(out: string): string[] {
  const text = readFileSync(join(out, 'preload/index.cjs'), 'utf8')
  const required = [...text.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name)
  return required
    .filter((name) => name !== 'electron')
    .map((name) => `the preload requires ${name}, which a sandboxed page cannot`)
}

/** The main process draws windows and parses nothing: whatever opens stores or foreign files belongs to the service. */
function checkMainProcess(folder: string): string[] {
  const seen = new Set<string>()
  const foreign = new Set<string>()
  const follow = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    const text = readFileSync(join(folder, name), 'utf8')
    for (const [, from = ''] of text.matchAll(/(?:^import\s|\sfrom\s|import\()\s*"([^"]+)"/gm)) {
      if (from.startsWith('.')) follow(from.slice(2))
      else foreign.add(from)
    }
  }
  follow('index.js')
  const expected = /^(node:.+|electron|electron-updater|zod)$/
  return [...foreign].filter((name) => !expected.test(name)).map((name) => `the main process loads ${name}`)
}

/** Says which native parts for `target` are missing below `modules`, a node_modules folder. */
export function checkNativeParts(modules: string, target: Target): string[] {
  return nativeParts(target)
    .filter((path) => !existsSync(join(dirname(modules), path)))
    .map((path) => `${path} is not installed, so Akademi cannot be packed for ${target.system} ${target.arch}`)
}

function nativeParts({ system, arch }: Target): string[] {
  const toolchain = system === 'win32' ? 'msvc' : 'gnu'
  const typst = `typst-ts-node-compiler`
  return [
    `node_modules/better-sqlite3/prebuilds/${system}-${arch}.node`,
    `node_modules/@myriaddreamin/${typst}-${system}-${arch}-${toolchain}/${typst}.${system}-${arch}-${toolchain}.node`,
  ]
}

/** Says what is wrong with a packed application. `absent` native parts are known to be missing on this computer. */
export function checkPackage(folder: string, target: Target, absent: readonly string[] = []): string[] {
  const archive = join(folder, 'resources/app.asar')
  if (!existsSync(archive)) return ['the package has no app.asar']
  const files = listArchive(archive)
  const native = files.filter(({ path }) => path.endsWith('.node'))
  const wanted = nativeParts(target).filter((path) => !absent.some((problem) => problem.startsWith(path)))
  const paths = new Set(files.map(({ path }) => path))
  return [
    ...['package.json', ...built.map((name) => `out/${name}`), ...wanted]
      .filter((path) => !paths.has(path))
      .map((path) => `the package lacks ${path}`),
    ...native
      .filter(({ path }) => !wanted.includes(path))
      .map(({ path }) => `the package carries ${path}, which is for another system`),
    ...native
      .filter(({ unpacked }) => !unpacked)
      .map(({ path }) => `${path} is inside the archive, where it cannot be loaded`),
    ...files
      .filter(({ path }) =>
        /^(src-|test\/|scripts\/|docs\/|shared\/)|\.map$|node_modules\/(electron|vite|typescript)\//.test(path),
      )
      .map(({ path }) => `the package carries ${path}, which only developers need`),
  ]
}

const { FuseV1Options, getCurrentFuseWire } = fuses

/** A fuse is one character in the program: this one is on, `0` is off. */
const on = '1'.charCodeAt(0)
const off = '0'.charCodeAt(0)

/** Says which fuses of a packed program are not as electron-builder.config.ts wants them. */
export async function checkFuses(program: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(program)
  return Object.entries(builder.electronFuses).flatMap(([name, wanted]) => {
    const option = `${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options
    const state = wire[FuseV1Options[option]]
    return Number(state) === (wanted ? on : off) ? [] : [`the fuse ${name} is not ${wanted ? 'on' : 'off'}`]
  })
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
}
