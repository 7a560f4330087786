import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largest = 5 * 1024 * 1024

/** Writes faults of ours to `akademi.log` beside the store, where an IT department finds them by the reference on screen. */
export const logFault =
  (folder: string) =>
  (reference: string, error: unknown): void => {
    const path = join(folder, 'akademi.log')
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    try {
      if (statSync(path, { throwIfNoEntry: false })?.size ?? 0 > largest) renameSync(path, `${path}.1`)
      appendFileSync(path, `${new Date().toISOString()} ${reference} ${text}\n`)
    } catch {
      // The disk may be what failed; the officer has the reference on screen all the same.
      process.stderr.write(`${reference} ${text}\n`)
    }
  }
