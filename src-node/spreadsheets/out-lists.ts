import { columnName } from '../../src-core/kernel/sheet.ts'
import type { OutColumn, OutSheet } from '../../src-core/kernel/workbook-spec.ts'
import { quotedName, sheetNames } from './sheet-names.ts'

/** The sheets to write with their final names, and the formula behind each drop-down. */
export type PlannedSheets = {
  readonly sheets: readonly { readonly sheet: OutSheet; readonly name: string }[]
  readonly listFormula: (sheet: number, column: number) => string | undefined
}

/** Excel refuses a longer list inside the rule itself, and has no way to write a comma or a quote there. */
const longestInlineList = 255

/**
 * Settles sheet names, and moves drop-down values that do not fit into their rule to a hidden sheet of their own, one
 * column a list.
 */
export function planSheets(wanted: readonly OutSheet[]): PlannedSheets {
  const long = new Map<string, number>()
  const lists: (readonly string[])[] = []
  for (const { list } of wanted.flatMap((sheet) => sheet.columns)) {
    if (!list || !('values' in list) || fitsInline(list.values)) continue
    const key = list.values.join('\0')
    if (long.has(key)) continue
    long.set(key, lists.length)
    lists.push(list.values)
  }
  const sheets = lists.length > 0 ? [...wanted, listSheet(lists)] : wanted
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  const range = (name: string, column: number, top: number, rows: number) =>
    `${quotedName(name)}!$${columnName(column)}$${top}:$${columnName(column)}$${top + Math.max(rows, 1) - 1}`

  const formulaOf = (list: NonNullable<OutColumn['list']>): string | undefined => {
    if ('values' in list) {
      if (list.values.length === 0) return undefined
      const column = long.get(list.values.join('\0'))
      if (column === undefined) return `"${list.values.join(',')}"`
      return range(names.at(-1) ?? '', column, 1, list.values.length)
    }
    const index = wanted.findIndex((sheet) => sheet.name === list.sheet)
    if (index < 0) throw new RangeError(`no sheet "${list.sheet}" for a drop-down`)
    return range(names[index] ?? '', list.column, wanted[index]?.header === false ? 1 : 2, list.rows)
  }
  return {
    sheets: sheets.map((sheet, index) => ({ sheet, name: names[index] ?? '' })),
    listFormula: (sheet, column) => {
      const list = sheets[sheet]?.columns[column]?.list
      return list ? formulaOf(list) : undefined
    },
  }
}

const fitsInline = (values: readonly string[]): boolean =>
  values.join(',').length <= longestInlineList && !values.some((value) => /[,"]|^\s|\s$/.test(value))

function listSheet(lists: readonly (readonly string[])[]): OutSheet {
  const longest = Math.max(...lists.map((list) => list.length))
  return {
    name: 'Listeler',
    visibility: 'hidden',
    header: false,
    columns: lists.map(() => ({ header: '', type: 'text' })),
    rows: Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null)),
  }
}
