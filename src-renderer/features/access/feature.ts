import { IconKey } from '@tabler/icons-react'
import type { Feature } from '../../app/feature.ts'

/** Accounts, roles and one's own password. */
export const access = {
  screens: [
    {
      path: '/settings/password',
      group: 'settings',
      labelKey: 'access:password.title',
      icon: IconKey,
      roles: 'signedIn',
      inRail: false,
      load: () => import('./PasswordScreen.tsx').then((module) => module.PasswordScreen),
    },
  ],
} satisfies Feature
