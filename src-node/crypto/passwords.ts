import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Ports } from '../../src-core/kernel/ports.ts'
import { isCommonPassword } from './common-passwords.ts'

const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 }
const keyBytes = 32

const derive = (password: string, salt: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** scrypt with N = 2^16, r = 8, p = 1 (OWASP password storage); the text keeps its parameters so that they can grow. */
export const passwords: Ports['passwords'] = {
  hash: async (password, salt) => `scrypt$16$8$1$${salt}$${(await derive(password, salt)).toString('base64')}`,
  verify: async (password, stored) => {
    const [, , , , salt = '', key = ''] = stored.split('$')
    const expected = Buffer.from(key, 'base64')
    const actual = await derive(password, salt)
    return expected.length === actual.length && timingSafeEqual(expected, actual)
  },
  isCommon: isCommonPassword,
}
