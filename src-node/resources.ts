import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The `resources` folder: beside the sources, or where the installer put it. */
export function resourcesFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'resources', 'sample'))) return join(folder, 'resources')
    if (folder === dirname(folder)) throw new Error('The resources folder is missing from this installation')
  }
}

export const readResource = (name: string): Promise<string> => readFile(join(resourcesFolder(), name), 'utf8')
