// biome-ignore-all lint/suspicious/noTemplateCurlyInString: electron-builder fills in ${arch}, ${version} and ${ext}
import type { Configuration } from 'electron-builder'

/**
 * Only what runs: the built code, the resources, and the production dependencies that electron-builder adds itself; of
 * native code only what `system` can load. It stands with each system because electron-builder takes exclusions that are
 * alone there for "everything but these", and because its own `${platform}` is the system that packs.
 */
const filesFor = (system: 'win32' | 'linux') => [
  'package.json',
  'out/**',
  '!out/**/*.map',
  '!out/main/browser.js',
  '!out/portal/**',
  'resources/**',
  '!resources/icons/**',
  'resources/icons/icon.png',
  '!node_modules/**/*.{md,markdown,map,ts,mts,cts,flow}',
  '!node_modules/**/{test,tests,__tests__,docs,example,examples,benchmark}/**',
  // The portal's own, which no officer's computer runs.
  '!node_modules/{fastify,@fastify,better-auth,@better-auth,better-call,nodemailer,prom-client}/**',
  '!node_modules/better-sqlite3/{deps,src}/**',
  '!node_modules/better-sqlite3/binding.gyp',
  `!node_modules/better-sqlite3/prebuilds/!(${system}-\${arch}).node`,
  `!node_modules/@myriaddreamin/typst-ts-node-compiler-!(${system}-\${arch})*/**`,
]

/** How `npm run dist` packs Akademi. docs/operations/release.md says how to sign and publish what comes out. */
export default {
  appId: 'akademi.desktop',
  productName: 'Akademi',
  copyright: 'Akademi contributors, MIT licence',
  directories: { output: 'dist', buildResources: 'resources/icons' },

  asar: true,
  // Native code cannot be loaded from the archive, and the typesetter cannot read its fonts and templates from it.
  asarUnpack: ['**/*.node', 'resources/**'],

  // Every native dependency is Node-API and brings its binaries: nothing is compiled for Electron.
  npmRebuild: false,
  nodeGypRebuild: false,
  electronLanguages: ['tr', 'en-US'],

  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },

  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
    icon: 'icon.ico',
    files: filesFor('win32'),
    requestedExecutionLevel: 'asInvoker',
    verifyUpdateCodeSignature: true,
  },
  linux: { icon: 'icon.png', category: 'Office', files: filesFor('linux') },
  nsis: {
    oneClick: false,
    perMachine: false,
    selectPerMachineByDefault: false,
    allowElevation: false,
    packElevateHelper: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    createDesktopShortcut: true,
    createStartMenuShortcut: true,
    runAfterFinish: true,
    multiLanguageInstaller: true,
    installerLanguages: ['tr_TR', 'en_US'],
    displayLanguageSelector: false,
    artifactName: 'Akademi-Kurulum-${version}.${ext}',
  },

  // A feed must be named here for `latest.yml` to be written. Where updates really come from, each institution says in its
  // update.json; `.invalid` can never be a real host, so an installation without that file asks nobody.
  publish: [{ provider: 'generic', url: 'https://updates.invalid/akademi' }],
} satisfies Configuration
