import { fold } from '../kernel/turkish.ts'

/** `A••• Y•••••` of `Ayşe Yılmaz`: initials and lengths. */
export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const [first = '', ...rest] = [...word]
      return first + '•'.repeat(rest.length)
    })
    .join(' ')

/** Whether a typed surname is the holder's: the last word or words of the name, in any spelling. */
export function isSurnameOf(surname: string, name: string): boolean {
  const typed = fold(surname)
  return typed.length > 1 && ` ${fold(name)}`.endsWith(` ${typed}`) && fold(name) !== typed
}
