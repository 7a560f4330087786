import type { Writer } from '../database/writer.ts'
import type { Ports } from '../kernel/ports.ts'
import { sortKey } from '../kernel/turkish.ts'
import type { Layout } from './layout.ts'
import { standardLayout } from './standard-layout.ts'

/** A quiet ground of waves below and a hint of a bridge, drawn for the sample. */
const waves = (() => {
  const crests = Array.from({ length: 14 }, (_, at) => {
    const y = 150 + at * 5
    const rise = 3 + (at % 3)
    const arcs = Array.from({ length: 9 }, (_, bend) => `q17 ${bend % 2 === 0 ? -rise : rise} 34 0`).join(' ')
    return `<path d="M-4 ${y} ${arcs}" fill="none" stroke="#0f5c6e" stroke-width=".35" stroke-opacity="${(0.06 + at * 0.012).toFixed(3)}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210"><rect width="297" height="210" fill="#fbfaf6"/>${crests.join('')}<path d="M0 128h297M70 90v52M227 90v52M0 120Q35 118 70 92q78 62 157 0 35 26 70 28" fill="none" stroke="#0f5c6e" stroke-width=".6" stroke-opacity=".1"/></svg>`
})()

/** One design of the academy's own, for delegations: our template on a ground of its own, not yet activated. */
export async function writeSampleDesign({
  write,
  ports,
}: {
  readonly write: Writer
  readonly ports: Ports
}): Promise<void> {
  const bytes = new TextEncoder().encode(waves)
  const hash = await ports.files.put(bytes)
  const picture = { name: 'Boğaz zemini.svg', hash, type: 'svg', bytes: bytes.length, width: 297, height: 210 } as const
  await write.insert('certificatePicture', picture)
  const standard = standardLayout('DELEGATION', 'both')
  const layout: Layout = { ...standard, pages: standard.pages.map((page) => ({ ...page, background: hash })) }
  const name = 'Boğaz zeminli heyet sertifikası'
  await write.insert('certificateDesign', {
    ...{ name, kind: 'DELEGATION', language: 'both', version: 1, layout: JSON.stringify(layout) },
    ...{ templateId: null, templateVersion: null, sortKey: sortKey(name) },
  })
}
