import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { readResource, resourcesFolder } from '../resources.ts'
import { documentFamilies, documentFonts } from './fonts.ts'

let compiler: NodeCompiler | undefined

/** One compiler a thread: its fonts are loaded once, and what it has laid out before it remembers. */
function typesetter(): NodeCompiler {
  const fontBlobs = documentFonts()
  compiler ??= NodeCompiler.create({
    workspace: join(resourcesFolder(), 'documents'),
    ...(fontBlobs.length > 0 && { fontArgs: [{ fontBlobs }] }),
  })
  return compiler
}

/** Sets a template of `resources` in type. The same template, data and instant give the same bytes. */
export const printDocument: Ports['printDocument'] = async (template, data, at) => {
  const source = await readResource(template)
  const typst = typesetter()
  const families = documentFonts().length > 0 ? documentFamilies : documentFamilies.slice(1)
  const result = typst.compile({
    mainFileContent: source,
    inputs: { data: JSON.stringify(data), families: JSON.stringify(families) },
  })
  const document = result.result
  if (!document) {
    const failure = result.takeError()
    throw new Error(`${template} cannot be set: ${JSON.stringify(failure && typst.fetchDiagnostics(failure))}`)
  }
  const bytes = typst.pdf(document, { creationTimestamp: Math.floor(Date.parse(at) / 1000) })
  typst.evictCache(4)
  return new Uint8Array(Buffer.from(bytes))
}
