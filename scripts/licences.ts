import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type LockedPackage = {
  readonly license?: string
  readonly dev?: boolean
  readonly os?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export type LockedPackages = Readonly<Record<string, LockedPackage>>

/** Licences, by their SPDX names, under which a package may be part of what is handed on: none asks anything of our own sources. */
const allowed: ReadonlySet<string> = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Python-2.0'],
  ...['Unlicense', 'CC0-1.0', 'WTFPL'],
  // Fonts alone.
  'OFL-1.1',
])

/** Besides these for what builds and tests and is never handed on. */
const allowedForTools: ReadonlySet<string> = new Set([...allowed, 'MPL-2.0', 'CC-BY-4.0'])

/** Packages of a lock file whose licence is not allowed, or that name none, as `place: licence`. */
export function licenceProblems(packages: LockedPackages, installed: (place: string) => string | undefined): string[] {
  return Object.entries(packages).flatMap(([place, entry]) => {
    if (place === '') return []
    const licence = installed(place) ?? entry.license ?? ofParent(packages, place, entry)
    const accepted = licence !== undefined && isAllowed(licence, entry.dev === true ? allowedForTools : allowed)
    return accepted ? [] : [`${place}: ${licence ?? 'names no licence'}`]
  })
}

/** A package for another platform is a part of the one that asks for it, which is installed here. */
function ofParent(packages: LockedPackages, place: string, { os }: LockedPackage): string | undefined {
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const parent = os && Object.values(packages).find(({ optionalDependencies }) => optionalDependencies?.[name])
  return parent?.license
}

/** Reads an SPDX expression of names with AND or OR: of several to choose from one will do, of several together each must. */
function isAllowed(expression: string, names: ReadonlySet<string>): boolean {
  const plain = expression.replace(/^\(([^()]*)\)$/, '$1')
  if (/[()]/.test(plain)) return false
  if (plain.includes(' OR ')) return plain.split(' OR ').some((one) => isAllowed(one, names))
  return plain.split(' AND ').every((name) => names.has(name))
}

/** The same for the packages of this project, from its lock file and what is installed. */
export function findLicenceProblems(root: string): string[] {
  const lock: { packages: LockedPackages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return licenceProblems(lock.packages, (place) => {
    const file = join(root, place, 'package.json')
    if (!existsSync(file)) return undefined
    const { license } = JSON.parse(readFileSync(file, 'utf8')) as { readonly license?: unknown }
    return typeof license === 'string' ? license : undefined
  })
}
