import { z } from 'zod'

/** Millimetres; hundredths are more than any printer places. */
const distance = z
  .number()
  .min(-600)
  .max(600)
  .transform((value) => Math.round(value * 100) / 100)
const extent = distance.pipe(z.number().min(0))
const thickness = z.number().min(0).max(10)
const place = { x: distance, y: distance, w: extent, h: extent }
const colour = z.string().regex(/^#[0-9a-f]{6}$/i)
/** SHA-256 of a picture's bytes, as it is kept. */
const picture = z.string().regex(/^[0-9a-f]{64}$/)

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

const textSchema = z.object({
  type: z.literal('text'),
  ...place,
  /** Words and fields in braces: `{name}`, `No {serial}`. */
  text: z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').replaceAll(steering, '').normalize('NFC'))
    .pipe(z.string().max(1000)),
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
  z.object({ type: z.literal('line'), ...place, stroke: thickness, colour }),
  z.object({
    type: z.literal('box'),
    ...place,
    stroke: thickness,
    colour,
    fill: colour.nullable(),
    radius: z.number().min(0).max(100),
  }),
  z.object({ type: z.literal('ring'), ...place, stroke: thickness, colour }),
  /** A logo of the settings; nothing is drawn where none is set. */
  z.object({ type: z.literal('logo'), ...place, side: z.enum(['left', 'right']) }),
  /** A picture of the design's own: an emblem, a signature, a stamp. */
  z.object({
    type: z.literal('image'),
    ...place,
    picture,
    fit: z.enum(['contain', 'cover', 'stretch']),
    alt: z.string().max(200),
  }),
  z.object({ type: z.literal('qr'), ...place }),
  /** Whoever signs, side by side. */
  z.object({ type: z.literal('signatories'), ...place, languages: z.array(z.enum(['tr', 'en'])).max(2), colour }),
])

const pageSchema = z.object({
  /** Fills the page behind everything else. */
  background: picture.nullable(),
  /** The later one lies over the earlier. */
  elements: z.array(elementSchema).max(150),
})

const side = z
  .number()
  .min(50)
  .max(600)
  .transform((value) => Math.round(value * 100) / 100)

/** One page or two of one size, and what stands on them; every measure is in millimetres from the upper left corner. */
export const layoutSchema = z.object({ width: side, height: side, pages: z.array(pageSchema).min(1).max(2) })

export type Layout = z.infer<typeof layoutSchema>

export type Page = Layout['pages'][number]

export type Element = Page['elements'][number]

export type TextElement = z.infer<typeof textSchema>

/** A layout as it is stored; one written before layouts had pages is a single page without a background. */
export function parseLayout(stored: string): Layout {
  const said = JSON.parse(stored) as Layout | (Omit<Layout, 'pages'> & { readonly elements: Element[] })
  if ('pages' in said) return said
  const { width, height, elements } = said
  return { width, height, pages: [{ background: null, elements }] }
}

/** The pictures that a layout shows, each once. */
export const picturesIn = ({ pages }: Layout): readonly string[] => [
  ...new Set(
    pages.flatMap(({ background, elements }) => [
      ...(background === null ? [] : [background]),
      ...elements.flatMap((element) => (element.type === 'image' ? [element.picture] : [])),
    ]),
  ),
]
