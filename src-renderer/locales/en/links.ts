import type { TextsOf } from '../texts.ts'
import type { links as turkish } from '../tr/links.ts'

export const links = {
  holder: 'For',
  email: 'E-mail',
  emailOf: '{{name}}: e-mail',
  language: 'Language',
  languageOf: '{{name}}: language',
  languages: { tr: 'Turkish', en: 'English', fr: 'French', ar: 'Arabic' },
  state: 'Link',
  actions: 'Actions',
  standing: { none: 'No link', open: 'Answer awaited', answered: 'Answered', expired: 'Expired' },
  until: 'until the end of {{day}}',
  expiresOn: 'Last day',
  mail: 'Send the link by e-mail',
  make_one: 'Make {{count, number}} link',
  make_other: 'Make {{count, number}} links',
  made_one: '{{count, number}} link made.',
  made_other: '{{count, number}} links made.',
  madeAndMailed_one: '{{count, number}} link made; the portal mails it after the next synchronisation.',
  madeAndMailed_other: '{{count, number}} links made; the portal mails them after the next synchronisation.',
  emailMissing_one: '{{count, number}} person has no e-mail address.',
  emailMissing_other: '{{count, number}} people have no e-mail address.',
  copy: 'Copy address',
  copyOf: '{{name}}: copy address',
  copied: 'The address is on the clipboard. Send it to its holder only.',
  revoke: 'Take back',
  revokeOf: '{{name}}: take the link back',
  revoked_one: '{{count, number}} link taken back.',
  revoked_other: '{{count, number}} links taken back.',
  replaces:
    'A new link for somebody who has one ends the old one. Who has answered comes here with the synchronisation.',
  notJoined: 'This computer has not joined a portal. Links open there; their addresses appear once it has joined.',
  errors: {
    rule: {
      linkDay: 'The last day must not be past, nor further than {{most}} days away.',
      linkSubjectOver: 'No link can be made for {{name}}: the visit is closed or the person is no longer on the list.',
      linkTokenUsed: 'This link has been made before. Please try again.',
      linkNeedsEmail: 'Write an e-mail address for {{name}}, or do not send by e-mail.',
    },
  },
} as const satisfies TextsOf<typeof turkish>
