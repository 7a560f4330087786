import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { isCommonPassword } from './common-passwords.ts'

const keyBytes = 32
const mostBits = 20

/** scrypt with N = 2^bits, r = 8, p = 1. Refuses a cost that no program of ours ever wrote. */
const derive = (password: string, salt: string, bits: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    if (!Number.isInteger(bits) || bits < 1 || bits > mostBits) throw new RangeError(`a scrypt cost of 2^${bits}`)
    const cost = { N: 2 ** bits, r: 8, p: 1, maxmem: 2 ** (bits + 11) }
    scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** Passwords kept with scrypt at 2^`bits`; the stored text names its cost, so that a later program may raise it. */
export const createPasswords = (bits: number): Ports['passwords'] => ({
  hash: async (password, salt) =>
    `scrypt$${bits}$8$1$${salt}$${(await derive(password, salt, bits)).toString('base64')}`,
  verify: async (password, stored) => {
    const [, storedBits, , , salt = '', key = ''] = stored.split('$')
    const expected = Buffer.from(key, 'base64')
    const actual = await derive(password, salt, Number(storedBits))
    return expected.length === actual.length && timingSafeEqual(expected, actual)
  },
  isCommon: isCommonPassword,
})

/** At the cost of OWASP's password storage cheat sheet: N = 2^16, r = 8, p = 1. */
export const passwords = createPasswords(16)
