import type { Writer } from '../database/writer.ts'
import type { ColumnMapping } from '../imports/index.ts'

/** Keeps how a form was read, so that the next file of the same form is read in the same way. */
export async function rememberMapping(write: Writer, kind: string, mapping: ColumnMapping): Promise<void> {
  const { fingerprint } = mapping
  const known = await write.db
    .selectFrom('importMapping')
    .select('id')
    .where('kind', '=', kind)
    .where('fingerprint', '=', fingerprint)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  const text = JSON.stringify(mapping)
  if (known) await write.update('importMapping', known.id, { mapping: text })
  else await write.insert('importMapping', { kind, sender: '', fingerprint, mapping: text })
}
