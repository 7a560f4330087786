import { breaksRule } from '../kernel/errors.ts'
import type { Ports } from '../kernel/ports.ts'
import { fold } from '../kernel/turkish.ts'

/** Shortest password (NIST SP 800-63B asks for at least eight; without a second factor we ask for twelve). */
export const passwordMinimum = 12

export type PasswordProblem = 'passwordTooShort' | 'passwordCommon' | 'passwordHasName' | 'passwordRepeats'

/**
 * What is wrong with a new password, or nothing. No composition rules (NIST SP 800-63B, 5.1.1.2): length counts, and
 * passwords that guessers try first are refused: common ones, the user's or institution's own name, one sign repeated.
 */
export function passwordProblem(
  password: string,
  names: readonly string[],
  isCommon: (password: string) => boolean,
): PasswordProblem | undefined {
  if ([...password].length < passwordMinimum) return 'passwordTooShort'
  if (new Set(password).size < 4) return 'passwordRepeats'
  if (isCommon(password)) return 'passwordCommon'
  const folded = fold(password).replaceAll(' ', '')
  const close = names.map((name) => fold(name).replaceAll(' ', '')).filter((name) => name.length >= 4)
  if (close.some((name) => folded.includes(name) && folded.length - name.length < 6)) return 'passwordHasName'
  return undefined
}

/** Refuses a password that is too easy to guess. */
export function checkPassword(
  { passwords }: Pick<Ports, 'passwords'>,
  password: string,
  names: readonly string[],
): void {
  const problem = passwordProblem(password, names, passwords.isCommon)
  if (problem) breaksRule(problem)
}

/** Seconds an account waits after `failures` wrong tries in a row: none for the first four, then doubling to 15 minutes. */
export const waitSeconds = (failures: number): number => (failures < 5 ? 0 : Math.min(15 * 60, 5 * 2 ** (failures - 5)))

/** Minutes without a key or a click after which the screen locks, unless the setting says otherwise. */
export const standardIdleMinutes = 15
