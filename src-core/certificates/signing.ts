import type { SigningKeyTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import { type Signer, signerOf } from '../kernel/ed25519.ts'
import { sha256 } from '../kernel/hash.ts'
import type { Ports } from '../kernel/ports.ts'
import { activeKeys } from './signing.repository.ts'

/**
 * The private key is nowhere: it follows from the host's data key and the id of its record, so that neither the store nor
 * its backups can sign, and a recorded command signs the same again.
 */
const signerFor = (seal: Ports['seal'], keyId: string): Signer =>
  signerOf(sha256(seal.seal('the key that certificates are signed with', keyId)))

export type SigningKey = { readonly id: string; readonly signer: Signer }

async function makeKey(write: Writer, ports: Ports): Promise<SigningKey> {
  const id = write.newId()
  const signer = signerFor(ports.seal, id)
  const own = { publicKey: signer.publicKey, state: 'ACTIVE', endedAt: null, endReason: null } as const
  await write.insert('signingKey', own, id)
  return { id, signer }
}

/** The key this store signs with; made at the first use, and anew where the host's data key is another one than before. */
export async function signingKey(write: Writer, ports: Ports): Promise<SigningKey> {
  return (await presentKey(write.db, ports)) ?? makeKey(write, ports)
}

/** The key this store signs with, where there is one. */
export async function presentKey(db: Reader, ports: Ports): Promise<SigningKey | undefined> {
  const own = await ownKey(db, ports)
  return own && { id: own.id, signer: signerFor(ports.seal, own.id) }
}

async function ownKey(db: Reader, ports: Ports): Promise<SigningKeyTable | undefined> {
  const keys = await activeKeys(db)
  return keys.find(({ id, publicKey }) => signerFor(ports.seal, id).publicKey === publicKey)
}

/** Retires the key of this store and makes another; what was signed stays valid under the old public key. */
export async function rotateKey(write: Writer, ports: Ports, now: string, reason: string): Promise<SigningKey> {
  const own = await ownKey(write.db, ports)
  if (own) await write.update('signingKey', own.id, { state: 'RETIRED', endedAt: now, endReason: reason })
  return makeKey(write, ports)
}
