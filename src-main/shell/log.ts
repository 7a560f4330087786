import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One file may grow to this many bytes; one older file is kept beside it. */
const largest = 1_000_000

/** Writes lines with their time to `<folder>/<name>.log`. A line that cannot be written is dropped: a log stops no work. */
export function openLog(folder: string, name: string, now: () => Date = () => new Date()): (text: string) => void {
  const file = join(folder, `${name}.log`)
  return (text) => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest)
        renameSync(file, join(folder, `${name}.old.log`))
      appendFileSync(file, `${now().toISOString()} ${text.trimEnd()}\n`)
    } catch {
      return
    }
  }
}
