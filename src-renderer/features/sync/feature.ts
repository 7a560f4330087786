import { IconRefresh } from '@tabler/icons-react'
import type { Feature } from '../../app/feature.ts'

/** How this desktop and the portal agree, and what waits for a person. */
export const sync = {
  screens: [
    {
      path: '/sync',
      group: 'sync',
      labelKey: 'sync:title',
      icon: IconRefresh,
      roles: 'signedIn',
      load: () => import('./SyncScreen.tsx').then((module) => module.SyncScreen),
    },
  ],
  header: { roles: 'signedIn', load: () => import('./SyncHeader.tsx').then((module) => module.SyncHeader) },
} satisfies Feature
