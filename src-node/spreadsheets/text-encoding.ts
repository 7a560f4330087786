import { isUtf8 } from 'node:buffer'
import type { WorkbookInfo } from '../../src-core/kernel/sheet.ts'
import { refuse } from './refuse.ts'

export type TextEncoding = NonNullable<WorkbookInfo['encoding']>

/**
 * Decodes a text table: a byte order mark decides, else UTF-8 where every byte fits, else the two Turkish code pages.
 * Bytes that are text in none of them are no workbook; lines of different encodings in one file are refused, since either
 * reading would spoil half of the names.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data[0] === 0xff && data[1] === 0xfe) return utf16(data.subarray(2), 'utf-16le')
  if (data[0] === 0xfe && data[1] === 0xff) return utf16(data.subarray(2), 'utf-16be')
  const marked = data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf
  const body = marked ? data.subarray(3) : data
  if (body.includes(0)) return withoutMark(body)
  if (hasControls(body)) refuse('notAWorkbook')
  if (isUtf8(body)) return { text: body.toString('utf8'), encoding: 'utf-8' }
  refuseTwoEncodings(body, marked)
  if (looksLikeDos(body)) return { text: decode857(body), encoding: 'cp857' }
  return { text: new TextDecoder('windows-1254').decode(body), encoding: 'windows-1254' }
}

function utf16(body: Buffer, encoding: 'utf-16le' | 'utf-16be') {
  if (body.length % 2 === 1) refuse('truncated')
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body)
  if (text.includes('\0')) refuse('notAWorkbook')
  return { text, encoding }
}

/** UTF-16 without a mark has its zero bytes all on one side. */
function withoutMark(body: Buffer) {
  const sides: [even: number, odd: number] = [0, 0]
  for (let i = 0; i < Math.min(body.length, 4_000); i++) if (body[i] === 0) sides[i % 2 === 0 ? 0 : 1]++
  if (sides[0] === 0 && sides[1] > 0) return utf16(body, 'utf-16le')
  if (sides[1] === 0 && sides[0] > 0) return utf16(body, 'utf-16be')
  return refuse('notAWorkbook')
}

/** Tables of text have no control characters but tabs, line ends, and an old end-of-file mark. */
function hasControls(body: Buffer): boolean {
  let controls = 0
  const length = Math.min(body.length, 8_000)
  for (let i = 0; i < length; i++) {
    const byte = body[i] as number
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1a) controls++
  }
  return controls > length / 100
}

function refuseTwoEncodings(body: Buffer, marked: boolean): void {
  let line = 0
  const first = { utf8: 0, other: 0 }
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(0x0a, start)
    const bytes = body.subarray(start, end < 0 ? body.length : end)
    start = end < 0 ? body.length : end + 1
    line++
    const utf8 = hasTurkishUtf8(bytes)
    if (utf8) first.utf8 ||= line
    if (!isUtf8(bytes)) first.other ||= line
    if (first.other && (first.utf8 || marked)) {
      const [here, before] =
        first.other === line ? (['windows-1254', 'utf-8'] as const) : (['utf-8', 'windows-1254'] as const)
      refuse('twoEncodings', { cell: `A${line}`, details: { line, encoding: here, otherEncoding: before } })
    }
  }
}

/**
 * A Turkish letter in two UTF-8 bytes. In windows-1254 the same bytes would be `Ä`, `Å` or `Ã` before a sign, which no
 * Turkish text has.
 */
function hasTurkishUtf8(bytes: Buffer): boolean {
  for (let i = 0; i + 1 < bytes.length; i++) {
    const tails = turkishUtf8[bytes[i] as number]
    if (tails?.includes(bytes[i + 1] as number)) return true
  }
  return false
}

const turkishUtf8: Readonly<Record<number, readonly number[]>> = {
  195: [0x87, 0x96, 0x9c, 0xa2, 0xa7, 0xae, 0xb6, 0xbb, 0xbc],
  196: [0x9e, 0x9f, 0xb0, 0xb1],
  197: [0x9e, 0x9f],
}

/** Old programs write code page 857, where Turkish letters lie where windows-1254 has signs. */
function looksLikeDos(body: Buffer): boolean {
  let dos = 0
  let windows = 0
  for (const byte of body) {
    if (dosLetters.has(byte)) dos++
    else if (windowsLetters.has(byte)) windows++
  }
  return dos > windows
}

const dosLetters = new Set([0x80, 0x81, 0x87, 0x8d, 0x94, 0x98, 0x99, 0x9a, 0x9e, 0x9f, 0xa6, 0xa7])
const windowsLetters = new Set([0xc7, 0xd0, 0xd6, 0xdc, 0xdd, 0xde, 0xe7, 0xf0, 0xf6, 0xfc, 0xfd, 0xfe])

function decode857(body: Buffer): string {
  return Array.from(body, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : cp857[byte - 0x80])).join('')
}

const cp857 =
  'ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞşáíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ\ufffdÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµ\ufffd×ÚÛÙìÿ¯´\u00ad±\ufffd¾¶§÷¸°¨·¹³²■\u00a0'
