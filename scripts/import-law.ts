import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** One import as it stands in a file. `target` is a path from the root for our own files, a package's name otherwise. */
export type Import = {
  readonly file: string
  readonly target: string
  readonly own: boolean
  readonly typeOnly: boolean
}

const layers = ['src-core', 'src-node', 'src-main', 'src-preload', 'src-renderer', 'src-portal'] as const

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

/** Every import of a TypeScript source. `file` is its path from the root, with forward slashes. */
export function importsOf(file: string, source: string): readonly Import[] {
  return [...source.matchAll(importPattern)].map((match) => {
    const name = match[2] ?? match[3] ?? ''
    const own = name.startsWith('.')
    const target = own ? slashes(relative('/', resolve('/', dirname(file), name))) : name
    return { file, target, own, typeOnly: match[1] !== undefined }
  })
}

const slashes = (path: string): string => path.split(sep).join('/')

const startsWith = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

const isPackage = (target: string, ...names: readonly string[]): boolean =>
  names.some((name) => target === name || target.startsWith(`${name}/`))

const mayUseKysely = (file: string): boolean =>
  file.endsWith('.repository.ts') || startsWith(file, 'src-core/database', 'src-core/sync', 'src-node/store')

const mayUseElectron = (file: string): boolean =>
  file === 'src-main/index.ts' || startsWith(file, 'src-main/shell', 'src-preload')

/** The feature a file of the core belongs to; nothing for the kernel, the database and the lists of all features. */
function featureOf(file: string): string | undefined {
  const [layer, folder, name] = file.split('/')
  if (layer !== 'src-core' || name === undefined || folder === 'kernel' || folder === 'database') return undefined
  return folder
}

/** Which of our own folders each layer may look into. */
function layerRule({ file, target }: Import): string | undefined {
  if (startsWith(file, 'src-core/kernel') && !startsWith(target, 'src-core/kernel'))
    return 'the kernel knows only itself'
  if (startsWith(file, 'src-core/database') && !startsWith(target, 'src-core/kernel', 'src-core/database'))
    return 'the database knows only the kernel'
  if (startsWith(file, 'src-core') && !startsWith(target, 'src-core')) return 'the core knows no adapter and no host'
  if (startsWith(file, 'src-node') && !startsWith(target, 'src-core', 'src-node')) return 'an adapter knows no host'
  if (startsWith(file, 'src-main', 'src-portal/server') && startsWith(target, 'src-renderer', 'src-portal/pages'))
    return 'a host knows no screen'
  if (startsWith(file, 'src-main') && startsWith(target, 'src-portal'))
    return 'the officer’s hosts know nothing of the portal'
  if (
    startsWith(file, 'src-portal/server') &&
    !startsWith(target, 'src-portal/server', 'src-core', 'src-node', 'src-main/service')
  )
    return 'the portal knows the core, the adapters and the service'
  if (startsWith(file, 'src-portal/pages') && !startsWith(target, 'src-portal/pages', 'src-core'))
    return 'a page knows only the core'
  if (startsWith(file, 'src-preload') && !startsWith(target, 'src-preload', 'src-core/kernel'))
    return 'the bridge knows only the kernel'
  if (startsWith(file, 'src-renderer') && !startsWith(target, 'src-renderer', 'src-core', 'src-preload/bridge.ts'))
    return 'a screen knows only the core and the bridge'
  if (startsWith(file, 'src-renderer/ui') && startsWith(target, 'src-renderer/features'))
    return 'building blocks know no feature'
  return undefined
}

function featureRule({ file, target }: Import): string | undefined {
  const from = featureOf(file)
  const to = featureOf(target)
  if (!from || !to || from === to || target === `src-core/${to}/index.ts`) return undefined
  // The window imports contracts; through an index a contract would bring handlers and repositories along.
  if (file.endsWith('.contract.ts') && target.endsWith('.contract.ts')) return undefined
  return `another feature is imported through src-core/${to}/index.ts only`
}

function packageRule({ file, target }: Import): string | undefined {
  if (isPackage(target, 'electron') && !mayUseElectron(file)) return 'electron belongs to the shell and the bridge'
  if (isPackage(target, 'kysely') && !mayUseKysely(file)) return 'kysely belongs to repositories'
  if (startsWith(file, 'src-core') && target.startsWith('node:') && target !== 'node:crypto')
    return 'the core runs anywhere: of Node it may use node:crypto only'
  return undefined
}

const ownRule = (found: Import): string | undefined => layerRule(found) ?? featureRule(found)

/** What must not come into a window, not even through what it imports. */
const notInWindow = (target: string, own: boolean): boolean =>
  own
    ? /\.(?:handlers|repository)\.ts$/.test(target) || startsWith(target, 'src-node', 'src-main', 'src-portal/server')
    : isPackage(target, 'kysely', 'better-sqlite3', 'pg', 'electron') || target.startsWith('node:')

/** Follows what a window loads at run time, and names the way by which something foreign gets in. */
function windowViolations(imports: ReadonlyMap<string, readonly Import[]>): readonly string[] {
  const violations: string[] = []
  const cameFrom = new Map<string, string>()
  const waiting = [...imports.keys()].filter((file) => startsWith(file, 'src-renderer', 'src-portal/pages'))
  for (const file of waiting) cameFrom.set(file, '')
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const { target, own, typeOnly } of imports.get(file) ?? []) {
      if (typeOnly) continue
      if (notInWindow(target, own)) violations.push(`${wayTo(file, cameFrom)} loads ${target} into the window`)
      else if (own && imports.has(target) && !cameFrom.has(target)) {
        cameFrom.set(target, file)
        waiting.push(target)
      }
    }
  }
  return violations
}

function wayTo(file: string, cameFrom: ReadonlyMap<string, string>): string {
  const way = [file]
  for (let at = cameFrom.get(file); at; at = cameFrom.get(at)) way.unshift(at)
  return way.join(' → ')
}

/** Violations among given sources (path from the root → text), each as one line that names file, import and law. */
export function violationsIn(sources: ReadonlyMap<string, string>): readonly string[] {
  const imports = new Map([...sources].map(([file, source]) => [file, importsOf(file, source)]))
  const direct = [...imports.values()].flat().flatMap((found) => {
    const law = found.own ? ownRule(found) : packageRule(found)
    return law ? [`${found.file} imports ${found.target}: ${law}`] : []
  })
  return [...direct, ...windowViolations(imports)]
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesUnder(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}

/** Reads the whole source and lists what breaks the import law of ARCHITECTURE.md. */
export function findImportLawViolations(root: string): readonly string[] {
  const files = layers.flatMap((layer) => filesUnder(join(root, layer)))
  return violationsIn(new Map(files.map((file) => [slashes(relative(root, file)), readFileSync(file, 'utf8')])))
}
