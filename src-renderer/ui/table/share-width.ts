/** What one column of a table asks for, in pixels: what shows it whole, the least it can do with, and its share of room left over. */
export type WidthWish = {
  readonly id: string
  readonly need: number
  readonly least: number
  readonly grow: number
}

/**
 * Shares the room of a table among its columns. Left-over room goes to the columns that grow. Where there is too little, the widest
 * give way first and become as wide as each other, down to the least each can do with; past that the table is wider than its room.
 */
export function shareWidth(wishes: readonly WidthWish[], room: number): ReadonlyMap<string, number> {
  const left = room - sum(wishes, ({ need }) => need)
  const widths = left >= 0 ? grown(wishes, left) : narrowed(wishes, widest(wishes, room))
  return new Map(wishes.map(({ id }, at) => [id, widths[at] ?? 0]))
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

function grown(wishes: readonly WidthWish[], left: number): readonly number[] {
  const shares = sum(wishes, ({ grow }) => grow)
  return wishes.map(({ need, grow }) => need + (grow > 0 ? Math.floor((left * grow) / shares) : 0))
}

const narrowed = (wishes: readonly WidthWish[], most: number): readonly number[] =>
  wishes.map(({ need, least }) => Math.min(need, Math.max(least, most)))

/** The greatest width, in whole pixels, above which no column may be so that all fit into the room. */
function widest(wishes: readonly WidthWish[], room: number): number {
  let low = 0
  let high = Math.max(0, ...wishes.map(({ need }) => need))
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (sum(narrowed(wishes, middle), (width) => width) <= room) low = middle
    else high = middle - 1
  }
  return low
}
