import { feature } from '../database/dispatcher.ts'
import { erasureHandlers } from './erasure.handlers.ts'
import { listImportHandlers } from './list-import.handlers.ts'
import { peopleContract } from './people.contract.ts'
import { peopleExportHandlers } from './people-export.handlers.ts'
import { personalHandlers } from './personal.handlers.ts'
import { staffHandlers } from './staff.handlers.ts'
import { titleHandlers } from './title.handlers.ts'
import { unitHandlers } from './unit.handlers.ts'

export const people = feature(peopleContract, {
  ...unitHandlers,
  ...staffHandlers,
  ...personalHandlers,
  ...titleHandlers,
  ...listImportHandlers,
  ...peopleExportHandlers,
  ...erasureHandlers,
})
