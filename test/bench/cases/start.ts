import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../../../scripts/chromium.ts'
import { tellResult } from '../bench-store.ts'

/** From the command to a window an officer can use: the service, the browser host, the page, one officer signed in. */
const [folder = ''] = process.argv.slice(2)
const { executablePath, args } = await findChromium()
const browser = await chromium.launch({ executablePath, args: [...args] })
const page = await browser.newPage()
const begin = performance.now()
const start = join(import.meta.dirname, '..', '..', '..', 'scripts', 'start.mjs')
const child = spawn(process.execPath, [start, '--store', folder, '--browser', '--no-open'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const address = await new Promise<string>((resolve) => {
  child.stdout.on('data', (data: Buffer) => {
    const match = /http:\S+/.exec(data.toString())
    if (match) resolve(match[0])
  })
})
const listening = performance.now() - begin
await page.goto(address)
await page.getByRole('button', { name: /Aylin Korkmaz/ }).waitFor()
const usable = performance.now() - begin
await browser.close()
const ended = new Promise((resolve) => child.once('exit', resolve))
child.kill('SIGINT')
await ended
tellResult({ listening, usable })
