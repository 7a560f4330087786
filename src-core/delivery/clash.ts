import { z } from 'zod'

export const clashKinds = ['room', 'trainer', 'participant', 'holiday', 'unitDuty'] as const

export const clashKindSchema = z.enum(clashKinds)

export type ClashKind = z.infer<typeof clashKindSchema>

/** What a clash forbids: its session there at all, the plan's publication, nothing (but it is said), or nothing at all. */
export const clashLevels = ['BLOCK', 'BLOCK_AT_PUBLISH', 'WARN', 'IGNORE'] as const

export type ClashLevel = (typeof clashLevels)[number]

/** A level that makes a clash worth a word. */
export type MindedLevel = Exclude<ClashLevel, 'IGNORE'>

export const levelsSchema = z.object(
  Object.fromEntries(clashKinds.map((kind) => [kind, z.enum(clashLevels)])) as Record<
    ClashKind,
    z.ZodEnum<{ [L in ClashLevel]: L }>
  >,
)

export type ClashLevels = z.infer<typeof levelsSchema>

/** Two sessions in one room or with one trainer cannot both be held; people and units may still be moved until the plan is published. */
export const standardLevels: ClashLevels = {
  room: 'BLOCK',
  trainer: 'BLOCK',
  participant: 'BLOCK_AT_PUBLISH',
  holiday: 'BLOCK',
  unitDuty: 'WARN',
}

export const clashCauses = [
  /** Another session has the room or the trainer. */
  'taken',
  /** More people in the group than the room has seats. */
  'tooSmall',
  /** Outside the hours in which the room can be booked. */
  'notBookable',
  /** The trainer has said not to be there. */
  'absent',
  /** People of the group sit in another session. */
  'people',
  /** Another session of the same training. */
  'ownTraining',
  'holiday',
  'weekend',
  /** A unit of the group can spare nobody. */
  'duty',
] as const

/** One reason why a session should not be where it is. */
export const clashSchema = z.object({
  kind: clashKindSchema,
  cause: z.enum(clashCauses),
  /** The other session, where there is one. */
  sessionId: z.string().nullable(),
  /** What stands in the way, by its name: a training's code, a holiday, a unit. */
  name: z.string(),
  persons: z.number().int(),
})

export type Clash = z.infer<typeof clashSchema>
