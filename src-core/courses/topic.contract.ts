import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import {
  addedSchema,
  approvers,
  changedSchema,
  keepers,
  listFileSchema,
  readers,
  recordSchema,
  requiredText,
  workbookFileSchema,
} from './fields.ts'
import { topicFieldsSchema, topicLevelSchema, topicRowSchema, topicSchema, topicStateSchema } from './topic.ts'

const optionSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  category: z.string(),
  level: topicLevelSchema,
  state: topicStateSchema,
})

/** The catalogue of training topics. */
export const topicContract = {
  listTopics: query(readers).input(pageRequestSchema).output(pageOf(topicRowSchema)),
  getTopic: query(readers)
    .input(z.object({ id: z.string() }))
    .output(topicSchema),
  /** Search as you type: the best twenty for a text in any spelling; other wordings and codes count. */
  topicOptions: query('signedIn')
    .input(
      z.object({
        search: z.string().max(200).default(''),
        states: z.array(topicStateSchema).default(['ACTIVE']),
        /** Topics to leave out, such as the one being edited. */
        without: z.array(z.string()).max(100).default([]),
      }),
    )
    .output(z.object({ topics: z.array(optionSchema) })),
  /** Topics by id, for labels of what was chosen before. */
  topicsByIds: query('signedIn')
    .input(z.object({ ids: z.array(z.string()).max(500) }))
    .output(z.object({ topics: z.array(optionSchema) })),
  /** Categories in use, in Turkish order, with the number of topics that are not retired. */
  topicCategories: query(readers).output(
    z.object({ categories: z.array(z.object({ category: z.string(), topics: z.number().int() })) }),
  ),
  /** The next free code of a category by the scheme `ÇEV-012`. */
  proposeTopicCode: query(readers)
    .input(z.object({ category: requiredText(100) }))
    .output(z.object({ code: z.string() })),
  addTopic: command(keepers).input(topicFieldsSchema).output(addedSchema),
  changeTopic: command(keepers)
    .input(recordSchema.extend({ fields: topicFieldsSchema.partial() }))
    .output(changedSchema),
  /** Takes a proposed topic into the catalogue under the code and category given. */
  acceptTopic: command(approvers)
    .input(recordSchema.extend({ fields: topicFieldsSchema }))
    .output(changedSchema),
  /** No longer offered; optionally another topic takes its place. Nothing that names it is lost. */
  retireTopic: command(approvers)
    .input(recordSchema.extend({ supersededById: z.string().nullable() }))
    .output(changedSchema),
  reactivateTopic: command(approvers).input(recordSchema).output(changedSchema),
  /** What a merge would move, so that the officer knows before. */
  previewTopicMerge: query(approvers)
    .input(z.object({ id: z.string(), intoId: z.string() }))
    .output(
      z.object({
        needLines: z.number().int(),
        completedTrainings: z.number().int(),
        trainers: z.number().int(),
        aliases: z.number().int(),
        prerequisiteOf: z.number().int(),
      }),
    ),
  /** Makes one topic part of another: its name and wordings become aliases, everything that named it names the other. */
  mergeTopics: command(approvers)
    .input(recordSchema.extend({ intoId: z.string() }))
    .output(z.object({ commandId: z.string(), intoId: z.string() })),
  /** Takes a merge back, except for records changed since. */
  undoTopicMerge: command(approvers)
    .input(z.object({ commandId: z.string() }))
    .output(z.object({ restored: z.number().int(), kept: z.number().int() })),
  exportTopics: query(readers).input(listFileSchema).output(workbookFileSchema),
}
