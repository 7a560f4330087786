export { endLinksOf, linkByHash, linkById, noteAnswered, openHostLinks } from './link.repository.ts'
export { receiptNoOf, roleOf, standingOf, tokenHash } from './link.rules.ts'
export { hostMailKey } from './link-mail.ts'
export { links } from './links.handlers.ts'
