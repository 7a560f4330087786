import { createElement, Fragment, type ReactNode } from 'react'
import classes from './Markdown.module.css'
import type { Block, Inline } from './markdown.ts'

type Props = {
  readonly blocks: readonly Block[]
  /** What a link to another place looks like. */
  readonly link: (text: string, target: string) => ReactNode
  /** The address of a picture by the path that the page gives. */
  readonly picture: (source: string) => string | undefined
}

/** Children that never change their order need no keys. */
const inOrder = (tag: 'ul' | 'ol' | 'tr' | 'tbody' | typeof Fragment, children: readonly ReactNode[], props = {}) =>
  createElement(tag, props, ...children)

/** The blocks of a page. Headings stand one level lower, since the screen has its own. */
export function Markdown({ blocks, link, picture }: Props) {
  const inline = (part: Inline): ReactNode => {
    if (part.kind === 'strong') return <strong>{part.text}</strong>
    if (part.kind === 'code') return <code>{part.text}</code>
    return part.kind === 'link' ? link(part.text, part.target) : part.text
  }
  const inlines = (content: readonly Inline[]) => inOrder(Fragment, content.map(inline))

  const view = (block: Block): ReactNode => {
    if (block.kind === 'picture') return <img src={picture(block.source)} alt={block.alt} />
    if (block.kind === 'paragraph' || block.kind === 'note')
      return <p className={block.kind === 'note' ? classes.note : undefined}>{inlines(block.content)}</p>
    if (block.kind === 'heading')
      return createElement(`h${block.level + 1}`, { id: block.slug, tabIndex: -1 }, block.text)
    if (block.kind === 'list') {
      const items = block.items.map((item) => createElement('li', {}, inlines(item)))
      return block.start === undefined ? inOrder('ul', items) : inOrder('ol', items, { start: block.start })
    }
    const [head = [], ...rows] = block.rows
    const row =
      (tag: 'th' | 'td', props = {}) =>
      (cells: readonly (readonly Inline[])[]) =>
        inOrder(
          'tr',
          cells.map((cell) => createElement(tag, props, inlines(cell))),
        )
    return (
      <table>
        <thead>{row('th', { scope: 'col' })(head)}</thead>
        {inOrder('tbody', rows.map(row('td')))}
      </table>
    )
  }

  return <div className={classes.text}>{inOrder(Fragment, blocks.map(view))}</div>
}
