import { IconEraser, IconFileImport, IconHierarchy2, IconIdBadge2, IconUsers } from '@tabler/icons-react'
import { fold } from '../../../src-core/kernel/turkish.ts'
import { client } from '../../app/api.ts'
import type { Feature } from '../../app/feature.ts'
import { textOf } from '../../app/i18n.ts'

const readers = ['SA', 'TM', 'TO', 'CR', 'DC', 'EC', 'AU'] as const

/** How many records of one kind the palette shows. */
const few = 6

/** Units, staff and titles. */
export const people = {
  screens: [
    {
      path: '/people/staff',
      group: 'people',
      labelKey: 'people:staff.title',
      icon: IconUsers,
      roles: readers,
      load: () => import('./StaffScreen.tsx').then((module) => module.StaffScreen),
    },
    {
      path: '/people/units',
      group: 'people',
      labelKey: 'people:units.title',
      icon: IconHierarchy2,
      roles: readers,
      load: () => import('./UnitsScreen.tsx').then((module) => module.UnitsScreen),
    },
    {
      path: '/people/titles',
      group: 'people',
      labelKey: 'people:titles.title',
      icon: IconIdBadge2,
      roles: readers,
      load: () => import('./TitlesScreen.tsx').then((module) => module.TitlesScreen),
    },
    {
      path: '/people/erasures',
      group: 'people',
      labelKey: 'people:erasure.title',
      icon: IconEraser,
      roles: ['SA', 'TM', 'TO', 'AU'],
      load: () => import('./ErasuresScreen.tsx').then((module) => module.ErasuresScreen),
    },
    {
      path: '/people/import',
      group: 'people',
      labelKey: 'people:list.crumb',
      icon: IconFileImport,
      roles: ['TO'],
      inRail: false,
      load: () => import('./ListImport.tsx').then((module) => module.ListImport),
    },
  ],
  actions: [
    { labelKey: 'people:staff.add', icon: IconUsers, roles: ['TO'], run: (go) => go('/people/staff?open=new') },
    { labelKey: 'people:units.add', icon: IconHierarchy2, roles: ['TO'], run: (go) => go('/people/units?open=new') },
    {
      labelKey: 'people:list.title.staff',
      icon: IconFileImport,
      roles: ['TO'],
      run: (go) => go('/people/import?kind=staff'),
    },
    {
      labelKey: 'people:list.title.units',
      icon: IconFileImport,
      roles: ['TO'],
      run: (go) => go('/people/import?kind=units'),
    },
  ],
  searches: [
    {
      groupKey: 'people:staff.title',
      icon: IconUsers,
      roles: readers,
      search: async (text, signal) => {
        const { staff } = await client.people.searchStaff({ text, activeOnly: false }, { signal })
        return staff.slice(0, few).map(({ id, name, registryNo, unitName, active }) => ({
          id,
          title: name,
          note: [registryNo, unitName, active ? '' : textOf('people:pick.left')].filter(Boolean).join(' · '),
          to: `/people/staff?open=${id}`,
        }))
      },
    },
    {
      groupKey: 'people:units.title',
      icon: IconHierarchy2,
      roles: readers,
      search: async (text, signal) => {
        const { units } = await client.people.unitOptions(undefined, { signal })
        const words = fold(text).split(' ')
        return units
          .filter(({ searchKey }) => words.every((word) => searchKey.includes(word)))
          .slice(0, few)
          .map(({ id, name, code, parentName }) => ({
            id,
            title: name,
            note: [code, parentName].filter(Boolean).join(' · '),
            to: `/people/units?open=${id}`,
          }))
      },
    },
  ],
} satisfies Feature
