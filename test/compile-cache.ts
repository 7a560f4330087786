import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Node keeps what it has read of our TypeScript for all programs, threads and children that the tests start. */
export const compileCache = process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), 'akademi-test-compile-cache')
