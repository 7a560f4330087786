import { IconHelp } from '@tabler/icons-react'
import type { Feature } from '../../app/feature.ts'

/** The guide, which the officer's menu, F1 and the window's own Help menu open. */
export const help = {
  screens: [
    {
      path: '/help',
      group: 'help',
      labelKey: 'help:title',
      icon: IconHelp,
      roles: 'signedIn',
      load: () => import('./HelpScreen.tsx').then((module) => module.HelpScreen),
    },
  ],
} satisfies Feature
