import { access } from './access/index.ts'
import { certificates } from './certificates/index.ts'
import type { Contract } from './contract.ts'
import { courses } from './courses/index.ts'
import type { Feature } from './database/dispatcher.ts'
import { delegations } from './delegations/index.ts'
import { delivery, refuseBlockedClashes } from './delivery/index.ts'
import { importsFeature } from './imports/imports.handlers.ts'
import { links } from './links/index.ts'
import { needs } from './needs/index.ts'
import { notices } from './notices/index.ts'
import { people } from './people/index.ts'
import { planFeature, refusePlanImportUndo } from './plan/index.ts'
import { sample } from './sample/index.ts'
import { sync } from './sync/index.ts'

const plan = planFeature({ beforePublishing: refuseBlockedClashes })
const imports = importsFeature({ beforeUndo: refusePlanImportUndo })

/** Every feature with its handlers, under the name its operations carry. */
export const features = {
  access,
  certificates,
  courses,
  delegations,
  delivery,
  imports,
  links,
  needs,
  notices,
  people,
  plan,
  sample,
  sync,
} satisfies Readonly<Record<keyof Contract, Feature>>
