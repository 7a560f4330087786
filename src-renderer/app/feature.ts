import type { TablerIcon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { OfficerRole } from '../../src-core/kernel/roles.ts'
import type { common } from '../locales/tr/common.ts'
import type { TextKey } from './i18n.ts'

/** A place in the rail. */
export type ScreenGroup = keyof (typeof common)['groups']

/** Whom something is for. The service refuses everybody else anyway; here it decides what is offered. */
export type ForRoles = readonly OfficerRole[] | 'signedIn'

export type Screen = {
  /** `/people/staff`, or with a part that varies `/people/staff/$id`. */
  readonly path: string
  readonly group: ScreenGroup
  readonly labelKey: TextKey
  readonly icon: TablerIcon
  readonly roles: ForRoles
  /** `() => import('./StaffScreen.tsx').then((module) => module.StaffScreen)`: loaded when it is first shown. */
  readonly load: () => Promise<ComponentType>
  /** False for the screen of a single record, which is reached from its list. */
  readonly inRail?: boolean
}

/** Goes to a place in the window: a path with its search, as in `/people/staff?open=…`. */
export type Go = (to: string) => void

/** A command that the palette offers on every screen. What a screen's own header does is there already. */
export type Action = {
  readonly labelKey: TextKey
  readonly icon: TablerIcon
  readonly roles: ForRoles
  readonly keys?: string
  readonly run: (go: Go) => void
}

export type Found = {
  readonly id: string
  readonly title: string
  /** What tells it from others of the same name: a unit, a code. */
  readonly note?: string
  readonly to: string
}

/** Records of one kind that the palette can find. */
export type SearchProvider = {
  readonly groupKey: TextKey
  readonly icon: TablerIcon
  readonly roles: ForRoles
  /** The best few matches, best first. Called 150 ms after the last letter, from the second letter on. */
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly Found[]>
}

/** What a feature brings to the window: `export const people = { … } satisfies Feature` in `features/people/feature.ts`. */
export type Feature = {
  readonly screens: readonly Screen[]
  readonly actions?: readonly Action[]
  readonly searches?: readonly SearchProvider[]
  /** Stands in the header of every screen: the cycle or year being worked on. */
  readonly header?: { readonly roles: ForRoles; readonly load: () => Promise<ComponentType> }
}
