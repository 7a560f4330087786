/** Bytes of the largest picture taken. */
export const largestPicture = 8 * 1024 * 1024

/** Dots of the largest picture: A4 at 600 dots an inch. */
const mostDots = 40_000_000

const mostSide = 12_000

export type PictureFacts = {
  readonly type: 'png' | 'jpg' | 'svg'
  /** Dots, or for an SVG its own units; null where it does not say. */
  readonly width: number | null
  readonly height: number | null
}

/** Why a file is not taken as a picture. */
export type PictureProblem = {
  readonly problem: 'tooLarge' | 'notAPicture' | 'tooManyDots' | 'pictureNotPlain'
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What a picture says of itself in its first bytes (PNG, JPEG, SVG), before anything unpacks it. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | PictureProblem {
  if (bytes.length > largestPicture) return { problem: 'tooLarge' }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const facts = pngFacts(buffer) ?? jpegFacts(buffer) ?? svgFacts(buffer)
  if (!facts) return { problem: 'notAPicture' }
  if ('problem' in facts || facts.type === 'svg') return facts
  const { width = 0, height = 0 } = { width: facts.width ?? 0, height: facts.height ?? 0 }
  if (width < 1 || height < 1) return { problem: 'notAPicture' }
  return width > mostSide || height > mostSide || width * height > mostDots ? { problem: 'tooManyDots' } : facts
}

function pngFacts(buffer: Buffer): PictureFacts | undefined {
  if (buffer.length < 33 || !buffer.subarray(0, 8).equals(pngMark)) return undefined
  if (buffer.toString('latin1', 12, 16) !== 'IHDR') return undefined
  return { type: 'png', width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) }
}

/** Frames of a JPEG that carry its measures: SOF0 to SOF15 without the tables among them (ITU T.81, table B.1). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegFacts(buffer: Buffer): PictureFacts | undefined {
  if (buffer.length < 4 || buffer[0] !== 0xff || buffer[1] !== 0xd8) return undefined
  let at = 2
  while (at + 9 < buffer.length) {
    if (buffer[at] !== 0xff) return undefined
    const marker = buffer[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (isFrame(marker)) return { type: 'jpg', width: buffer.readUInt16BE(at + 7), height: buffer.readUInt16BE(at + 5) }
    at += 2 + buffer.readUInt16BE(at + 2)
  }
  return undefined
}

/** An SVG that draws and does nothing else: no script, no foreign content, no entities, nothing from outside. */
function svgFacts(buffer: Buffer): PictureFacts | PictureProblem | undefined {
  const text = buffer.toString('utf8').replace(/^\ufeff/, '')
  const begins = /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE svg [^[>]*>\s*)*<svg[\s>]/
  if (!begins.test(text)) return undefined
  if (/<!ENTITY|<!DOCTYPE[^>]*\[|<script|<foreignObject|\son[a-z]+\s*=|@import/i.test(text))
    return { problem: 'pictureNotPlain' }
  const outside = [...text.matchAll(/(?:href\s*=\s*["']|url\(\s*["']?)\s*([^"')]*)/gi)].some(
    ([, target = '']) => !/^(#|data:image\/(png|jpeg);)/i.test(target.trim()),
  )
  if (outside) return { problem: 'pictureNotPlain' }
  const [, head = ''] = /<svg([^>]*)>/.exec(text) ?? []
  const [, , , w, h] = /viewBox\s*=\s*["']\s*([-\d.]+)[\s,]+([-\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(head) ?? []
  return { type: 'svg', width: w ? Number(w) : null, height: h ? Number(h) : null }
}
