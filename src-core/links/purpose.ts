import type { PersonalLinkTable } from '../database/schema.ts'

/** What links are for. Pages import these lists alone, without the shapes that are built on them. */
export const linkPurposes = [
  'HOST',
  'PARTICIPANT',
  'TRAINER',
] as const satisfies readonly PersonalLinkTable['purpose'][]

export type LinkPurpose = (typeof linkPurposes)[number]

/** Languages of the pages behind links. Hosts and trainers read Turkish or English. */
export const linkLanguages = ['tr', 'en', 'fr', 'ar'] as const satisfies readonly PersonalLinkTable['language'][]

export type LinkLanguage = (typeof linkLanguages)[number]
