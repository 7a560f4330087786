import {
  IconCertificate,
  IconListNumbers,
  IconRubberStamp,
  IconSettings,
  IconTemplate,
  IconUsersGroup,
} from '@tabler/icons-react'
import { client } from '../../app/api.ts'
import type { Feature } from '../../app/feature.ts'

const readers = ['TM', 'TO', 'CR', 'DC', 'AU'] as const

const few = 6

/** Certificates: who gets one, the register, verification, templates and settings. */
export const certificates = {
  screens: [
    {
      path: '/certificates/groups',
      group: 'certificates',
      labelKey: 'certificates:groups.title',
      icon: IconUsersGroup,
      roles: readers,
      load: () => import('./GroupsScreen.tsx').then((module) => module.GroupsScreen),
    },
    {
      path: '/certificates/groups/$id',
      group: 'certificates',
      labelKey: 'certificates:groups.one',
      icon: IconUsersGroup,
      roles: readers,
      inRail: false,
      load: () => import('./GroupScreen.tsx').then((module) => module.GroupScreen),
    },
    {
      path: '/certificates/register',
      group: 'certificates',
      labelKey: 'certificates:register.title',
      icon: IconCertificate,
      roles: readers,
      load: () => import('./RegisterScreen.tsx').then((module) => module.RegisterScreen),
    },
    {
      path: '/certificates/verify',
      group: 'certificates',
      labelKey: 'certificates:verify.title',
      icon: IconRubberStamp,
      roles: readers,
      load: () => import('./VerifyScreen.tsx').then((module) => module.VerifyScreen),
    },
    {
      path: '/certificates/templates',
      group: 'certificates',
      labelKey: 'certificates:templates.title',
      icon: IconTemplate,
      roles: readers,
      load: () => import('./TemplatesScreen.tsx').then((module) => module.TemplatesScreen),
    },
    {
      path: '/certificates/designs/$id',
      group: 'certificates',
      labelKey: 'certificates:design.one',
      icon: IconTemplate,
      roles: readers,
      inRail: false,
      load: () => import('./design/DesignScreen.tsx').then((module) => module.DesignScreen),
    },
    {
      path: '/certificates/numbers',
      group: 'certificates',
      labelKey: 'certificates:numbers.title',
      icon: IconListNumbers,
      roles: readers,
      load: () => import('./NumbersScreen.tsx').then((module) => module.NumbersScreen),
    },
    {
      path: '/certificates/settings',
      group: 'certificates',
      labelKey: 'certificates:settings.title',
      icon: IconSettings,
      roles: [...readers, 'SA'],
      load: () => import('./SettingsScreen.tsx').then((module) => module.SettingsScreen),
    },
  ],
  actions: [
    {
      labelKey: 'certificates:groups.add',
      icon: IconUsersGroup,
      roles: ['TO', 'DC'],
      run: (go) => go('/certificates/groups?open=new'),
    },
  ],
  searches: [
    {
      groupKey: 'certificates:register.title',
      icon: IconCertificate,
      roles: readers,
      search: async (text, signal) => {
        const { rows } = await client.certificates.listCertificates({ search: text, end: few }, { signal })
        return rows.map(({ id, serial, name, titleTr }) => ({
          id,
          title: name,
          note: `${serial} · ${titleTr}`,
          to: `/certificates/register?open=${id}`,
        }))
      },
    },
  ],
} satisfies Feature
