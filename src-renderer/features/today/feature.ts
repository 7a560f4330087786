import { IconSun } from '@tabler/icons-react'
import type { Feature } from '../../app/feature.ts'

/** What must I do now. */
export const today = {
  screens: [
    {
      path: '/',
      group: 'today',
      labelKey: 'needs:today.title',
      icon: IconSun,
      roles: ['TM', 'TO', 'CR', 'DC', 'SA'],
      load: () => import('./TodayScreen.tsx').then((module) => module.TodayScreen),
    },
  ],
} satisfies Feature
