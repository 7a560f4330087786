import { client } from '../api.ts'
import { tellError } from '../errors/tell-error.tsx'
import { type Language, language } from '../i18n.ts'
import { bar } from '../session.ts'

/** Covers the screens until the officer's password is typed. */
export async function lockScreen(): Promise<void> {
  try {
    await client.access.lock()
    bar('locked')
  } catch (error) {
    tellError(error)
  }
}

/** Speaks another language at once and remembers it with the account. */
export async function changeLanguage(next: Language): Promise<void> {
  language.set(next)
  try {
    await client.access.setLanguage({ language: next })
  } catch (error) {
    tellError(error)
  }
}
