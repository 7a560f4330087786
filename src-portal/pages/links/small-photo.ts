import { largestPhoto } from '../../../src-core/delegations/photo.ts'

const longestSide = 800
const qualities = [0.88, 0.75, 0.6, 0.4]

/**
 * A picture as base64 of a JPEG of at most 800 pixels a side, drawn anew: turned as the camera meant it, and without what the file says
 * of place and camera. Undefined for what the browser cannot read as a picture.
 */
export async function smallPhoto(file: File): Promise<string | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return undefined
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const drawing = canvas.getContext('2d')
  if (!drawing) return undefined
  // What was transparent would turn black.
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  for (const quality of qualities) {
    const base64 = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? ''
    if (base64.length * 0.75 <= largestPhoto) return base64
  }
  return undefined
}
