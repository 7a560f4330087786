import {
  IconBook2,
  IconBuildingCommunity,
  IconCalendarOff,
  IconDoor,
  IconFileImport,
  IconPresentation,
} from '@tabler/icons-react'
import { isProposalCode } from '../../../src-core/courses/topic.rules.ts'
import { client } from '../../app/api.ts'
import type { Feature } from '../../app/feature.ts'

const readers = ['SA', 'TM', 'TO', 'CR', 'DC', 'EC', 'AU'] as const

/** How many records of one kind the palette shows. */
const few = 6

/** Topics, trainers, providers, rooms and holidays. */
export const courses = {
  screens: [
    {
      path: '/catalogue/topics',
      group: 'catalogue',
      labelKey: 'courses:topics.title',
      icon: IconBook2,
      roles: readers,
      load: () => import('./TopicsScreen.tsx').then((module) => module.TopicsScreen),
    },
    {
      path: '/catalogue/trainers',
      group: 'catalogue',
      labelKey: 'courses:trainers.title',
      icon: IconPresentation,
      roles: readers,
      load: () => import('./TrainersScreen.tsx').then((module) => module.TrainersScreen),
    },
    {
      path: '/catalogue/providers',
      group: 'catalogue',
      labelKey: 'courses:providers.title',
      icon: IconBuildingCommunity,
      roles: readers,
      load: () => import('./ProvidersScreen.tsx').then((module) => module.ProvidersScreen),
    },
    {
      path: '/catalogue/rooms',
      group: 'catalogue',
      labelKey: 'courses:rooms.title',
      icon: IconDoor,
      roles: readers,
      load: () => import('./RoomsScreen.tsx').then((module) => module.RoomsScreen),
    },
    {
      path: '/catalogue/holidays',
      group: 'catalogue',
      labelKey: 'courses:holidays.title',
      icon: IconCalendarOff,
      roles: readers,
      load: () => import('./HolidaysScreen.tsx').then((module) => module.HolidaysScreen),
    },
    {
      path: '/catalogue/import',
      group: 'catalogue',
      labelKey: 'courses:import.crumb',
      icon: IconFileImport,
      roles: ['TO'],
      inRail: false,
      load: () => import('./CourseImport.tsx').then((module) => module.CourseImport),
    },
  ],
  actions: [
    {
      labelKey: 'courses:topics.add',
      icon: IconBook2,
      roles: ['TO'],
      run: (go) => go('/catalogue/topics?open=new'),
    },
    {
      labelKey: 'courses:trainers.add',
      icon: IconPresentation,
      roles: ['TO'],
      run: (go) => go('/catalogue/trainers?open=new'),
    },
    {
      labelKey: 'courses:holidays.add',
      icon: IconCalendarOff,
      roles: ['TO'],
      run: (go) => go('/catalogue/holidays?open=new'),
    },
    {
      labelKey: 'courses:import.title.topics',
      icon: IconFileImport,
      roles: ['TO'],
      run: (go) => go('/catalogue/import?kind=topics'),
    },
  ],
  searches: [
    {
      groupKey: 'courses:topics.title',
      icon: IconBook2,
      roles: readers,
      search: async (text, signal) => {
        const states = ['ACTIVE' as const, 'PROPOSED' as const]
        const { topics } = await client.courses.topicOptions({ search: text, states }, { signal })
        return topics.slice(0, few).map(({ id, code, name, category }) => ({
          id,
          title: name,
          note: [isProposalCode(code) ? '' : code, category].filter(Boolean).join(' · '),
          to: `/catalogue/topics?open=${id}`,
        }))
      },
    },
    {
      groupKey: 'courses:trainers.title',
      icon: IconPresentation,
      roles: readers,
      search: async (text, signal) => {
        const { rows } = await client.courses.listTrainers({ search: text, end: few }, { signal })
        return rows.map(({ id, name, institution }) => ({
          id,
          title: name,
          ...(institution && { note: institution }),
          to: `/catalogue/trainers?open=${id}`,
        }))
      },
    },
    {
      groupKey: 'courses:rooms.title',
      icon: IconDoor,
      roles: readers,
      search: async (text, signal) => {
        const { rows } = await client.courses.listRooms({ search: text, end: few }, { signal })
        return rows.map(({ id, name, code, venue }) => ({
          id,
          title: name,
          note: `${code} · ${venue}`,
          to: `/catalogue/rooms?open=${id}`,
        }))
      },
    },
  ],
} satisfies Feature
