import { type AttachedPaper, type AttachmentType, largestAttachment } from './attachment.ts'

const begins = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte)

/** What a file is by its first bytes; of an Office file its name says which. Undefined for everything else. */
function attachmentType(bytes: Uint8Array, fileName: string): AttachmentType | undefined {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf'
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'jpg'
  if (!begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return undefined
  const name = fileName.toLowerCase()
  return name.endsWith('.docx') ? 'docx' : name.endsWith('.xlsx') ? 'xlsx' : undefined
}

/** What may be attached as what: photographs are pictures, and nothing is larger than the limit or empty. */
export function attachable(
  bytes: Uint8Array,
  fileName: string,
  paper: AttachedPaper,
): AttachmentType | { readonly problem: 'attachmentTooLarge' | 'notAttachable' | 'notAPhoto' } {
  if (bytes.length > largestAttachment) return { problem: 'attachmentTooLarge' }
  const type = attachmentType(bytes, fileName)
  if (type === undefined) return { problem: 'notAttachable' }
  if (paper === 'PHOTO' && type !== 'png' && type !== 'jpg') return { problem: 'notAPhoto' }
  return type
}

/** A name that says on any file system what it said on the sender's. */
export const safeName = (name: string): string =>
  name
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a name must not carry
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trim()

/** The name a file is kept under, with the ending of what it really is. */
export function keptName(fileName: string, type: AttachmentType): string {
  const stem = safeName(fileName.replace(/\.[^.]{1,5}$/, '')).slice(0, 120)
  return `${stem || 'dosya'}.${type}`
}
