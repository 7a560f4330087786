/** An IBAN without spaces, in capitals, as it is stored and compared. */
export const ibanText = (text: string): string => text.replace(/\s+/g, '').toUpperCase()

const turkishLength = 26

/** Whether an IBAN has its country's form and the check digits of ISO 13616 (the whole as a number, modulo 97, is 1). */
export function isIban(text: string): boolean {
  const iban = ibanText(text)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  if (iban.startsWith('TR') && iban.length !== turkishLength) return false
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** `TR33 **** 1326`: enough to tell two accounts apart, not enough to pay into one. */
export const maskIban = (iban: string): string => `${iban.slice(0, 4)} **** ${iban.slice(-4)}`
