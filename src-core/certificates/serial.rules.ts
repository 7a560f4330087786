import type { CertificateKind } from '../database/schema.ts'

/** What the numbers of each register begin with: katılım, başarı, heyet, program sertifikası. */
export const serialPrefix = {
  PARTICIPATION: 'KS',
  SUCCESS: 'BS',
  DELEGATION: 'HS',
  PROGRAMME: 'PS',
} as const satisfies Record<CertificateKind, string>

/** `KS-2027-000418`. */
export const serialOf = (kind: CertificateKind, year: number, number: number): string =>
  `${serialPrefix[kind]}-${year}-${String(number).padStart(6, '0')}`

/** A number as somebody typed it, in its printed form: `ks 2027 418` is `KS-2027-000418`. Undefined when it is none. */
export function parseSerial(text: string): string | undefined {
  const [, prefix, year, number] = /^\s*([KBHP]S)[\s-]*(\d{4})[\s-]+0*(\d{1,6})\s*$/i.exec(text) ?? []
  if (!prefix || !year || !number) return undefined
  return `${prefix.toUpperCase()}-${year}-${number.padStart(6, '0')}`
}
