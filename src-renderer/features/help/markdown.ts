/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string }

/** A block of a guide page. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly slug: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'note'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'picture'; readonly alt: string; readonly source: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }

const inlinePattern = /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<target>[^)\s]+)\)/g

/** Strong words, code (keys and typed words) and links of one text; everything else stays as it is written. */
export function inlinesOf(text: string): readonly Inline[] {
  const found: Inline[] = []
  let from = 0
  for (const match of text.matchAll(inlinePattern)) {
    const { strong, code, text: label = '', target = '' } = match.groups ?? {}
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) })
    if (strong !== undefined) found.push({ kind: 'strong', text: strong })
    else if (code !== undefined) found.push({ kind: 'code', text: code })
    else found.push({ kind: 'link', text: label, target })
    from = match.index + match[0].length
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) })
  return found
}

/** The name of a heading in addresses. */
export const slugOf = (text: string): string =>
  text
    .toLocaleLowerCase('tr')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

const joined = (lines: readonly string[]): string => lines.map((line) => line.trim()).join(' ')

/** Items of a list; lines that are indented go on with the item above them. */
function itemsOf(lines: readonly string[], marker: RegExp): readonly string[] {
  const items: string[] = []
  for (const line of lines) {
    if (marker.test(line)) items.push(line.replace(marker, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return items
}

const cellsOf = (line: string) =>
  line
    .replaceAll(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => inlinesOf(cell.trim()))

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines
  const heading = /^(#{1,3}) (.*)$/.exec(first)
  if (heading) {
    const text = (heading[2] ?? '').trim()
    return { kind: 'heading', level: (heading[1]?.length ?? 1) as 1 | 2 | 3, text, slug: slugOf(text) }
  }
  const picture = /^!\[([^\]]*)\]\(([^)\s]+)\)$/.exec(joined(lines))
  if (picture) return { kind: 'picture', alt: picture[1] ?? '', source: picture[2] ?? '' }
  if (first.startsWith('> '))
    return { kind: 'note', content: inlinesOf(joined(lines.map((line) => line.replace(/^> ?/, '')))) }
  if (first.startsWith('|'))
    return { kind: 'table', rows: lines.filter((line) => !/^[|\s:-]+$/.test(line)).map(cellsOf) }
  const number = /^(\d+)\. /.exec(first)
  if (number || first.startsWith('- ')) {
    const items = itemsOf(lines, number ? /^\d+\. / : /^- /)
    return { kind: 'list', start: number ? Number(number[1]) : undefined, items: items.map(inlinesOf) }
  }
  return { kind: 'paragraph', content: inlinesOf(joined(lines)) }
}

/**
 * The blocks of a guide page. Of Markdown it knows headings, paragraphs, flat lists, pictures on a line of their own, notes
 * (`>`) and tables, each ended by an empty line: what the guide is written in, and nothing that could run.
 */
export function blocksOf(markdown: string): readonly Block[] {
  return markdown
    .replaceAll('\r', '')
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map(blockOf)
}

const plainInlines = (content: readonly Inline[]): string => content.map(({ text }) => text).join('')

/** What a block says, without its form. */
export function plainText(block: Block): string {
  if (block.kind === 'heading') return block.text
  if (block.kind === 'picture') return block.alt
  if (block.kind === 'list') return block.items.map(plainInlines).join(' ')
  if (block.kind === 'table') return block.rows.map((row) => row.map(plainInlines).join(' ')).join(' ')
  return plainInlines(block.content)
}
