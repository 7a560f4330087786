import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const page = join(import.meta.dirname, '..', '..', 'docs', 'performance.md')

/** Where the planner's part of the page begins; what stands before it is of the store and the screens. */
export const planningHeading = '## Placing a year'

/** Writes one part of docs/performance.md and leaves the other as it is. */
export async function writePage(part: 'store' | 'planner', lines: readonly string[]): Promise<void> {
  const text = await readFile(page, 'utf8')
  const border = text.indexOf(planningHeading)
  const store = border < 0 ? text : text.slice(0, border)
  const planner = border < 0 ? '' : text.slice(border)
  const written = `${lines.join('\n').trimEnd()}\n`
  await writeFile(page, part === 'store' ? `${written}\n${planner}` : `${store.trimEnd()}\n\n${written}`)
}
