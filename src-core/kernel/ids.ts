import { createHash } from 'node:crypto'

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/**
 * A UUIDv7 (RFC 9562): 48 bits of `at` in milliseconds, then 74 bits taken from `random`.
 * `random` must yield at least ten bytes.
 */
export function uuidV7(at: number, random: Uint8Array): string {
  const time = hex(at, 12)
  const tail = Buffer.from(random.subarray(0, 10))
  tail[0] = ((tail[0] ?? 0) & 0x0f) | 0x70
  tail[2] = ((tail[2] ?? 0) & 0x3f) | 0x80
  const text = tail.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

/**
 * The ids one command gives out: UUIDv7 in rising order, computed from the command's own id and time alone, so that
 * running the command again gives the same ids. The first 32 random bits count, the other 42 come from the command id.
 */
export function idsOf(commandId: string, at: number): () => string {
  const time = hex(at, 12)
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7`
  const digest = createHash('sha256').update(commandId).digest('hex')
  const tail = `${digest.slice(0, 2)}-${digest.slice(2, 10)}`
  let count = 0
  return () => {
    const n = count++
    if (n > 0xffff_ffff) throw new Error('One command gave out more than 2^32 ids')
    // 12 bits before the variant, 14 after it (its top two bits are the variant), 6 more in the last group
    const high = hex(n >>> 20, 3)
    const middle = hex(0x8000 | ((n >>> 6) & 0x3fff), 4)
    const low = hex(n & 0x3f, 2)
    return `${head}${high}-${middle}-${low}${tail.replace('-', '')}`
  }
}
