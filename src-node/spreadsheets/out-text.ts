/** The longest text a cell may hold in Excel. */
const longestText = 32_767

/**
 * Text as XML may carry it: escaped, and what XML cannot carry in the `_x0007_` form that workbooks have for it, so that a
 * text comes back as it was. Half surrogate pairs, which no file can hold, become the replacement sign; what is beyond the
 * longest cell is cut off, since Excel declares the whole file damaged otherwise.
 */
export function outText(value: string): string {
  const text = value.length > longestText ? cutText(value, longestText) : value
  if (!needsCare.test(text)) return text
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(unwritable, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}

/** The same for an attribute. */
export const outAttribute = (value: string): string =>
  outText(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')

/** At most `length` UTF-16 units of a text, never half of a sign. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  let cut = ''
  for (const { segment } of signs.segment(text.slice(0, length + 64))) {
    if (cut.length + segment.length > length) break
    cut += segment
  }
  return cut || text.slice(0, length).toWellFormed()
}

const signs = new Intl.Segmenter('tr', { granularity: 'grapheme' })

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that XML 1.0 forbids, and the CR it would change.
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same signs, with those that need an escape.
const needsCare = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff&<>]|_x[0-9a-fA-F]{4}_/

/** Whether a spreadsheet could take the text for a formula once it is edited. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text)
