import { IconCalendarEvent, IconChartBar, IconKeyboard, IconListDetails, IconUsersGroup } from '@tabler/icons-react'
import type { OfficerRole } from '../../../src-core/kernel/roles.ts'
import type { Feature } from '../../app/feature.ts'
import { decideScreens } from './priorities/decide-screens.ts'

const cycleReaders: readonly OfficerRole[] = ['SA', 'TM', 'TO', 'AU']
const needReaders: readonly OfficerRole[] = ['TM', 'TO', 'AU']

/** Training needs, from the set-up of the year to its results. */
export const needs = {
  screens: [
    {
      path: '/needs/cycle',
      group: 'needs',
      labelKey: 'needs:cycle.title',
      icon: IconCalendarEvent,
      roles: cycleReaders,
      load: () => import('./cycle/CycleScreen.tsx').then((module) => module.CycleScreen),
    },
    {
      path: '/needs/board',
      group: 'needs',
      labelKey: 'needs:board.title',
      icon: IconChartBar,
      roles: needReaders,
      load: () => import('./board/BoardScreen.tsx').then((module) => module.BoardScreen),
    },
    {
      path: '/needs/entry',
      group: 'needs',
      labelKey: 'needs:entry.title',
      icon: IconKeyboard,
      roles: ['TO', 'TM'],
      load: () => import('./entry/EntryScreen.tsx').then((module) => module.EntryScreen),
    },
    {
      path: '/needs/units',
      group: 'needs',
      labelKey: 'needs:units.title',
      icon: IconUsersGroup,
      roles: needReaders,
      load: () => import('./entry/UnitNeedsScreen.tsx').then((module) => module.UnitNeedsScreen),
    },
    {
      path: '/needs/list',
      group: 'needs',
      labelKey: 'needs:list.title',
      icon: IconListDetails,
      roles: needReaders,
      load: () => import('./list/NeedsScreen.tsx').then((module) => module.NeedsScreen),
    },
    ...decideScreens,
  ],
  header: {
    roles: cycleReaders,
    load: () => import('./cycle/CycleSwitcher.tsx').then((module) => module.CycleSwitcher),
  },
} satisfies Feature
