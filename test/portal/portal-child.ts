import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startPortal } from '../../src-portal/server/portal.ts'
import { quickPasswords } from '../core/quick-passwords.ts'

/** A portal in a process of its own that a test may kill: `<folder> <SMTP address> <minutes its clock is ahead>`. Prints its address. */
const [folder = '', url = '', ahead = '0'] = process.argv.slice(2)
const pagesFolder = join(folder, 'pages')
await mkdir(pagesFolder, { recursive: true })
await writeFile(join(pagesFolder, 'index.html'), '<!doctype html><title>Akademi</title>')
const portal = await startPortal({
  place: { kind: 'sqlite', folder: join(folder, 'store') },
  ...{ port: 0, host: '127.0.0.1', pagesFolder, mailEveryMs: 50, logLevel: 'silent' },
  clock: () => new Date(Date.parse('2026-12-15T07:00:00.000Z') + Number(ahead) * 60_000),
  ports: { passwords: quickPasswords },
  smtp: { url, from: 'Akademi <akademi@belediye.example>' },
})
process.stdout.write(`${portal.address}\n`)
