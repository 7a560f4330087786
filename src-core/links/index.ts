export { endLinksOf, linkByHash, linkById, noteAnswered } from './link.repository.ts'
export { receiptNoOf, roleOf, standingOf, tokenHash } from './link.rules.ts'
export { links } from './links.handlers.ts'
