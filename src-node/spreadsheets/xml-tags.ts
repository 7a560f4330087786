import { refuse } from './refuse.ts'
import { assertPlainXml, unescapeXml } from './xml-text.ts'

/** One tag of an XML part and the text before it. */
export type XmlTag = {
  /** Without its namespace prefix. */
  readonly name: string
  readonly closing: boolean
  /** `<name/>`: no closing tag follows. */
  readonly alone: boolean
  /** By full name, prefix included. */
  readonly attributes: Readonly<Record<string, string>>
  /** What stands between the tag before and this one, entities resolved. */
  readonly text: string
}

/** The tags of a part in their order; comments and processing instructions are passed over. */
export function* xmlTags(part: Buffer): Generator<XmlTag> {
  assertPlainXml(part)
  let text = ''
  for (let at = 0; ; ) {
    const less = part.indexOf(LESS, at)
    if (less < 0) return
    if (less > at) text += unescapeXml(part.toString('utf8', at, less))
    const next = part[less + 1]
    if (next === BANG || next === QUESTION) {
      const [open, close] =
        next === QUESTION ? ['<?', '?>'] : part[less + 2] === DASH ? ['<!--', '-->'] : ['<![CDATA[', ']]>']
      const end = part.indexOf(close, less + open.length)
      if (end < 0 || part.toString('latin1', less, less + open.length) !== open) refuse('damaged')
      if (open.length === 9) text += part.toString('utf8', less + open.length, end)
      at = end + close.length
      continue
    }
    const closing = next === SLASH
    const attributes: Record<string, string> = Object.create(null)
    const nameStart = less + (closing ? 2 : 1)
    let end = nameStart
    while (end < part.length && !isDelimiter(part[end] as number)) end++
    const name = part.toString('latin1', nameStart, end)
    const alone = readAttributes(part, end, attributes)
    yield { name: name.slice(name.indexOf(':') + 1), closing, alone, attributes, text }
    text = ''
    at = attributesEnd
  }
}

const LESS = 0x3c
const BANG = 0x21
const QUESTION = 0x3f
const DASH = 0x2d
const SLASH = 0x2f
const GREATER = 0x3e
const EQUALS = 0x3d

const isDelimiter = (byte: number) => byte <= 0x20 || byte === GREATER || byte === SLASH || byte === EQUALS

let attributesEnd = 0

/** Fills `attributes` from the place behind a tag's name; says whether the tag closes itself. */
function readAttributes(part: Buffer, from: number, attributes: Record<string, string>): boolean {
  let at = from
  for (;;) {
    while (at < part.length && (part[at] as number) <= 0x20) at++
    if (part[at] === GREATER || part[at] === SLASH) {
      const alone = part[at] === SLASH
      attributesEnd = at + (alone ? 2 : 1)
      if (part[attributesEnd - 1] !== GREATER) refuse('damaged')
      return alone
    }
    const start = at
    while (at < part.length && !isDelimiter(part[at] as number)) at++
    const name = part.toString('latin1', start, at)
    while (at < part.length && (part[at] as number) <= 0x20) at++
    if (part[at++] !== EQUALS || name === '') refuse('damaged')
    while (at < part.length && (part[at] as number) <= 0x20) at++
    const quote = part[at]
    const end = quote === 0x22 || quote === 0x27 ? part.indexOf(quote, at + 1) : -1
    if (end < 0) refuse('damaged')
    attributes[name] = unescapeXml(part.toString('utf8', at + 1, end))
    at = end + 1
  }
}
