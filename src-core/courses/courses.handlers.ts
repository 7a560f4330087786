import { feature } from '../database/dispatcher.ts'
import { availabilityHandlers } from './availability.handlers.ts'
import { coursesContract } from './courses.contract.ts'
import { holidayHandlers } from './holiday.handlers.ts'
import { listImportHandlers } from './list-import.handlers.ts'
import { providerHandlers } from './provider.handlers.ts'
import { roomHandlers } from './room.handlers.ts'
import { topicHandlers } from './topic.handlers.ts'
import { topicStateHandlers } from './topic-state.handlers.ts'
import { trainerHandlers } from './trainer.handlers.ts'
import { trainerSecretHandlers } from './trainer-secret.handlers.ts'

export const courses = feature(coursesContract, {
  ...topicHandlers,
  ...topicStateHandlers,
  ...trainerHandlers,
  ...trainerSecretHandlers,
  ...availabilityHandlers,
  ...providerHandlers,
  ...roomHandlers,
  ...holidayHandlers,
  ...listImportHandlers,
})
