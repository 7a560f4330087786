import type { TextsOf } from '../texts.ts'
import type { access as turkish } from '../tr/access.ts'

export const access = {
  signIn: {
    title: 'Sign in',
    userName: 'User name',
    password: 'Password',
    submit: 'Sign in',
    sample: 'Sample academy',
    sampleHint: 'Choose an officer; no password is needed. Nothing you do here touches real records.',
    withPassword: 'Sign in with a user name',
    sampleList: 'Sample officers',
  },
  setUp: {
    title: 'First set-up',
    hint: 'There is no academy on this computer yet. The first account is the system administrator, who opens the others.',
    institution: 'Name of the institution',
    institutionHint: 'Written like this on reports and documents.',
    displayName: 'Your name',
    alsoOfficer: 'I also run the trainings',
    alsoOfficerHint: 'Gives this account the roles of training manager and training officer as well.',
    submit: 'Set up the academy',
  },
  password: {
    new: 'New password',
    repeat: 'New password again',
    again: 'Password again',
    current: 'Present password',
    rules:
      'At least {{least}} characters. A sentence of a few words is good; figures and signs are not required. Well-known passwords are refused.',
    short: 'Type at least {{least}} characters; now {{count}}.',
    different: 'The two passwords differ.',
    capsLock: 'Caps Lock is on.',
    title: 'Change password',
    changed: 'Your password was changed.',
    submit: 'Change password',
  },
  lock: {
    title: 'Screen locked',
    hint: 'What you typed is still there. Type your password to go on.',
    expiredTitle: 'Session ended',
    expiredHint: 'What you typed is still there. Sign in again to go on.',
    sampleHint: 'What you typed is still there. A sample academy asks for no password.',
    unlock: 'Unlock',
    goOn: 'Go on',
    other: 'Sign in as somebody else',
    otherQuestion: 'Sign in as somebody else?',
    otherDetail: 'Open screens close. Unsaved text in forms is kept until you sign in again.',
  },
  frame: {
    need: 'Need',
    plan: 'Plan',
    training: 'Training',
    certificate: 'Certificate',
    line: 'From the person who asks to the certificate in hand: a year of training on one thread.',
    local: 'Data stay on this computer. It works without a network.',
  },
  start: {
    opening: 'Opening Akademi…',
    slow: 'This takes longer than expected. Akademi may have been closed; start it again and reload this page.',
    stopped: 'The Akademi service stopped {{count}} times in a row and was not started again. No data were touched.',
    retry: 'Start again',
    folder: 'Data folder: {{folder}}',
    keyUnavailable:
      'The key store of this computer cannot be reached, so encrypted fields cannot be opened. Sign out of Windows and in again, then retry.',
    keyUnreadable:
      'The key of the encrypted fields cannot be read on this computer. If the data folder came from another computer, bring its key as well.',
    refused: 'Akademi could not open',
  },
  errors: {
    rule: {
      wrongUserOrPassword: 'The user name or the password is wrong. Check Caps Lock and try again.',
      tooManyTries: 'Too many wrong tries. Try again in {{seconds, number}} seconds.',
      passwordTooShort: 'The password is too short. Type at least 12 characters.',
      passwordCommon: 'This password is on the lists that are tried first. Choose another one.',
      passwordHasName:
        'The password is little more than your name or the institution’s. Choose one that is hard to guess.',
      passwordRepeats: 'The password is made of the same few characters. Choose a more varied one.',
      alreadySetUp: 'This academy is set up already. Sign in with your account.',
      onlyOnSample: 'Only a sample academy opens without a password. Sign in with user name and password.',
    },
  },
} as const satisfies TextsOf<typeof turkish>
