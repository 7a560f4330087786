import { accessContract } from './access/access.contract.ts'
import { certificatesContract } from './certificates/certificates.contract.ts'
import { coursesContract } from './courses/courses.contract.ts'
import { delegationsContract } from './delegations/delegations.contract.ts'
import { deliveryContract } from './delivery/delivery.contract.ts'
import { importsContract } from './imports/imports.contract.ts'
import { linksContract } from './links/links.contract.ts'
import { needsContract } from './needs/needs.contract.ts'
import { noticesContract } from './notices/notices.contract.ts'
import { peopleContract } from './people/people.contract.ts'
import { planContract } from './plan/plan.contract.ts'
import { sampleContract } from './sample/sample.contract.ts'
import { syncContract } from './sync/sync.contract.ts'

/** Every operation of the academy, by feature. The window, the command line and the portal know nothing else of it. */
export const contract = {
  access: accessContract,
  certificates: certificatesContract,
  courses: coursesContract,
  delivery: deliveryContract,
  delegations: delegationsContract,
  imports: importsContract,
  links: linksContract,
  needs: needsContract,
  notices: noticesContract,
  people: peopleContract,
  plan: planContract,
  sample: sampleContract,
  sync: syncContract,
} as const

export type Contract = typeof contract
