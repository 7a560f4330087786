import { IconDatabase, IconHistory, IconKey, IconShieldLock, IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import type { Feature } from '../../app/feature.ts'

/** Accounts, security, backups, the log, and one's own password. */
export const access = {
  screens: [
    {
      path: '/settings/accounts',
      group: 'settings',
      labelKey: 'administration:accounts.title',
      icon: IconUsersGroup,
      roles: ['SA', 'TM', 'AU'],
      load: () => import('./AccountsScreen.tsx').then((module) => module.AccountsScreen),
    },
    {
      path: '/settings/security',
      group: 'settings',
      labelKey: 'administration:security.title',
      icon: IconShieldLock,
      roles: ['SA', 'TM', 'AU'],
      load: () => import('./SecurityScreen.tsx').then((module) => module.SecurityScreen),
    },
    {
      path: '/settings/backups',
      group: 'settings',
      labelKey: 'administration:backups.title',
      icon: IconDatabase,
      roles: ['SA', 'TM', 'AU'],
      load: () => import('./BackupsScreen.tsx').then((module) => module.BackupsScreen),
    },
    {
      path: '/settings/log',
      group: 'settings',
      labelKey: 'administration:log.title',
      icon: IconHistory,
      roles: 'signedIn',
      load: () => import('./LogScreen.tsx').then((module) => module.LogScreen),
    },
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
  actions: [
    {
      labelKey: 'administration:accounts.add',
      icon: IconUserPlus,
      roles: ['SA'],
      run: (go) => go('/settings/accounts?open=new'),
    },
  ],
} satisfies Feature
