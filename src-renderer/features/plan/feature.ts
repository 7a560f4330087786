import { IconCoins, IconFileCheck, IconFileImport, IconListCheck } from '@tabler/icons-react'
import type { OfficerRole } from '../../../src-core/kernel/roles.ts'
import type { Feature } from '../../app/feature.ts'

const readers: readonly OfficerRole[] = ['TM', 'TO', 'CR', 'DC', 'AU']

/** The annual plan: lines, money, and the way to approval and through the year. */
export const plan = {
  screens: [
    {
      path: '/plan/lines',
      group: 'plan',
      labelKey: 'plan:title',
      icon: IconListCheck,
      roles: readers,
      load: () => import('./PlanScreen.tsx').then((module) => module.PlanScreen),
    },
    {
      path: '/plan/budget',
      group: 'plan',
      labelKey: 'plan:budget.title',
      icon: IconCoins,
      roles: readers,
      load: () => import('./BudgetScreen.tsx').then((module) => module.BudgetScreen),
    },
    {
      path: '/plan/review',
      group: 'plan',
      labelKey: 'plan:review.title',
      icon: IconFileCheck,
      roles: readers,
      load: () => import('./ReviewScreen.tsx').then((module) => module.ReviewScreen),
    },
    {
      path: '/plan/import',
      group: 'plan',
      labelKey: 'plan:import.title',
      icon: IconFileImport,
      roles: ['TM', 'TO'],
      inRail: false,
      load: () => import('./PlanImport.tsx').then((module) => module.PlanImport),
    },
  ],
} satisfies Feature
