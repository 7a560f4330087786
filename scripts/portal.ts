import { enableCompileCache } from 'node:module'

// Translating the sources takes longer than starting; from the second start on Node finds them translated.
enableCompileCache()
await import('./start-portal.ts')
