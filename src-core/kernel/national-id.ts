/**
 * Whether a text is a Turkish identity number (T.C. Kimlik No) by its own check digits: eleven digits, the first not 0,
 * the tenth `((d1+d3+d5+d7+d9)·7 − (d2+d4+d6+d8)) mod 10`, the eleventh the sum of the first ten mod 10. Numbers of
 * foreigners (99…) follow the same rule. A failed check is a reason to warn, never to refuse.
 */
export function isNationalId(text: string): boolean {
  if (!/^[1-9][0-9]{10}$/.test(text)) return false
  const digits = Array.from(text, Number)
  let odd = 0
  let even = 0
  for (let at = 0; at < 9; at += 2) odd += digits[at] ?? 0
  for (let at = 1; at < 9; at += 2) even += digits[at] ?? 0
  // The difference may be negative, and the remainder of a negative number is negative here.
  const tenth = (((odd * 7 - even) % 10) + 10) % 10
  return digits[9] === tenth && digits[10] === (odd + even + tenth) % 10
}

/** `123******50`: what may be shown of an identity number. Anything of another length is hidden whole. */
export const maskNationalId = (text: string): string =>
  text.length === 11 ? `${text.slice(0, 3)}******${text.slice(9)}` : '*'.repeat(text.length)
