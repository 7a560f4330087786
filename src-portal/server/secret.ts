import { hkdfSync } from 'node:crypto'
import { readDataKey } from '../../src-node/crypto/data-key.ts'

/** The key of the store's sealed columns, and the secret under which the portal signs cookies and links, which follows from it. */
export async function secretOf(storeId: string): Promise<{ readonly dataKey: Uint8Array; readonly secret: string }> {
  const dataKey = await readDataKey(storeId)
  const secret = Buffer.from(hkdfSync('sha256', dataKey, '', 'portal sessions', 32)).toString('base64url')
  return { dataKey, secret }
}
