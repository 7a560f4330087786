import { z } from 'zod'
import { fileSchema } from '../kernel/file.ts'
import { command, query } from '../kernel/operation.ts'
import { changedSchema, keepers, readers, recordSchema, secretKeepers } from './fields.ts'
import { participantFieldsSchema, participantSchema, participantSecrets, sealedFieldsSchema } from './participant.ts'

const newSchema = z.object({ fields: participantFieldsSchema, sealed: sealedFieldsSchema })

/** Most people of one delegation. */
export const largestDelegation = 300

const readSchema = z.object({
  row: z.number().int(),
  fields: participantFieldsSchema.nullable(),
  sealed: sealedFieldsSchema,
  name: z.string(),
  problems: z.array(
    z.enum(['nameMissing', 'institutionMissing', 'positionMissing', 'countryUnread', 'dateUnread', 'twice', 'present']),
  ),
})

export type ReadParticipant = z.infer<typeof readSchema>

/** Who comes with a delegation. */
export const participantContract = {
  participants: query(readers)
    .input(z.object({ delegationId: z.string() }))
    .output(z.object({ participants: z.array(participantSchema), noticeVersion: z.string() })),
  addParticipants: command(keepers)
    .input(z.object({ delegationId: z.string(), participants: z.array(newSchema).min(1).max(largestDelegation) }))
    .output(z.object({ ids: z.array(z.string()) })),
  changeParticipant: command(keepers)
    .input(recordSchema.extend({ fields: participantFieldsSchema.partial(), sealed: sealedFieldsSchema }))
    .output(changedSchema),
  removeParticipants: command(keepers)
    .input(z.object({ delegationId: z.string(), ids: z.array(z.string()).min(1).max(largestDelegation) }))
    .output(z.object({ removed: z.number().int() })),
  /** What a workbook or a pasted table holds, for looking at before it is added. Sensitive columns leave it sealed. */
  readParticipants: query(secretKeepers)
    .input(
      z.object({
        delegationId: z.string(),
        text: z.string().max(500_000).optional(),
        file: fileSchema.optional(),
      }),
    )
    .output(
      z.object({
        participants: z.array(readSchema),
        understood: z.array(z.object({ header: z.string(), field: z.string() })),
        ignored: z.array(z.string()),
      }),
    ),
  /** The participants' list as a workbook, without what is sealed. */
  exportParticipants: query(readers)
    .input(z.object({ delegationId: z.string(), language: z.enum(['tr', 'en']) }))
    .output(fileSchema),
  /** Seals texts, so that no plain text enters the log. */
  sealParticipant: command(secretKeepers, { secret: ['texts'], local: true })
    .input(z.object({ texts: z.partialRecord(z.enum(participantSecrets), z.string().trim().min(1).max(200)) }))
    .output(z.object({ sealed: sealedFieldsSchema })),
  /** Opens what is sealed of one participant. A command, so that the log says who looked. */
  showParticipant: command(secretKeepers, { local: true })
    .input(z.object({ id: z.string() }))
    .output(z.object({ texts: z.partialRecord(z.enum(participantSecrets), z.string()) })),
  /** Whose passport and visa data are past their day. */
  purgeDue: query(secretKeepers).output(
    z.object({
      due: z.array(z.object({ id: z.string(), name: z.string(), delegation: z.string(), purgeOn: z.string() })),
    }),
  ),
  /** Erases passport and visa data, contact of emergencies and diet of everybody who left more than thirty days ago, and prints the report. */
  purge: command(secretKeepers)
    .input(z.object({ language: z.enum(['tr', 'en']) }))
    .output(z.object({ erased: z.number().int(), report: fileSchema })),
} as const
