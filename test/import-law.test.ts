import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findImportLawViolations, importsOf, violationsIn } from '../scripts/import-law.ts'

const check = (file: string, source: string, others: Readonly<Record<string, string>> = {}) =>
  violationsIn(new Map([[file, source], ...Object.entries(others)]))

describe('the import law', () => {
  test('holds in the whole source', () => {
    expect(findImportLawViolations(join(import.meta.dirname, '..'))).toEqual([])
  })

  test('sees every way of importing', () => {
    const source = [
      "import { a } from './a.ts'",
      "import type { B } from '../b.ts'",
      "import './c.css'",
      "export { d } from './d.ts'",
      'import {\n  e,\n  f,\n} from "kysely"'.replaceAll('"', "'"),
      "const g = await import('./g.ts')",
    ].join('\n')
    expect(importsOf('src-core/x/y.ts', source).map(({ target, typeOnly }) => [target, typeOnly])).toEqual([
      ['src-core/x/a.ts', false],
      ['src-core/b.ts', true],
      ['src-core/x/c.css', false],
      ['src-core/x/d.ts', false],
      ['kysely', false],
      ['src-core/x/g.ts', false],
    ])
  })

  test.each([
    ['src-core/kernel/dates.ts', "import { x } from '../people/index.ts'", 'the kernel knows only itself'],
    ['src-core/database/writer.ts', "import { x } from '../needs/index.ts'", 'the database knows only the kernel'],
    [
      'src-core/needs/need.handlers.ts',
      "import { x } from '../people/person.repository.ts'",
      'through src-core/people/index.ts',
    ],
    [
      'src-core/needs/need.handlers.ts',
      "import type { X } from '../people/person.ts'",
      'through src-core/people/index.ts',
    ],
    ['src-core/needs/need.handlers.ts', "import { x } from '../../src-node/ports.ts'", 'no adapter and no host'],
    ['src-core/needs/need.handlers.ts', "import { sql } from 'kysely'", 'kysely belongs to repositories'],
    ['src-core/needs/need.rules.ts', "import { readFile } from 'node:fs/promises'", 'the core runs anywhere'],
    ['src-node/store/sqlite.ts', "import { x } from '../../src-main/service/service.ts'", 'an adapter knows no host'],
    ['src-main/service/service.ts', "import { app } from 'electron'", 'electron belongs to the shell'],
    ['src-main/cli/cli.ts', "import { x } from '../../src-renderer/app/api.ts'", 'a host knows no screen'],
    ['src-preload/index.ts', "import { x } from '../src-main/shell/paths.ts'", 'the bridge knows only the kernel'],
    ['src-renderer/ui/Table.tsx', "import { x } from '../features/needs/grid.ts'", 'building blocks know no feature'],
    ['src-renderer/app/api.ts', "import { x } from '../../src-main/service/rpc.ts'", 'only the core and the bridge'],
    ['src-renderer/app/api.ts', "import { sql } from 'kysely'", 'kysely belongs to repositories'],
  ])('refuses in %s: %s', (file, source, law) => {
    expect(check(file, source).join('\n')).toContain(law)
  })

  test.each([
    ['src-core/needs/need.handlers.ts', "import { people } from '../people/index.ts'"],
    ['src-core/needs/need.repository.ts', "import { sql } from 'kysely'"],
    ['src-core/kernel/hash.ts', "import { hash } from 'node:crypto'"],
    ['src-core/features.ts', "import { access } from './access/index.ts'"],
    ['src-main/shell/menu.ts', "import { Menu } from 'electron'"],
    ['src-renderer/app/api.ts', "import type { Contract } from '../../src-core/contract.ts'"],
  ])('allows in %s: %s', (file, source) => {
    expect(check(file, source)).toEqual([])
  })

  test('a handler that reaches the window by a detour is named with the whole detour', () => {
    const violations = check('src-renderer/app/api.ts', "import { x } from '../../src-core/needs/index.ts'", {
      'src-core/needs/index.ts': "export { needs } from './need.handlers.ts'",
    })
    expect(violations).toEqual([
      'src-renderer/app/api.ts → src-core/needs/index.ts loads src-core/needs/need.handlers.ts into the window',
    ])
  })

  test('what a window imports only as a type does not count as loaded', () => {
    const violations = check(
      'src-renderer/app/api.ts',
      "import type { X } from '../../src-core/needs/need.handlers.ts'",
    )
    expect(violations).toEqual([])
  })
})
