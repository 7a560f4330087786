import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const page = join(import.meta.dirname, '..', '..', 'docs', 'performance.md')

/** Where the planner's part of the page begins; what stands before it is of the store and the screens. */
export const planningHeading = '## Placing a year'

const certificatesHeading = '## Certificates'

const portalHeading = '## The portal'

const headings = { planner: planningHeading, certificates: certificatesHeading, portal: portalHeading } as const

/** Writes one part of docs/performance.md and leaves the others as they are; the store's comes first, then the order of `headings`. */
export async function writePage(part: 'store' | keyof typeof headings, lines: readonly string[]): Promise<void> {
  const text = await readFile(page, 'utf8')
  const begins = Object.entries(headings)
    .map(([name, heading]) => [name, text.indexOf(`${heading}\n`)] as const)
    .filter(([, at]) => at >= 0)
    .toSorted(([, a], [, b]) => a - b)
  const parts = new Map<string, string>([['store', text.slice(0, begins[0]?.[1] ?? text.length)]])
  for (const [order, [name, at]] of begins.entries()) parts.set(name, text.slice(at, begins[order + 1]?.[1]))
  parts.set(part, lines.join('\n'))
  const written = ['store', ...Object.keys(headings)].flatMap((name) => parts.get(name)?.trim() ?? [])
  await writeFile(page, `${written.join('\n\n')}\n`)
}
