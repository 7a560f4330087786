import { createHash, hash } from 'node:crypto'

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex')

/** SHA-256 of pieces in order; equal to the hash of their concatenation, each piece ended by a line feed. */
export function rollingSha256(): { add(piece: string): void; digest(): string } {
  const rolling = createHash('sha256')
  return {
    add: (piece) => {
      rolling.update(piece)
      rolling.update('\n')
    },
    digest: () => rolling.digest('hex'),
  }
}
