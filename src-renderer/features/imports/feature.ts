import { IconFileImport, IconHistory } from '@tabler/icons-react'
import type { Feature } from '../../app/feature.ts'

/** Files of needs on their way in, and every import with its undo. */
export const imports = {
  screens: [
    {
      path: '/needs/import',
      group: 'needs',
      labelKey: 'imports:needs.rail',
      icon: IconFileImport,
      roles: ['TM', 'TO'],
      load: () => import('./NeedsImport.tsx').then((module) => module.NeedsImport),
    },
    {
      path: '/imports',
      group: 'imports',
      labelKey: 'imports:list.title',
      icon: IconHistory,
      roles: ['TM', 'TO', 'AU'],
      load: () => import('./ImportsList.tsx').then((module) => module.ImportsList),
    },
  ],
} satisfies Feature
