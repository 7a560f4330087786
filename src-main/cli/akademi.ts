import { enableCompileCache } from 'node:module'

// Translating the sources takes longer than most commands; from the second call on Node finds them translated.
enableCompileCache()
const { runCommandLine } = await import('./command-line.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
