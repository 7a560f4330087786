import { checkBiff } from './biff-guard.ts'
import { readOleContainer } from './ole-container.ts'
import { refuse } from './refuse.ts'
import { readZipDirectory, type ZipDirectory } from './zip-guard.ts'
import { inflateEntry } from './zip-inflate.ts'

/** What a file is, told from its bytes; its name is not asked. */
export type Detected =
  | { readonly kind: 'xlsx' | 'xlsb' | 'ods'; readonly directory: ZipDirectory }
  /** The stream that holds the cells, without its container: whatever else lies in there is left unread. */
  | { readonly kind: 'xls'; readonly stream: Uint8Array }
  /** `html` and `xml` are what many systems save under the name `.xls`. */
  | { readonly kind: 'html' | 'xml' | 'text' }

/**
 * Detects the format, with every check that can be made without reading the cells. Refuses what is no workbook; `details.
 * looksLike` then says what it seems to be.
 */
export function detectFormat(bytes: Uint8Array): Detected {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096)).toString('latin1')
  if (bytes.length === 0) refuse('empty')
  if (head.startsWith('PK')) return { ...zipKind(bytes) }
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleKind(bytes)
  for (const [beginning, looksLike] of others)
    if (beginning.test(head)) refuse('notAWorkbook', { details: { looksLike } })
  return { kind: markupKind(head) }
}

const others = [
  [/^%PDF/, 'pdf'],
  [/^\{\\rtf/, 'document'],
  [/^(\x89PNG|GIF8|\xff\xd8\xff|BM....\0\0\0\0|II\*\0|MM\0\*)/s, 'image'],
  [/^(Rar!|7z\xbc\xaf)/, 'archive'],
  [/^SQLite format 3/, 'database'],
] as const

function zipKind(bytes: Uint8Array): { kind: 'xlsx' | 'xlsb' | 'ods'; directory: ZipDirectory } {
  const directory = readZipDirectory(bytes)
  const text = (name: string) => {
    const entry = directory.get(name)
    return entry ? inflateEntry(bytes, entry).toString('latin1') : ''
  }
  const types = text('[content_types].xml')
  if (/spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroEnabled\.main/.test(types)) {
    return { kind: 'xlsx', directory }
  }
  if (types.includes('ms-excel.sheet.binary.macroEnabled.main')) return { kind: 'xlsb', directory }
  const mime = text('mimetype')
  if (mime.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return { kind: 'ods', directory }
  const looksLike = /wordprocessingml|opendocument\.text/.test(types + mime)
    ? 'document'
    : /presentation/.test(types + mime)
      ? 'presentation'
      : 'archive'
  return refuse('notAWorkbook', { details: { looksLike } })
}

function oleKind(bytes: Uint8Array): Detected {
  const container = readOleContainer(bytes)
  if (container.names.includes('EncryptedPackage')) refuse('passwordProtected')
  const stream = container.stream('Workbook') ?? container.stream('Book')
  if (!stream) return refuse('notAWorkbook', { details: { looksLike: 'document' } })
  checkBiff(stream)
  return { kind: 'xls', stream }
}

function markupKind(head: string): 'html' | 'xml' | 'text' {
  const text = head
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (!text.startsWith('<')) return 'text'
  if (/^<\?xml/i.test(text) && /urn:schemas-microsoft-com:office:spreadsheet"/.test(text) && !/<html/i.test(text))
    return 'xml'
  if (/<(!doctype html|html|table|meta|head|body|style|div)\b/i.test(text)) return 'html'
  return refuse('notAWorkbook', { details: { looksLike: 'xml' } })
}
