import { accessContract } from './access/access.contract.ts'
import { certificatesContract } from './certificates/certificates.contract.ts'
import { coursesContract } from './courses/courses.contract.ts'
import { importsContract } from './imports/imports.contract.ts'
import { needsContract } from './needs/needs.contract.ts'
import { noticesContract } from './notices/notices.contract.ts'
import { peopleContract } from './people/people.contract.ts'
import { planContract } from './plan/plan.contract.ts'
import { sampleContract } from './sample/sample.contract.ts'

/** Every operation of the academy, by feature. The window, the command line and the portal know nothing else of it. */
export const contract = {
  access: accessContract,
  certificates: certificatesContract,
  courses: coursesContract,
  imports: importsContract,
  needs: needsContract,
  notices: noticesContract,
  people: peopleContract,
  plan: planContract,
  sample: sampleContract,
} as const

export type Contract = typeof contract
