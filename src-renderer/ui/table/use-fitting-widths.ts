import type { GridApi } from 'ag-grid-community'
import { type RefObject, useRef } from 'react'
import { type CellWords, type Column, cellText, firstWidth } from './columns.ts'
import { layoutOf } from './layout.ts'
import { shareWidth, type WidthWish } from './share-width.ts'

/** Rows whose words are measured, spread over those that are there: enough for a column's usual width, and done in a moment. */
const measuredRows = 100
/** A column of words shows this much at least, and asks for no more than that at most. */
const leastWords = 120
const mostWords = 440
/** The first column of words says what a row is about; it gives way later. */
const leastOfFirst = 190
/** Room beside the words: the padding of a cell, the outer margin of the table, the signs of sorting, of a filter and of a state. */
const beside = { cell: 26, edge: 12, sign: 4, filter: 16, tone: 20 } as const
/** Of more words than this only those that are shown are measured, such as of all countries. */
const fewWords = 12

/** What columns asked for when the table was last measured, so that a table opened again stands as it stood. */
const known = new Map<string, readonly WidthWish[]>()

type Options<Row> = {
  readonly name: string
  readonly declared: RefObject<readonly Column<Row>[]>
  readonly words: CellWords
}

/** Gives columns the width of what they show: of their words, their title and the window. Widths set by hand are left alone. */
export function useFittingWidths<Row>({ name, declared, words }: Options<Row>) {
  const measured = useRef(false)
  const key = `${name} ${words.language}`

  function apply(api: GridApi<Row>): void {
    const wishes = known.get(key)
    if (!wishes || api.isDestroyed()) return
    const own = layoutOf(name).get().widths ?? {}
    const displayed = api.getAllDisplayedColumns()
    const edges = new Set([displayed.at(0)?.getColId(), displayed.at(-1)?.getColId()])
    const asking = wishes
      .filter(({ id }) => !(id in own) && displayed.some((column) => column.getColId() === id))
      .map((wish) => (edges.has(wish.id) ? widened(wish, beside.edge) : wish))
    const taken = displayed.filter((column) => !asking.some(({ id }) => id === column.getColId()))
    const { left, right } = api.getHorizontalPixelRange()
    const pinned = api.getDisplayedLeftColumns().reduce((total, column) => total + column.getActualWidth(), 0)
    const room = right - left + pinned - taken.reduce((total, column) => total + column.getActualWidth(), 0)
    if (right <= left) return
    const widths = shareWidth(asking, room)
    api.applyColumnState({ state: [...widths].map(([colId, width]) => ({ colId, width, flex: null })) })
  }

  return {
    refit: apply,

    /** Measures what is shown the first time that there is something. */
    shown: (api: GridApi<Row>) => {
      if (measured.current || api.isDestroyed()) return
      const rows = sampleOf(api)
      if (rows.length === 0) return
      measured.current = true
      known.set(key, wishesOf(declared.current, rows, words, api.getFilterModel() ?? {}))
      apply(api)
    },
  }
}

const widened = (wish: WidthWish, by: number): WidthWish => ({ ...wish, need: wish.need + by, least: wish.least + by })

/** Rows spread over all that are there; of rows that come block by block, over the first block. */
function sampleOf<Row>(api: GridApi<Row>): readonly Row[] {
  const count = api.getDisplayedRowCount()
  const there = api.getGridOption('rowModelType') === 'infinite' ? Math.min(count, measuredRows) : count
  const step = Math.max(1, Math.floor(there / measuredRows))
  return Array.from({ length: measuredRows }, (_, at) => at * step)
    .filter((at) => at < there)
    .flatMap((at) => api.getDisplayedRowAtIndex(at)?.data ?? [])
}

function wishesOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  words: CellWords,
  filtered: Readonly<Record<string, unknown>>,
): readonly WidthWish[] {
  const family = getComputedStyle(document.body).fontFamily
  const inTitle = measure(`500 12px ${family}`)
  const inCell = measure(`13px ${family}`)
  const first = columns.find(({ type, hidden }) => type === 'text' && !hidden)
  return columns.map((column) => {
    const texts =
      column.type === 'choice' && column.choices.length <= fewWords
        ? column.choices.map(({ label }) => label)
        : rows.map((row) => cellText(column, row, words))
    const toned = column.type === 'choice' && column.choices.some(({ tone }) => tone) ? beside.tone : 0
    const title = inTitle(column.title) + beside.sign + (column.id in filtered ? beside.filter : 0)
    const cell = Math.min(Math.max(0, ...texts.map(inCell)) + toned, mostWords)
    const drawn = column.render ? firstWidth(column) - beside.cell : 0
    const need = Math.ceil(Math.max(title, cell, drawn)) + beside.cell
    const gives = column.type === 'text' || column.grow !== undefined
    return {
      id: column.id,
      need,
      least: gives ? Math.min(need, column === first ? leastOfFirst : leastWords) : need,
      grow: column.grow ?? 0,
    }
  })
}

/** Pixels that a text takes in a font, by the browser's own reckoning. */
function measure(font: string): (text: string) => number {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return (text) => text.length * 7
  pen.font = font
  return (text) => pen.measureText(text).width
}
