/** The largest photograph of a participant; pages make it smaller before they send it. */
export const largestPhoto = 150 * 1024

/** Sides of a photograph in pixels: enough for a badge, and no more. */
export const photoSides = { least: 120, most: 1600 } as const

const isSize = (marker: number): boolean => marker === 0xc0 || marker === 0xc1 || marker === 0xc2

/** Segments that only describe: APP1 (Exif, XMP) to APP13 and APP15, and comments. APP14 says how colours are meant. */
const describes = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe

/**
 * A JPEG without what it says of its making (place, camera, time, previews) and without anything behind its end; undefined for whatever
 * is no JPEG of the right size. Marker codes: ITU-T T.81, table B.1.
 */
export function plainPhoto(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length > largestPhoto || bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let sized = false
  let at = 2
  for (;;) {
    const [lead, marker = 0, high = 0, low = 0] = bytes.subarray(at, at + 4)
    const end = at + 2 + high * 256 + low
    if (lead !== 0xff || marker < 0xc0 || high * 256 + low < 2 || end > bytes.length) return undefined
    if (marker === 0xda) break
    if (isSize(marker)) {
      const side = (offset: number) => (bytes[at + offset] ?? 0) * 256 + (bytes[at + offset + 1] ?? 0)
      const sides = [side(5), side(7)]
      if (sides.some((one) => one < photoSides.least || one > photoSides.most)) return undefined
      sized = true
    }
    if (!describes(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  // Within the picture itself 0xFF is followed by 0x00 or a restart marker, so the first end is the end.
  let end = at
  while (end < bytes.length && !(bytes[end] === 0xff && bytes[end + 1] === 0xd9)) end++
  if (!sized || end >= bytes.length) return undefined
  kept.push(bytes.subarray(at, end + 2))
  return Buffer.concat(kept)
}
