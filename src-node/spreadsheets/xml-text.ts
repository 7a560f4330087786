import { refuse, Unusual } from './refuse.ts'

/** Text of an XML document with its entities resolved; unknown entities stay as they are. */
export function unescapeXml(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g, (all, hex, decimal, name) => {
    if (name) return entities[name as keyof typeof entities]
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

/** The text of a cell: entities, then the `_x000D_` form in which workbooks store what XML cannot (ECMA-376 22.9.2.19). */
export function cellText(raw: string): string {
  const text = unescapeXml(raw)
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * Refuses a document type declaration (which workbooks never have and attackers do) and leaves other encodings than UTF-8
 * to the general library.
 */
export function assertPlainXml(part: Buffer): void {
  const head = part.toString('latin1', 0, Math.min(part.length, 2_000))
  if (/<!DOCTYPE|<!ENTITY/i.test(head)) refuse('unsafe')
  if (/^(\xfe\xff|\xff\xfe|<\0|\0<)/.test(head)) throw new Unusual('UTF-16')
  const encoding = /^[^>]{0,100}encoding\s*=\s*["']([^"']*)/.exec(head)?.[1]
  if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding)) throw new Unusual(encoding)
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const
