import { addDays } from '../courses/index.ts'
import { clashesAt, hardest } from './clash.rules.ts'
import type { ClashLevels } from './clash.ts'
import type { SessionPlace } from './session.ts'
import type { YearWorld } from './world.ts'

type Wanted = {
  readonly id: string
  readonly trainingId: string
  readonly topicId: string | null
  readonly halfDays: number
}

/**
 * The first place after a day at which nothing clashes that a level minds: the same room and trainer first, then other rooms near
 * by, then others who give the topic. Null when the year has none.
 */
export function firstFree(
  wanted: Wanted,
  now: SessionPlace,
  after: string,
  world: YearWorld,
  levels: ClashLevels,
): SessionPlace | null {
  const people = world.people(wanted.trainingId)
  const rooms = now.roomId === null ? [null] : [now.roomId, ...world.roomsWith(people, now.roomId)]
  const trainers =
    now.trainerId === null ? [null] : [...new Set([now.trainerId, ...world.topicTrainers(wanted.topicId)])]
  const halves = wanted.halfDays === 2 ? (['none'] as const) : (['am', 'pm'] as const)
  const last = `${after.slice(0, 4)}-12-31`
  for (let date = addDays(after, 1); date <= last; date = addDays(date, 1)) {
    for (const half of halves) {
      const free = (roomId: string | null, trainerId: string | null): boolean =>
        hardest(clashesAt({ ...wanted, people }, { date, half, roomId, trainerId }, world), levels) === undefined
      // Whoever sits elsewhere or is on duty is so in every room: asked once, not for each of forty rooms.
      if (!free(null, null)) continue
      const trainerId = trainers.find((one) => free(null, one))
      if (trainerId === undefined) continue
      const roomId = rooms.find((one) => free(one, null))
      if (roomId !== undefined) return { date, half, roomId, trainerId }
    }
  }
  return null
}
