import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Entry = {
  readonly version?: string
  readonly gypfile?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const packages = (
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Entry>>
  }
).packages

/** Where Node finds a package from another one's folder. */
function resolve(from: string, name: string): string | undefined {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const place = `${base === '' ? '' : `${base}/`}node_modules/${name}`
    if (packages[place]) return place
    if (base === '' || !base.includes('node_modules/'))
      return packages[`node_modules/${name}`] && `node_modules/${name}`
  }
}

describe('the lock file', () => {
  it('names the packages of every platform, for npm refuses an installation from one that lacks any', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => resolve(place, name) === undefined),
    )
    expect(missing).toEqual([])
  })

  it('keeps npm from compiling better-sqlite3, which carries its binaries and needs no compiler', () => {
    expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false)
  })
})
