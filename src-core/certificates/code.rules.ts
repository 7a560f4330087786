import { sha256 } from '../kernel/hash.ts'

/** Crockford's base 32: no I, L, O or U, so that nothing is misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const dataLength = 11

/** The twelfth character by Luhn's rule modulo 32: it betrays any one wrong character and nearly any two that changed places. */
function checkCharacter(data: string): string {
  let sum = 0
  let factor = 2
  for (let at = data.length - 1; at >= 0; at--) {
    const product = alphabet.indexOf(data.charAt(at)) * factor
    sum += Math.floor(product / 32) + (product % 32)
    factor = factor === 2 ? 1 : 2
  }
  return alphabet.charAt((32 - (sum % 32)) % 32)
}

/** The twelve characters of a secret: 55 bits of its hash and the check character. */
export function codeOf(secret: string): string {
  const digest = BigInt(`0x${sha256(secret)}`)
  let data = ''
  for (let at = 0; at < dataLength; at++) data += alphabet.charAt(Number((digest >> BigInt(5 * at)) & 31n))
  return data + checkCharacter(data)
}

/** A code as somebody typed it: any case, with or without spaces and hyphens, O for 0 and I or L for 1. Undefined when it is none. */
export function parseCode(text: string): string | undefined {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IİL]/g, '1')
  if (code.length !== dataLength + 1 || ![...code].every((sign) => alphabet.includes(sign))) return undefined
  return checkCharacter(code.slice(0, dataLength)) === code.at(-1) ? code : undefined
}

/** `K7QF-2M9X-ABCD`, as it is printed. */
export const showCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code
