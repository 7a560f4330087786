import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const shellSettings = z.object({
  language: z.enum(['tr', 'en']).optional().catch(undefined),
  window: z
    .object({
      x: z.int(),
      y: z.int(),
      width: z.int().positive(),
      height: z.int().positive(),
      maximized: z.boolean(),
    })
    .optional()
    .catch(undefined),
})

/** What the host remembers of this officer's computer: nothing of the academy. */
export type ShellSettings = z.infer<typeof shellSettings>

/** Reads the file; whatever is missing or unreadable in it counts as not set. */
export function readSettings(file: string): ShellSettings {
  try {
    return shellSettings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}

/** Changes some settings in the file and gives back all of them. A write that fails costs comfort only and is not an error. */
export function changeSettings(file: string, change: ShellSettings): ShellSettings {
  const settings = { ...readSettings(file), ...change }
  try {
    mkdirSync(dirname(file), { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(settings, null, 2))
    renameSync(draft, file)
  } catch {
    return settings
  }
  return settings
}
