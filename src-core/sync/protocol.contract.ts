import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  bytesInChunk,
  cursorSchema,
  headSchema,
  pushedSchema,
  pushLimits,
  resultSchema,
  sumsSchema,
  tableRowsSchema,
  versionsSchema,
} from './protocol.ts'

const epoch = z.string().max(64)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The portal is no longer the one the desktop knows: it was restored from a backup. */
const otherEpoch = z.object({ state: z.literal('otherEpoch') })

const rowsPage = z.array(tableRowsSchema)

/** The messages of the synchronisation, each asked by a desktop and answered by the portal (docs/sync-protocol.md). */
export const protocolContract = {
  hello: oc
    .input(z.object({ versions: versionsSchema, keyMark: z.string().max(64), head: headSchema.nullable() }))
    .output(
      z.discriminatedUnion('state', [
        z.object({
          state: z.literal('welcome'),
          epoch,
          /** Whether the portal's log still has the head that the desktop knows. */
          follows: z.boolean(),
          /** No row yet: a desktop that has some may seed the portal. */
          empty: z.boolean(),
          /** Ids of the desktop's officers whom the portal knows; commands of others it refuses. */
          officers: z.array(z.string()),
        }),
        z.object({ state: z.literal('refused'), reason: z.enum(['tooOld', 'tooNew', 'otherKey']) }),
      ]),
    ),
  /** The desktops that are joined. */
  devices: oc.output(
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        joinedAt: z.string(),
        lastSeenAt: z.string().nullable(),
        own: z.boolean(),
      }),
    ),
  ),
  /** Shuts a desktop out: itself, with no id; any other in the name of an officer who administers the portal. */
  removeDevice: oc
    .input(z.object({ id: z.string().max(64).nullable(), officer: z.string().max(200) }))
    .output(z.object({})),
  push: oc
    .input(z.object({ epoch, commands: z.array(pushedSchema).max(pushLimits.commands) }))
    .output(
      z.discriminatedUnion('state', [
        z.object({ state: z.literal('taken'), results: z.array(resultSchema) }),
        otherEpoch,
      ]),
    ),
  pull: oc.input(z.object({ epoch, cursor: cursorSchema })).output(
    z.discriminatedUnion('state', [
      z.object({
        state: z.literal('page'),
        tables: rowsPage,
        /** Commands whose changes the page holds. */
        commands: z.array(z.string()),
        /** Who ran them, by the id that stands in the rows. */
        people: z.record(z.string(), z.string()),
        cursor: cursorSchema,
        /** On the last page: where the log stands, and what every table sums to there. */
        end: z.object({ head: headSchema, sums: sumsSchema }).nullable(),
      }),
      otherEpoch,
    ]),
  ),
  /** All rows, table by table; what changes meanwhile comes by `pull` from the cursor of the first page. */
  reset: oc.input(z.object({ epoch, after: z.object({ table: z.string(), id: z.string() }).nullable() })).output(
    z.discriminatedUnion('state', [
      z.object({
        state: z.literal('page'),
        tables: rowsPage,
        cursor: cursorSchema,
        next: z.object({ table: z.string(), id: z.string() }).nullable(),
      }),
      otherEpoch,
    ]),
  ),
  /** What became of commands; those that the portal never had are left out. */
  known: oc
    .input(z.object({ epoch, commandIds: z.array(z.string()).max(1000) }))
    .output(
      z.discriminatedUnion('state', [
        z.object({ state: z.literal('known'), results: z.array(resultSchema) }),
        otherEpoch,
      ]),
    ),
  /** Rows of a desktop for a portal that has none; `first` begins anew. */
  seed: oc
    .input(z.object({ epoch, first: z.boolean(), tables: rowsPage }))
    .output(z.object({ state: z.enum(['taken', 'otherEpoch', 'notEmpty']) })),
  /** Takes all seeded rows over at once, if they sum to what the desktop has. */
  seedEnd: oc
    .input(z.object({ epoch, seedId: z.string().length(36), sums: sumsSchema }))
    .output(
      z.discriminatedUnion('state', [
        z.object({ state: z.literal('taken'), cursor: cursorSchema, head: headSchema }),
        z.object({ state: z.enum(['otherEpoch', 'notEmpty', 'incomplete']) }),
      ]),
    ),
  /** For each of some files how many bytes are there; -1 for one that is whole. */
  files: oc
    .input(z.object({ hashes: z.array(hash).max(500) }))
    .output(z.object({ have: z.record(z.string(), z.number().int()) })),
  /** A piece of a file, from where the last one ended. `size`: of the whole file. */
  putChunk: oc
    .input(
      z.object({
        hash,
        start: z.number().int().min(0),
        size: z.number().int().min(0),
        base64: z.string().max(Math.ceil(bytesInChunk / 3) * 4),
      }),
    )
    .output(z.object({ have: z.number().int() })),
  getChunk: oc
    .input(z.object({ hash, start: z.number().int().min(0) }))
    .output(z.object({ size: z.number().int(), base64: z.string() }).nullable()),
} as const
