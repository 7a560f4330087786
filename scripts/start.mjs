import { enableCompileCache } from 'node:module'

// Translating the sources takes longer than starting; from the second start on Node finds them translated. This file is
// plain, so that a start which finds everything does not load the translator at all.
enableCompileCache()
await import('./start-akademi.ts')
