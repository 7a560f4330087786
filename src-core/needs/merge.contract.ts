import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'

const suggestionSchema = z.object({
  topicId: z.string(),
  code: z.string(),
  name: z.string(),
  /** 0 to 1. */
  similarity: z.number(),
  /** The wording, or one like it, was merged to this topic before. */
  learned: z.boolean(),
})

/** One wording that has no topic yet; lines with the same search key are one wording. */
const wordingSchema = z.object({
  key: z.string(),
  text: z.string(),
  lines: z.number().int(),
  persons: z.number().int(),
  units: z.number().int(),
})

/** The merge bench: free texts to topics and exactly back. */
export const mergeContract = {
  /** Wordings that wait for a topic, alike ones together, largest group first, each with the topics it may mean. */
  freeTexts: query(['TM', 'TO', 'AU'])
    .input(z.object({ cycleId: z.string() }))
    .output(
      z.object({
        groups: z.array(
          z.object({
            key: z.string(),
            label: z.string(),
            lines: z.number().int(),
            /** Distinct persons plus heads of unit needs: who asks with two of the wordings is one person. */
            persons: z.number().int(),
            units: z.number().int(),
            wordings: z.array(wordingSchema),
            suggestions: z.array(suggestionSchema),
          }),
        ),
        lines: z.number().int(),
        /** Lines that already got a topic here; with `lines` what the bench began with. */
        merged: z.number().int(),
      }),
    ),
  /** Lines of one wording, with who asked. */
  freeTextLines: query(['TM', 'TO', 'AU'])
    .input(z.object({ cycleId: z.string(), key: z.string() }))
    .output(
      z.array(
        z.object({
          lineId: z.string(),
          text: z.string(),
          person: z.string().nullable(),
          unit: z.string(),
          headcount: z.number().int(),
          note: z.string().nullable(),
        }),
      ),
    ),
  /** Gives all lines of these wordings the topic. The wordings stay; with `learn` they serve later imports as aliases. */
  merge: command(['TM', 'TO'])
    .input(
      z.object({
        cycleId: z.string(),
        keys: z.array(z.string().min(1)).min(1).max(2000),
        topicId: z.string(),
        learn: z.boolean().default(true),
      }),
    )
    .output(z.object({ mergeId: z.string(), lines: z.number().int(), aliases: z.number().int() })),
  /** Proposes a topic the catalogue lacks; a name that already means a topic gives that one. */
  proposeTopic: command(['TM', 'TO'])
    .input(z.object({ name: z.string().trim().min(3).max(200) }))
    .output(z.object({ topicId: z.string() })),
  merges: query(['TM', 'TO', 'AU'])
    .input(z.object({ cycleId: z.string() }))
    .output(
      z.array(
        z.object({
          id: z.string(),
          topicId: z.string(),
          code: z.string(),
          name: z.string(),
          lines: z.number().int(),
          texts: z.array(z.string()),
          at: z.string(),
          undoneAt: z.string().nullable(),
        }),
      ),
    ),
  /** Takes a merge back to the exact state before it; lines changed since stay and are counted. */
  splitBack: command(['TM', 'TO'])
    .input(z.object({ mergeId: z.string() }))
    .output(z.object({ lines: z.number().int(), changedSince: z.number().int(), aliases: z.number().int() })),
} as const
