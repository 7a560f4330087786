import type { Writer } from '../database/writer.ts'
import { mappingOf } from '../imports/index.ts'
import type { ProposedSheet } from './import-check.ts'

/** Keeps how a form was read, so that the next file of the same form needs no mapping. */
export async function rememberMapping(write: Writer, sender: string, sheets: readonly ProposedSheet[]): Promise<void> {
  const seen = new Set<string>()
  for (const { chosen, proposal } of sheets) {
    const fingerprint = proposal?.table.fingerprint
    if (!chosen || !proposal || !fingerprint || seen.has(fingerprint)) continue
    seen.add(fingerprint)
    const mapping = JSON.stringify(proposal.mapping)
    const known = await mappingOf(write.db, 'needs', fingerprint)
    if (known) await write.update('importMapping', known.id, { mapping, sender })
    else await write.insert('importMapping', { kind: 'needs', sender, fingerprint, mapping })
  }
}
