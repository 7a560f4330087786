import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = import.meta.dirname
const out = resolve(here, 'out/portal')

/** Compressed copies beside each file, so that the portal never compresses while people wait. */
const compressed: Plugin = {
  name: 'akademi:compressed',
  apply: 'build',
  closeBundle: async () => {
    for (const name of await readdir(out, { recursive: true })) {
      if (!/\.(?:js|css|html|svg)$/.test(name)) continue
      const path = join(out, name)
      const bytes = await readFile(path)
      await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes))
      await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
    }
  },
}

/** The portal's pages: small, without the window's controls, read by old office computers and phones. */
export default defineConfig({
  root: resolve(here, 'src-portal/pages'),
  base: '/',
  plugins: [react(), compressed],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: ['es2022', 'firefox115', 'chrome109'],
    assetsInlineLimit: 0,
    rolldownOptions: { input: resolve(here, 'src-portal/pages/index.html') },
  },
})
