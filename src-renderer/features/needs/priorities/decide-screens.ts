import { IconArrowMerge, IconChartBar, IconSortDescending } from '@tabler/icons-react'
import type { OfficerRole } from '../../../../src-core/kernel/roles.ts'
import type { Screen } from '../../../app/feature.ts'

const readers: readonly OfficerRole[] = ['TM', 'TO', 'AU']

/** Where needs are merged, ranked and decided, and what came out of it. */
export const decideScreens = [
  {
    path: '/needs/merge',
    group: 'needs',
    labelKey: 'needsDecide:merge.title',
    icon: IconArrowMerge,
    roles: readers,
    load: () => import('../merge/MergeBench.tsx').then((module) => module.MergeBench),
  },
  {
    path: '/needs/priorities',
    group: 'needs',
    labelKey: 'needsDecide:priority.title',
    icon: IconSortDescending,
    roles: readers,
    load: () => import('./PrioritiesScreen.tsx').then((module) => module.PrioritiesScreen),
  },
  {
    path: '/needs/results',
    group: 'needs',
    labelKey: 'needsDecide:results.title',
    icon: IconChartBar,
    roles: readers,
    load: () => import('../results/ResultsScreen.tsx').then((module) => module.ResultsScreen),
  },
] satisfies readonly Screen[]
