import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { optionalText } from './fields.ts'
import { hostAnswers } from './host-answers.ts'
import { itemKinds, protectiveItems } from './programme.ts'

const minuteSchema = z
  .number()
  .int()
  .min(0)
  .max(24 * 60)

const whenSchema = z.object({ date: z.iso.date(), startMinute: minuteSchema, endMinute: minuteSchema })

const hostSlotSchema = whenSchema.extend({
  id: z.string(),
  kind: z.enum(itemKinds),
  titleTr: z.string(),
  titleEn: z.string(),
  /** The site or place in both languages; null where none is written yet. */
  placeTr: z.string().nullable(),
  placeEn: z.string().nullable(),
  language: z.string().nullable(),
  equipment: z.string().nullable(),
  ppe: z.array(z.enum(protectiveItems)),
  /** Null until the host has answered. */
  answer: z.enum(hostAnswers).nullable(),
  hostPerson: z.string().nullable(),
  note: z.string().nullable(),
})

export type HostSlot = z.infer<typeof hostSlotSchema>

/** What a host sees and answers on the portal through a personal link. */
export const hostPageContract = {
  mySlots: query(['HO'], { portal: true }).output(
    z.object({
      titleTr: z.string(),
      titleEn: z.string(),
      host: z.string(),
      fromDate: z.string(),
      toDate: z.string(),
      persons: z.number().int(),
      /** Answers are taken; otherwise the hours are only shown. */
      open: z.boolean(),
      slots: z.array(hostSlotSchema),
    }),
  ),
  /** A host's answer to one hour, as it stood on her page. Another time is proposed by day and half hour, or in words. */
  answerMySlot: command(['HO'], { portal: true })
    .input(
      z.object({
        id: z.string(),
        seen: whenSchema,
        answer: z.enum(hostAnswers),
        hostPerson: optionalText(160),
        note: optionalText(400),
        proposed: z.object({ date: z.iso.date(), startMinute: minuteSchema.multipleOf(30) }).nullable(),
      }),
    )
    .output(z.object({ receiptNo: z.string() })),
} as const
