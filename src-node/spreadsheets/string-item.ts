import { isUtf8 } from 'node:buffer'
import { LESS, SLASH, SMALL_T } from './cell-bytes.ts'
import { refuse, Unusual } from './refuse.ts'
import { assertPlainXml, cellText } from './xml-text.ts'

/** A place in the bytes that a reader moves forward. */
export type Cursor = { at: number }

/**
 * Reads `<si>` or `<is>`: plain text or runs of rich text joined; reading aids (`rPh`) are no part of the text. The cursor
 * stands behind the opening tag before, and behind the closing tag after.
 */
export function readStringItem(bytes: Buffer, end: number, cursor: Cursor): string {
  let text = ''
  let phonetic = false
  let at = cursor.at
  for (;;) {
    while (at < end && bytes[at] !== LESS) at++
    if (at >= end) return refuse('damaged')
    if (bytes[at + 1] === BANG) throw new Unusual('markup in a text')
    const closing = bytes[at + 1] === SLASH
    let name = at + (closing ? 2 : 1)
    let nameEnd = name
    for (; nameEnd < end && isNameByte(bytes[nameEnd] as number); nameEnd++) {
      if (bytes[nameEnd] === COLON) name = nameEnd + 1
    }
    const length = nameEnd - name
    const after = tagEnd(bytes, nameEnd, end)
    const alone = bytes[after - 2] === SLASH
    if (length === 2 && closing) {
      cursor.at = after
      return text
    }
    if (length === 3 && bytes[name + 1] === 0x50 && bytes[name + 2] === 0x68) phonetic = !closing && !alone
    at = after
    if (length !== 1 || bytes[name] !== SMALL_T || closing || alone) continue
    const start = at
    while (at < end && bytes[at] !== LESS) at++
    if (!phonetic && at > start) text += decodeText(bytes, start, at)
  }
}

/** All strings of `sharedStrings.xml` in their order. */
export function readSharedStrings(part: Buffer): string[] {
  assertPlainXml(part)
  const strings: string[] = []
  const cursor = { at: 0 }
  for (let at = 0; ; ) {
    while (at < part.length && part[at] !== LESS) at++
    if (at >= part.length) return strings
    if (part[at + 1] === BANG) throw new Unusual('markup between texts')
    let name = at + 1
    let nameEnd = name
    for (; nameEnd < part.length && isNameByte(part[nameEnd] as number); nameEnd++) {
      if (part[nameEnd] === COLON) name = nameEnd + 1
    }
    at = tagEnd(part, nameEnd, part.length)
    if (nameEnd - name !== 2 || part[name] !== 0x73 || part[name + 1] !== 0x69) continue
    if (part[at - 2] === SLASH) {
      strings.push('')
      continue
    }
    cursor.at = at
    strings.push(readStringItem(part, part.length, cursor))
    at = cursor.at
  }
}

/** The text of a cell that stands in `bytes` from `start` to `end`. Refuses bytes that are no UTF-8. */
export function decodeText(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start, end)
  if (text.includes('\ufffd') && !isUtf8(bytes.subarray(start, end))) refuse('damaged')
  return cellText(text)
}

/** The place behind the `>` of a tag whose name ends at `at`; a `>` inside an attribute does not count. */
export function tagEnd(bytes: Buffer, at: number, end: number): number {
  let quote = 0
  for (let i = at; i < end; i++) {
    const byte = bytes[i]
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === 0x3e) return i + 1
    else if (byte === 0x22 || byte === 0x27) quote = byte
    else if (byte === LESS) break
  }
  return refuse('damaged')
}

const BANG = 0x21
const COLON = 0x3a

const isNameByte = (byte: number) => byte > 0x20 && byte !== 0x3e && byte !== SLASH
