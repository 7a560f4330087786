import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkBuild, checkFuses, checkNativeParts, checkPackage, type Target } from './dist-checks.ts'
import { openPackedService, rehearsePack } from './rehearse-pack.ts'

const usage = `node scripts/check-dist.ts [options]
  --windows           checks that this computer can pack Akademi for Windows (npm run dist does)
  --packed <folder>   checks what npm run dist has packed there
  --rehearse          packs around a stand-in of Electron's runtime and starts the packed service`

const root = join(import.meta.dirname, '..')
const out = join(root, 'out')
const modules = join(root, 'node_modules')
const windows: Target = { system: 'win32', arch: 'x64' }

async function problems(): Promise<string[]> {
  const { values } = parseArgs({
    options: { windows: { type: 'boolean' }, packed: { type: 'string' }, rehearse: { type: 'boolean' } },
  })
  if (values.packed) {
    const program = join(values.packed, 'Akademi.exe')
    return [...checkPackage(values.packed, windows), ...(await checkFuses(program))]
  }
  const build = checkBuild(out)
  if (values.windows) return [...build, ...checkNativeParts(modules, windows)]
  if (values.rehearse && build.length === 0) return rehearse()
  return build
}

async function rehearse(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'akademi-pack-'))
  const target: Target = { system: 'linux', arch: process.arch === 'arm64' ? 'arm64' : 'x64' }
  try {
    const packed = await rehearsePack({ out, folder, target })
    const said = await openPackedService(packed.folder, folder)
    return [
      ...checkPackage(packed.folder, target),
      ...(await checkFuses(packed.program)),
      ...(JSON.stringify(said) === '{"type":"ready"}' ? [] : [`the packed service does not start: ${String(said)}`]),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

try {
  const found = await problems()
  for (const problem of found) console.error(`- ${problem}`)
  if (found.length === 0) console.log('The package is as it should be.')
  process.exitCode = found.length === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error, `\n\n${usage}`)
  process.exitCode = 2
}
