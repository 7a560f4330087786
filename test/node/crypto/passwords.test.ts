import { describe, expect, test } from 'vitest'
import { createPasswords, passwords } from '../../../src-node/crypto/passwords.ts'

describe('passwords', () => {
  test('are kept at the cost that OWASP asks of scrypt', async () => {
    expect(await passwords.hash('kırmızı bisiklet', 'tuz')).toMatch(/^scrypt\$16\$8\$1\$tuz\$[A-Za-z0-9+/]{43}=$/)
  })

  test('kept at another cost are still known, and a wrong one is not', async () => {
    const kept = await createPasswords(10).hash('kırmızı bisiklet', 'tuz')
    expect(await passwords.verify('kırmızı bisiklet', kept)).toBe(true)
    expect(await passwords.verify('kırmızı bisikle', kept)).toBe(false)
    expect(await passwords.verify('kırmızı bisiklet', kept.replace('$10$', '$11$'))).toBe(false)
  })

  test('are the same however the keyboard composes their letters', async () => {
    const kept = await createPasswords(10).hash('çığ'.normalize('NFD'), 'tuz')
    expect(await passwords.verify('çığ'.normalize('NFC'), kept)).toBe(true)
  })

  test('of a cost that no machine could bear are refused', async () => {
    await expect(passwords.verify('x', 'scrypt$31$8$1$tuz$AAAA')).rejects.toThrow('2^31')
  })
})
