import { createPasswords } from '../../src-node/crypto/passwords.ts'

/** The cost of a password is tried in test/node/crypto/passwords.test.ts; elsewhere it would only be waited for. */
export const quickPasswords = createPasswords(10)
