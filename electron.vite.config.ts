import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const here = import.meta.dirname

/**
 * Addresses inside the window are paths (`app://akademi/needs/2027`), so its files are asked for from the root, not from
 * the place the officer is at. electron-vite sets a relative base of its own; this comes after it.
 */
const rootBase: Plugin = { name: 'akademi:root-base', enforce: 'post', config: () => ({ base: '/' }) }

/**
 * oRPC knows its own errors by their class. Half of it in our files and half beside them means two of each class, and the refusal of long
 * work reaches the window without its words.
 */
const wholeOrpc: Plugin = {
  name: 'akademi:whole-orpc',
  generateBundle(_options, bundle) {
    const outside = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.imports : []))
    const parts = [...new Set(outside.filter((name) => name.startsWith('@orpc/')))]
    if (parts.length > 0) this.error(`These parts of oRPC are left outside and must be bundled: ${parts.join(', ')}`)
  },
}

export default defineConfig({
  main: {
    plugins: [wholeOrpc],
    build: {
      outDir: resolve(here, 'out/main'),
      emptyOutDir: true,
      sourcemap: true,
      // A few files are found quicker than the hundreds that these are made of.
      externalizeDeps: {
        exclude: ['@orpc/client', '@orpc/contract', '@orpc/server', 'kysely', 'liquidjs', 'uqr', 'ws', 'zod'],
      },
      rolldownOptions: {
        input: {
          index: resolve(here, 'src-main/index.ts'),
          service: resolve(here, 'src-main/shell/service-entry.ts'),
          browser: resolve(here, 'src-main/browser/serve.ts'),
          worker: resolve(here, 'src-main/service/worker.ts'),
          'read-worker': resolve(here, 'src-node/spreadsheets/read-worker.ts'),
        },
        // All in one folder: the service looks for `worker.js` beside whatever file its code ended up in.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(here, 'out/preload'),
      emptyOutDir: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'src-preload/index.ts') },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src-renderer'),
    plugins: [react(), rootBase],
    build: {
      outDir: resolve(here, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      chunkSizeWarningLimit: 3_000,
      // The policy of the page lets fonts come from files only, not from data: addresses in the style sheet.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: resolve(here, 'src-renderer/index.html'),
        // Sixty small files before the first drawing cost more than they hold; what operations declare of themselves comes after it.
        output: {
          codeSplitting: {
            groups: [
              { name: 'academy', test: /[\\/]src-core[\\/](?!.*contract\.ts$)/, priority: 1 },
              { name: 'contract', test: /contract\.ts$/ },
            ],
          },
        },
      },
    },
  },
})
