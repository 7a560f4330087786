import { createPrivateKey, createPublicKey, type KeyObject, sign as nodeSign, verify as nodeVerify } from 'node:crypto'

/** Ed25519 (RFC 8032). Signing is deterministic: the same key and text give the same signature. Keys and signatures are base64url. */
export type Signer = { readonly publicKey: string; sign(text: string): string }

/** The DER before the 32 bytes of a private key (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key pair that 32 secret bytes (64 hexadecimal digits) stand for. */
export function signerOf(seed: string): Signer {
  const key = createPrivateKey({
    key: Buffer.concat([privateHead, Buffer.from(seed, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(key).export({ format: 'jwk' }).x ?? ''
  return { publicKey, sign: (text) => nodeSign(null, Buffer.from(text), key).toString('base64url') }
}

const opened = new Map<string, KeyObject>()

function publicKeyOf(x: string): KeyObject {
  const known = opened.get(x)
  if (known) return known
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  opened.set(x, key)
  return key
}

/** Whether a signature is the key's over exactly this text; false also for what is no signature at all. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url')
  return bytes.length === 64 && nodeVerify(null, Buffer.from(text), publicKeyOf(publicKey), bytes)
}
