import { IconAlertTriangle, IconArrowsShuffle, IconCalendar, IconLayoutBoard } from '@tabler/icons-react'
import type { OfficerRole } from '../../../src-core/kernel/roles.ts'
import type { Feature } from '../../app/feature.ts'

const readers: readonly OfficerRole[] = ['TM', 'TO', 'CR', 'DC', 'AU']

/** When, where and by whom the trainings of the plan are held. */
export const delivery = {
  screens: [
    {
      path: '/plan/placing',
      group: 'plan',
      labelKey: 'delivery:placing.title',
      icon: IconArrowsShuffle,
      roles: readers,
      load: () => import('./PlacingScreen.tsx').then((module) => module.PlacingScreen),
    },
    {
      path: '/plan/calendar',
      group: 'plan',
      labelKey: 'delivery:calendar.title',
      icon: IconCalendar,
      roles: readers,
      load: () => import('./CalendarScreen.tsx').then((module) => module.CalendarScreen),
    },
    {
      path: '/plan/board',
      group: 'plan',
      labelKey: 'delivery:board.title',
      icon: IconLayoutBoard,
      roles: readers,
      load: () => import('./BoardScreen.tsx').then((module) => module.BoardScreen),
    },
    {
      path: '/plan/clashes',
      group: 'plan',
      labelKey: 'delivery:clash.title',
      icon: IconAlertTriangle,
      roles: readers,
      load: () => import('./ClashesScreen.tsx').then((module) => module.ClashesScreen),
    },
  ],
} satisfies Feature
