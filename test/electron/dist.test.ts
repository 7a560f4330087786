import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import builder from '../../electron-builder.config.ts'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { checkBuild, checkFuses, checkNativeParts, checkPackage, type Target } from '../../scripts/dist-checks.ts'
import { openPackedService, rehearsePack, standInProgram } from '../../scripts/rehearse-pack.ts'
import { thorough } from '../thorough.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'akademi-dist-'))
const out = join(root, 'out')

beforeAll(() => buildIfStale(root))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the build is as the hosts expect it', () => {
  expect(checkBuild(out)).toEqual([])
})

describe('a build that is not is named', () => {
  const spoilt = (name: string, change: (text: string) => string) => {
    const copy = mkdtempSync(join(folder, 'spoilt-'))
    cpSync(out, copy, { recursive: true })
    writeFileSync(join(copy, name), change(readFileSync(join(copy, name), 'utf8')))
    return checkBuild(copy)
  }

  test('without its service', () => {
    mkdirSync(join(folder, 'empty'))
    expect(checkBuild(join(folder, 'empty'))).toContain('the build lacks main/service.js')
  })

  test('with a script in the page itself', () => {
    const found = spoilt('renderer/index.html', (html) => html.replace('</head>', '<script>1</script></head>'))
    expect(found).toEqual(['the page has a script of its own text, which its policy refuses'])
  })

  test('with something from the network', () => {
    const found = spoilt('renderer/index.html', (html) =>
      html.replace('</head>', '<style>@import "https://fonts.example/inter.css"</style></head>'),
    )
    expect(found).toEqual(['the page loads something from the network'])
  })

  test('with a file that is missing', () => {
    const found = spoilt('renderer/index.html', (html) =>
      html.replace('</head>', '<script src="/assets/x.js"></script></head>'),
    )
    expect(found).toEqual(['the page refers to /assets/x.js, which is not in the build'])
  })

  test('with a preload that needs Node', () => {
    const found = spoilt('preload/index.cjs', (text) => `${text}\nrequire("node:fs")`)
    expect(found).toEqual(['the preload requires node:fs, which a sandboxed page cannot'])
  })

  test('with a main process that opens stores itself', () => {
    const found = spoilt('main/index.js', (text) => `import "better-sqlite3"\n${text}`)
    expect(found).toEqual(['the main process loads better-sqlite3'])
  })
})

const linux: Target = { system: 'linux', arch: 'x64' }
const windows: Target = { system: 'win32', arch: 'x64' }

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
  'packed around a stand-in of the runtime',
  () => {
    test('the package holds what runs and nothing else, its fuses are set, and its service opens a store', async () => {
      const place = mkdtempSync(join(folder, 'linux-'))
      const packed = await rehearsePack({ out, folder: place, target: linux })
      expect(checkPackage(packed.folder, linux)).toEqual([])
      expect(await checkFuses(packed.program)).toEqual([])
      expect(await openPackedService(packed.folder, place)).toEqual({ type: 'ready' })
    })

    test.runIf(thorough)(
      'the Windows package carries Windows’ native parts, and what this computer lacks of them is named',
      async () => {
        const place = mkdtempSync(join(folder, 'windows-'))
        const packed = await rehearsePack({ out, folder: place, target: windows })
        const absent = checkNativeParts(join(root, 'node_modules'), windows)
        expect(checkPackage(packed.folder, windows, absent)).toEqual([])
        expect(checkPackage(packed.folder, windows)).toHaveLength(absent.length)
        expect(checkPackage(packed.folder, linux)).toContainEqual(
          expect.stringContaining('win32-x64.node, which is for another system'),
        )
        expect(await checkFuses(packed.program)).toEqual([])
      },
    )

    test('a program whose fuses nobody has set is named', async () => {
      const place = mkdtempSync(join(folder, 'fuses-'))
      const program = standInProgram(place, '111111111')
      expect(await checkFuses(program)).toEqual([
        'the fuse runAsNode is not off',
        'the fuse enableNodeOptionsEnvironmentVariable is not off',
        'the fuse enableNodeCliInspectArguments is not off',
        'the fuse loadBrowserProcessSpecificV8Snapshot is not off',
        'the fuse grantFileProtocolExtraPrivileges is not off',
      ])
    })
  },
)

test('the installer asks for no administrator and leaves the officer’s data when it goes', () => {
  expect(builder.win.requestedExecutionLevel).toBe('asInvoker')
  expect(builder.nsis).toMatchObject({
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    packElevateHelper: false,
    deleteAppDataOnUninstall: false,
    installerLanguages: ['tr_TR', 'en_US'],
  })
})

test('an installation that nobody has given a feed can reach none', () => {
  expect(builder.publish.map(({ url }) => new URL(url).hostname.endsWith('.invalid'))).toEqual([true])
})
