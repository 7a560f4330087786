import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findLicenceProblems, type LockedPackages, licenceProblems } from '../scripts/licences.ts'

const nothingInstalled = () => undefined

const problems = (packages: LockedPackages, installed: (place: string) => string | undefined = nothingInstalled) =>
  licenceProblems({ '': {}, ...packages }, installed)

test('every package of the project has a licence that asks nothing of our own sources', () => {
  expect(findLicenceProblems(join(import.meta.dirname, '..'))).toEqual([])
})

test('a licence that is not on the list is found, and a package that names none', () => {
  expect(problems({ 'node_modules/a': { license: 'GPL-3.0-only' }, 'node_modules/b': { license: 'MIT' } })).toEqual([
    'node_modules/a: GPL-3.0-only',
  ])
  expect(problems({ 'node_modules/a': {} })).toEqual(['node_modules/a: names no licence'])
  expect(problems({ 'node_modules/a': { license: 'SEE LICENSE IN x' } })).toHaveLength(1)
})

test('of alternatives one must be allowed, of licences together each', () => {
  const found = (license: string) => problems({ 'node_modules/a': { license } }).length
  expect([found('GPL-2.0-only OR MIT'), found('(WTFPL OR MIT)'), found('MIT AND ISC')]).toEqual([0, 0, 0])
  expect([found('MIT AND AGPL-3.0-only'), found('(MIT OR ISC) AND GPL-2.0-only')]).toEqual([1, 1])
})

test('what builds and tests may ask more, what is handed on may not', () => {
  expect(problems({ 'node_modules/a': { license: 'MPL-2.0', dev: true } })).toEqual([])
  expect(problems({ 'node_modules/a': { license: 'MPL-2.0' } })).toHaveLength(1)
})

test('what a package says of itself goes before the lock file, and a platform’s part has the licence of the whole', () => {
  expect(problems({ 'node_modules/a': { license: 'MIT' } }, () => 'GPL-3.0-only')).toHaveLength(1)
  const whole = { license: 'MIT', optionalDependencies: { 'a-win': '1' } }
  expect(problems({ 'node_modules/a': whole, 'node_modules/a-win': { os: ['win32'] } })).toEqual([])
  expect(problems({ 'node_modules/a-win': { os: ['win32'] } })).toHaveLength(1)
})
