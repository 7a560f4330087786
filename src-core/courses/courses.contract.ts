import { holidayContract } from './holiday.contract.ts'
import { listImportContract } from './list-import.contract.ts'
import { providerContract } from './provider.contract.ts'
import { roomContract } from './room.contract.ts'
import { topicContract } from './topic.contract.ts'
import { trainerContract } from './trainer.contract.ts'

/** Topics, trainers, providers, rooms and holidays. */
export const coursesContract = {
  ...topicContract,
  ...trainerContract,
  ...providerContract,
  ...roomContract,
  ...holidayContract,
  ...listImportContract,
}
