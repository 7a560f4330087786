import { access } from '../features/access/feature.ts'
import { certificates } from '../features/certificates/feature.ts'
import { courses } from '../features/courses/feature.ts'
import { delegations } from '../features/delegations/feature.ts'
import { delivery } from '../features/delivery/feature.ts'
import { help } from '../features/help/feature.ts'
import { imports } from '../features/imports/feature.ts'
import { needs } from '../features/needs/feature.ts'
import { people } from '../features/people/feature.ts'
import { plan } from '../features/plan/feature.ts'
import { sync } from '../features/sync/feature.ts'
import { today } from '../features/today/feature.ts'
import type { Feature } from './feature.ts'

/** Every feature of the window. The rail orders screens by group, and within a group as they stand here. */
export const features: readonly Feature[] = [
  today,
  needs,
  plan,
  delivery,
  delegations,
  certificates,
  access,
  people,
  courses,
  imports,
  sync,
  help,
]
