import { z } from 'zod'

const place = { x: z.number(), y: z.number(), w: z.number(), h: z.number() }
const colour = z.string().regex(/^#[0-9a-f]{6}$/i)

const textSchema = z.object({
  type: z.literal('text'),
  ...place,
  /** Words and fields in braces: `{name}`, `No {serial}`. */
  text: z.string().max(1000),
  font: z.enum(['serif', 'sans']),
  /** Points: the wanted size, and for one line the least before it wraps. */
  size: z.number().min(4).max(120),
  least: z.number().min(4).max(120),
  /** `line` shrinks to one line and then wraps; `body` wraps from the beginning. Both stay within their box. */
  mode: z.enum(['line', 'body']),
  weight: z.enum(['regular', 'semibold', 'bold']),
  style: z.enum(['normal', 'italic']),
  fill: colour,
  lang: z.enum(['tr', 'en']),
  tracking: z.number().min(0).max(10),
  align: z.enum(['left', 'center', 'right']),
  vertical: z.enum(['top', 'middle', 'bottom']),
})

const elementSchema = z.discriminatedUnion('type', [
  textSchema,
  z.object({ type: z.literal('line'), ...place, stroke: z.number(), colour }),
  z.object({
    type: z.literal('box'),
    ...place,
    stroke: z.number(),
    colour,
    fill: colour.nullable(),
    radius: z.number(),
  }),
  z.object({ type: z.literal('ring'), ...place, stroke: z.number(), colour }),
  /** A logo of the settings; nothing is drawn where none is set. */
  z.object({ type: z.literal('logo'), ...place, side: z.enum(['left', 'right']) }),
  z.object({ type: z.literal('qr'), ...place }),
  /** Whoever signs, side by side. */
  z.object({ type: z.literal('signatories'), ...place, languages: z.array(z.enum(['tr', 'en'])), colour }),
])

/** A page and what stands on it; every measure is in millimetres from its upper left corner. */
export const layoutSchema = z.object({ width: z.number(), height: z.number(), elements: z.array(elementSchema) })

export type Layout = z.infer<typeof layoutSchema>

export type Element = Layout['elements'][number]

export type TextElement = z.infer<typeof textSchema>
