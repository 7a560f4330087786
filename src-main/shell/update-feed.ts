import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** `{"url": "https://…"}` names the folder that holds `latest.yml`; `{"url": null}` switches updates off. */
const updateFile = z.object({ url: z.url({ protocol: /^https$/ }).nullable() })

/**
 * The address that updates come from, or null for no updates. The first of `files` that exists decides: IT's own file for
 * the computer goes before the officer's. A file that cannot be understood also means no updates.
 */
export function updateFeed(files: readonly string[], log: (line: string) => void): string | null {
  for (const file of files) {
    const text = readIfThere(file, log)
    if (text === undefined) continue
    const parsed = updateFile.safeParse(asJson(text))
    if (!parsed.success) log(`no updates: ${file} must hold {"url": "https://…"} or {"url": null}`)
    return parsed.success ? parsed.data.url : null
  }
  return null
}

/**
 * Where IT sets the feed for all users of a computer. Each is a folder that only administrators can write to: whoever
 * names the feed decides what is installed.
 */
export function machineUpdateFile(platform: string, programFiles = 'C:\\Program Files'): string {
  if (platform === 'win32') return join(programFiles, 'Akademi', 'update.json')
  if (platform === 'darwin') return '/Library/Preferences/akademi/update.json'
  return '/etc/akademi/update.json'
}

function readIfThere(file: string, log: (line: string) => void): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    log(`no updates: ${String(error)}`)
    return ''
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
