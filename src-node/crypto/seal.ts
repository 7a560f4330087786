import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { OperationError } from '../../src-core/kernel/errors.ts'
import type { Ports } from '../../src-core/kernel/ports.ts'

/**
 * Seals single values with AES-256-GCM under the host's data key. The nonce comes from a fresh id, so that a recorded
 * command seals to the same text when it is run again; an id is never used twice.
 */
export function createSeal(dataKey: Uint8Array): Ports['seal'] {
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'akademi sealed columns', 32))
  const nonceOf = (freshId: string) => Buffer.from(hkdfSync('sha256', Buffer.from(freshId), '', 'nonce', 12))
  return {
    seal: (plain, freshId) => {
      const nonce = nonceOf(freshId)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')}`
    },
    open: (text) => {
      const bytes = Buffer.from(text.slice(2), 'base64')
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        decipher.setAuthTag(bytes.subarray(12, 28))
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        throw new OperationError('RULE_BROKEN', { rule: 'sealedWithOtherKey' })
      }
    },
  }
}
