import { IconBuildingFactory2, IconChartBar, IconMailOpened, IconPlane } from '@tabler/icons-react'
import { client } from '../../app/api.ts'
import type { Feature } from '../../app/feature.ts'
import { titleOf } from './words.ts'

const readers = ['TM', 'TO', 'CR', 'DC', 'AU'] as const

const few = 6

/** Delegations: requests, files, sites. */
export const delegations = {
  screens: [
    {
      path: '/delegations/files',
      group: 'delegations',
      labelKey: 'delegations:files.title',
      icon: IconPlane,
      roles: readers,
      load: () => import('./DelegationsScreen.tsx').then((module) => module.DelegationsScreen),
    },
    {
      path: '/delegations/files/$id',
      group: 'delegations',
      labelKey: 'delegations:files.one',
      icon: IconPlane,
      roles: readers,
      inRail: false,
      load: () => import('./DelegationScreen.tsx').then((module) => module.DelegationScreen),
    },
    {
      path: '/delegations/requests',
      group: 'delegations',
      labelKey: 'delegations:requests.title',
      icon: IconMailOpened,
      roles: readers,
      load: () => import('./RequestsScreen.tsx').then((module) => module.RequestsScreen),
    },
    {
      path: '/delegations/sites',
      group: 'delegations',
      labelKey: 'delegations:sites.title',
      icon: IconBuildingFactory2,
      roles: readers,
      load: () => import('./SitesScreen.tsx').then((module) => module.SitesScreen),
    },
    {
      path: '/delegations/demand',
      group: 'delegations',
      labelKey: 'delegations:demand.title',
      icon: IconChartBar,
      roles: readers,
      load: () => import('./DemandScreen.tsx').then((module) => module.DemandScreen),
    },
  ],
  actions: [
    {
      labelKey: 'delegations:requests.add',
      icon: IconMailOpened,
      roles: ['DC'],
      run: (go) => go('/delegations/requests?open=new'),
    },
  ],
  searches: [
    {
      groupKey: 'delegations:files.title',
      icon: IconPlane,
      roles: readers,
      search: async (text, signal) => {
        const { rows } = await client.delegations.listDelegations({ search: text, end: few }, { signal })
        return rows.map(({ id, requestNo, requestingBody, ...titles }) => ({
          id,
          title: titleOf(titles),
          note: `${requestNo} · ${requestingBody}`,
          to: `/delegations/files/${id}`,
        }))
      },
    },
  ],
} satisfies Feature
