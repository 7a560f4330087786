import { erasureContract } from './erasure.contract.ts'
import { listImportContract } from './list-import.contract.ts'
import { peopleExportContract } from './people-export.contract.ts'
import { personalContract } from './personal.contract.ts'
import { staffContract } from './staff.contract.ts'
import { titleContract } from './title.contract.ts'
import { unitContract } from './unit.contract.ts'

/** Units, staff and titles. */
export const peopleContract = {
  ...unitContract,
  ...staffContract,
  ...personalContract,
  ...titleContract,
  ...listImportContract,
  ...peopleExportContract,
  ...erasureContract,
}
