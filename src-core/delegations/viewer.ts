import { z } from 'zod'

/** A domain of the body's own, as it stands behind the sign of an address. */
const domain = /^(?=.{4,190}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/

/** Where anybody gets an address: such a domain says nothing of whom somebody works for. */
const openDomains: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'outlook.com',
  'live.com',
  'msn.com',
  'yahoo.com',
  'yahoo.fr',
  'icloud.com',
  'yandex.com',
  'yandex.ru',
  'mail.ru',
  'gmx.com',
  'gmx.de',
  'proton.me',
  'protonmail.com',
  'aol.com',
  'mynet.com',
])

/** Who of a body sees its programme on the portal: an e-mail address, or a domain for everybody who has an address there. */
export const viewerAddressSchema = z
  .string()
  .trim()
  .toLowerCase()
  .transform((text) => text.replace(/^@/, ''))
  .pipe(z.union([z.email().max(200), z.string().regex(domain)]))

export const isOpenDomain = (address: string): boolean => openDomains.has(address)

/** What of an address list may name the holder of this address: the address itself and its domain. */
export const namesOf = (email: string): readonly string[] => [email, email.slice(email.lastIndexOf('@') + 1)]
