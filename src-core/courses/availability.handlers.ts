import type { Handlers } from '../database/dispatcher.ts'
import { breaksRule, found } from '../kernel/errors.ts'
import { availabilityOf } from './availability.repository.ts'
import { changeAvailability } from './availability.rules.ts'
import { longestSpan } from './availability.ts'
import { dayCount } from './days.ts'
import type { trainerContract } from './trainer.contract.ts'
import { trainerById } from './trainer.repository.ts'

type OwnHandlers = Pick<Handlers<typeof trainerContract>, 'trainerAvailability' | 'stateAvailability'>

export const availabilityHandlers: OwnHandlers = {
  trainerAvailability: async ({ db, input }) => {
    found(await trainerById(db, input.trainerId), 'trainer', input.trainerId)
    return { entries: await availabilityOf(db, input.trainerId, input.from, input.to) }
  },

  stateAvailability: async ({ db, input, write }) => {
    const { trainerId, ...change } = input
    found(await trainerById(db, trainerId), 'trainer', trainerId)
    if (change.toDate < change.fromDate) breaksRule('spanReversed')
    if (dayCount(change.fromDate, change.toDate) > longestSpan) breaksRule('spanTooLong', { days: longestSpan })
    const { remove, add } = changeAvailability(await availabilityOf(db, trainerId), change)
    await write.removeMany('trainerAvailability', remove)
    await write.insertMany(
      'trainerAvailability',
      add.map((span) => ({ ...span, trainerId, id: write.newId() })),
    )
    return { entries: await availabilityOf(db, trainerId) }
  },
}
