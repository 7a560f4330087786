/**
 * What a number control says: a number, a text that is still being typed (`12.50` with its last zero), or nothing. The text is
 * plain, with a point, whatever the language writes.
 */
export function toNumber(said: number | string): number | null {
  if (typeof said === 'number') return Number.isFinite(said) ? said : null
  const number = said.trim() === '' ? Number.NaN : Number(said)
  return Number.isFinite(number) ? number : null
}
