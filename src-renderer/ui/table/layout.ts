import { type Setting, setting } from '../stored.ts'

/** How an officer has arranged the columns of one table. */
export type TableLayout = {
  readonly order?: readonly string[]
  readonly hidden?: readonly string[]
  /** Pixels by column. */
  readonly widths?: Readonly<Record<string, number>>
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const words = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined

function parse(stored: unknown): TableLayout | undefined {
  if (!isRecord(stored)) return undefined
  const order = words(stored.order)
  const hidden = words(stored.hidden)
  const widths = isRecord(stored.widths)
    ? Object.fromEntries(
        Object.entries(stored.widths).flatMap(([id, width]) => (typeof width === 'number' ? [[id, width]] : [])),
      )
    : undefined
  return { ...(order && { order }), ...(hidden && { hidden }), ...(widths && { widths }) }
}

const settings = new Map<string, Setting<TableLayout>>()

/** The remembered arrangement of the table of this name. */
export function layoutOf(table: string): Setting<TableLayout> {
  const known = settings.get(table)
  if (known) return known
  const made = setting<TableLayout>(`table.${table}`, {}, parse)
  settings.set(table, made)
  return made
}

/**
 * The columns in the remembered order. A column that came with a newer version stands behind the one it was declared after, a
 * column that is gone is forgotten.
 */
export function arrange(ids: readonly string[], order: readonly string[] | undefined): readonly string[] {
  if (!order) return ids
  const known = order.filter((id) => ids.includes(id))
  const result = [...known]
  ids.forEach((id, index) => {
    if (known.includes(id)) return
    const before = ids[index - 1]
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, id)
  })
  return result
}
