import { oneOf, setting } from './stored.ts'

export type Density = 'compact' | 'comfortable'

/** Height of table rows: 32 px or 40 px. */
export const density = setting<Density>('density', 'compact', oneOf('compact', 'comfortable'))

export type Scheme = 'light' | 'dark' | 'auto'

export const scheme = setting<Scheme>('scheme', 'auto', oneOf('light', 'dark', 'auto'))

export const railCollapsed = setting('rail', false, (stored) => (typeof stored === 'boolean' ? stored : undefined))
