import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, query, upkeep } from '../kernel/operation.ts'

const administrators = ['SA'] as const
const officers = ['SA', 'TM', 'TO', 'CR', 'DC', 'EC'] as const
const readers = [...officers, 'AU'] as const

const pauseSchema = z.discriminatedUnion('reason', [
  z.object({ reason: z.enum(['tooOld', 'tooNew', 'otherKey', 'signedOut', 'notAllowed', 'disagrees']) }),
  z.object({
    reason: z.literal('massRemoval'),
    tables: z.array(z.object({ table: z.string(), rows: z.number().int() })),
  }),
])

const joiningSchema = z.object({
  address: z.string(),
  userCode: z.string(),
  verifyAt: z.string(),
  of: z.enum(['desktop', 'officer']),
  state: z.enum(['waiting', 'refused', 'expired']),
})

const statusSchema = z.object({
  /** Null: this academy is complete on its own. */
  joined: z.object({ address: z.string(), since: z.string() }).nullable(),
  lastSyncedAt: z.string().nullable(),
  /** Changes when rows of others arrived, so that whoever shows records knows to read them again. Null before the first. */
  arrivedUpTo: z.string().nullable(),
  /** Changes that the portal has not acknowledged. */
  waiting: z.number().int(),
  /** Entries of the inbox that wait for a person. */
  conflicts: z.number().int(),
  paused: pauseSchema.nullable(),
  running: z.boolean(),
  trouble: z.enum(['unreachable', 'failed']).nullable(),
  joining: joiningSchema.nullable(),
  /** Whether the portal knows whoever asks; what she does waits until then. True without a portal. */
  known: z.boolean(),
  /** Names of officers whose work waits until they make themselves known at the portal. */
  unknown: z.array(z.string()),
})

const deviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  joinedAt: z.string(),
  lastSeenAt: z.string().nullable(),
  /** The desktop on which this is asked. */
  own: z.boolean(),
})

export type SyncStatus = z.infer<typeof statusSchema>

const valueSchema = z.union([z.string(), z.number(), z.null()])

const conflictSchema = z.object({
  commandId: z.string(),
  operation: z.string(),
  /** What was asked for, as JSON that can be read. */
  input: z.string(),
  /** Who did it here, and when. */
  by: z.string(),
  at: z.string(),
  foundAt: z.string(),
  /** Why it no longer holds. */
  refusal: z.object({ code: z.string(), data: z.unknown() }),
  fields: z.array(
    z.object({
      table: z.string(),
      id: z.string(),
      /** What the record is called now. */
      record: z.string().nullable(),
      field: z.string(),
      mine: valueSchema,
      theirs: valueSchema,
      base: valueSchema,
      /** Whether a value of one's own can be put in their place. */
      typeable: z.boolean(),
      theirsBy: z.string().nullable(),
      theirsAt: z.string().nullable(),
    }),
  ),
})

export type SyncConflict = z.infer<typeof conflictSchema>

const empty = z.object({})

const codeSchema = z.object({ code: z.string().trim().min(8).max(12) })

/** What the portal's pages show and do: codes, and the desktops that are let in. */
const onPortal = {
  /** What waits under a code. */
  joinAsked: query(officers, { portal: true })
    .input(codeSchema)
    .output(z.object({ deviceName: z.string(), officerName: z.string(), of: z.enum(['desktop', 'officer']) })),
  /** Lets the desktop in: what its officer does there counts as done by the account that confirms. */
  confirmJoin: command(officers, { portal: true, local: true }).input(codeSchema).output(empty),
  refuseJoin: command(officers, { portal: true, local: true }).input(codeSchema).output(empty),
  /** Those that one has let in; for the administrator all. */
  joinedDevices: query(officers, { portal: true }).output(
    z.object({
      devices: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          joinedAt: z.string(),
          lastSeenAt: z.string().nullable(),
          /** Accounts whose officers work at it. */
          officers: z.array(z.string()),
        }),
      ),
    }),
  ),
  removeJoinedDevice: command(officers, { portal: true, local: true })
    .input(z.object({ id: z.string().max(64) }))
    .output(empty),
} as const

/** What officers see and do of the synchronisation; the messages between stores are in protocol.contract.ts. */
export const syncContract = {
  status: query('signedIn').output(statusSchema),
  /** Runs a round now. */
  now: upkeep(officers).output(statusSchema),
  /** Asks a portal for a code that somebody then confirms there, signed in. */
  join: upkeep(administrators)
    .input(
      z.object({ address: z.url({ protocol: /^https?$/ }).max(300), deviceName: z.string().trim().min(1).max(80) }),
    )
    .output(joiningSchema),
  /** Asks the joined portal for a code by which whoever asks becomes known there, with her own account. */
  introduce: upkeep(officers).output(joiningSchema),
  stopJoining: upkeep(officers).output(empty),
  /** The desktops that the portal lets in, as it says at this moment. */
  devices: query(readers).output(z.array(deviceSchema)),
  /** Shuts another desktop out; the portal wants that whoever asks administers it. */
  removeDevice: upkeep(administrators)
    .input(z.object({ id: z.string().max(64) }))
    .output(empty),
  /** Lets go of the portal; all records stay, and what waits is sent by nobody. */
  leave: upkeep(administrators).output(empty),
  conflicts: query(readers).output(z.array(conflictSchema)),
  /** `typed`: values by field name, in place of both. */
  resolve: upkeep(officers)
    .input(
      z.object({
        commandId: z.string(),
        how: z.enum(['mine', 'theirs', 'typed']),
        values: z.record(z.string(), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()])).optional(),
      }),
    )
    .output(empty),
  /** All open entries of the inbox as a file that can be read without this program. */
  exportConflicts: query(readers).output(fileSchema),
  /** Agrees to the removal that the last round stopped at. */
  allowRemoval: upkeep(officers).output(statusSchema),
  /** After a joining: what this store's earlier key sealed is sealed under the portal's. */
  reseal: command([], { local: true }).output(z.object({ rows: z.number().int() })),
  /** On the portal: writes down who the officers of all desktops are, for every desktop to know. */
  noteOfficers: command([], { local: true }).output(z.object({ noted: z.number().int() })),
  ...onPortal,
} as const
