import { z } from 'zod'

const weight = z.number().min(0).max(100_000)

/** What one unit of each part costs. The parts are counted by `objectiveOf`. */
export const placingWeightsSchema = z.object({
  /** A session without a place. Far above the rest, so that placing always comes first. */
  unplaced: weight,
  /** An enrolment without a group. */
  ungrouped: weight,
  /** A session for each quarter between its own and the preferred one. */
  preferredQuarter: weight,
  /** A session of priority 100 for each month after the first; less priority, less cost. */
  early: weight,
  /** A half day above the month's even share of all half days. */
  monthLoad: weight,
  /** A person on a day above the share of the unit's staff that may be absent. */
  unitAbsence: weight,
  /** A session away from the trainer's own building, and a change of building within a day. */
  trainerTravel: weight,
  /** A room of a training beyond the first. */
  roomChanges: weight,
  /** A person in a session that is held in another building than the unit's. */
  otherBuilding: weight,
  /** A unit beyond the first in a group of one unit; a person of one unit above half of a mixed group. */
  unitMix: weight,
  /** A session that is not where the earlier schedule had it, or a person who changes group. */
  moves: weight,
})

export type PlacingWeights = z.infer<typeof placingWeightsSchema>

export type ObjectivePart = keyof PlacingWeights

/**
 * Where nobody set anything else. A month would have to bring a session of the highest priority forward by ten months to
 * be worth one half day too many, so the year stays even and priority decides who goes first.
 */
export const defaultPlacingWeights: PlacingWeights = {
  unplaced: 1000,
  ungrouped: 200,
  preferredQuarter: 10,
  early: 2,
  monthLoad: 20,
  unitAbsence: 5,
  trainerTravel: 2,
  roomChanges: 3,
  otherBuilding: 0.1,
  unitMix: 1,
  moves: 20,
}
