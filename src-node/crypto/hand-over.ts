import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto'

const der = { type: 'spki', format: 'der' } as const

const keyFrom = (secret: Uint8Array, publicKey: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.from(publicKey, 'base64'), 'akademi key for a joined desktop', 32))

// The key behind it encrypts one message and is never seen again.
const nonce = Buffer.alloc(12)

/** Seals a key so that only whoever made the key pair behind `publicKey` can open it (X25519, HKDF, AES-256-GCM). */
export function sealForDesktop(publicKey: string, key: Uint8Array): string {
  const theirs = createPublicKey({ key: Buffer.from(publicKey, 'base64'), ...der })
  const own = generateKeyPairSync('x25519')
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: theirs })
  const cipher = createCipheriv('aes-256-gcm', keyFrom(shared, publicKey), nonce)
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  const parts = [own.publicKey.export(der), cipher.getAuthTag(), sealed]
  return parts.map((part) => part.toString('base64')).join('.')
}

/** Whether a text is the public half of a key pair that `sealForDesktop` can seal to. */
export function opensForDesktop(publicKey: string): boolean {
  try {
    return createPublicKey({ key: Buffer.from(publicKey, 'base64'), ...der }).asymmetricKeyType === 'x25519'
  } catch {
    return false
  }
}

/** A key pair for one joining; its private half never leaves this process. */
export function offerForKey(): { readonly publicKey: string; open(sealed: string): Uint8Array } {
  const own = generateKeyPairSync('x25519')
  const publicKey = own.publicKey.export(der).toString('base64')
  return {
    publicKey,
    open: (text) => {
      const [theirs, tag, sealed] = text.split('.').map((part) => Buffer.from(part, 'base64'))
      if (!theirs || !tag || !sealed) throw new Error('A sealed key has three parts')
      const shared = diffieHellman({ privateKey: own.privateKey, publicKey: createPublicKey({ key: theirs, ...der }) })
      const decipher = createDecipheriv('aes-256-gcm', keyFrom(shared, publicKey), nonce)
      decipher.setAuthTag(tag)
      return Buffer.concat([decipher.update(sealed), decipher.final()])
    },
  }
}
