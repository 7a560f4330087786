import type { ReactNode } from 'react'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { formatMoney, formatNumber } from '../../../src-core/kernel/numbers.ts'
import type { Tone } from '../values/StatusWord.tsx'
import { isMissing } from './filters.ts'

type Maybe<T> = T | null | undefined

type Common<Row> = {
  /** Names the column in settings, in the address and to the service; never shown. */
  readonly id: string
  readonly title: string
  /** Pixels at first sight; the officer's own width is remembered. */
  readonly width?: number
  /** Takes the room that is left, in proportion to other growing columns. */
  readonly grow?: number
  /** Offered in the list of columns, but not shown at first. */
  readonly hidden?: boolean
  readonly pinned?: boolean
  /** Default true. */
  readonly sortable?: boolean
  /** Default true. */
  readonly filterable?: boolean
  /** Draws the cell. Sorting, filtering, copying and export still use the value. */
  readonly render?: (row: Row) => ReactNode
}

export type Choice = { readonly value: string; readonly label: string; readonly tone?: Tone }

export type TextColumn<Row> = Common<Row> & { readonly type: 'text'; readonly value: (row: Row) => Maybe<string> }
export type NumberColumn<Row> = Common<Row> & {
  readonly type: 'number'
  readonly value: (row: Row) => Maybe<number>
  readonly decimals?: number
  /** Adds up the selected rows in the footer. */
  readonly sum?: boolean
}
/** An amount in kuruş. */
export type MoneyColumn<Row> = Common<Row> & {
  readonly type: 'money'
  readonly value: (row: Row) => Maybe<number>
  readonly sum?: boolean
}
/** An ISO date. */
export type DateColumn<Row> = Common<Row> & { readonly type: 'date'; readonly value: (row: Row) => Maybe<string> }
/** One of a few words; with tones it shows as a state. */
export type ChoiceColumn<Row> = Common<Row> & {
  readonly type: 'choice'
  readonly value: (row: Row) => Maybe<string>
  readonly choices: readonly Choice[]
}
export type FlagColumn<Row> = Common<Row> & { readonly type: 'flag'; readonly value: (row: Row) => Maybe<boolean> }

export type Column<Row> =
  | TextColumn<Row>
  | NumberColumn<Row>
  | MoneyColumn<Row>
  | DateColumn<Row>
  | ChoiceColumn<Row>
  | FlagColumn<Row>

export type CellValue = Maybe<string | number | boolean>

/** What a column's texts need of the window. */
export type CellWords = { readonly language: 'tr' | 'en'; readonly yes: string; readonly no: string }

/** The word of a choice; a value nobody named shows as nothing, never as its key. */
export const choiceOf = (choices: readonly Choice[], value: Maybe<string>): Choice | undefined =>
  choices.find((choice) => choice.value === value)

/** The cell as an officer reads it, also for copying and searching; empty for a missing value. */
export function cellText<Row>(column: Column<Row>, row: Row, words: CellWords): string {
  switch (column.type) {
    case 'text':
      return column.value(row) ?? ''
    case 'number': {
      const value = column.value(row)
      return value === null || value === undefined ? '' : formatNumber(value, column.decimals, words.language)
    }
    case 'money': {
      const value = column.value(row)
      return value === null || value === undefined ? '' : formatMoney(value, words.language)
    }
    case 'date': {
      const value = column.value(row)
      return value ? formatDate(value) : ''
    }
    case 'choice':
      return choiceOf(column.choices, column.value(row))?.label ?? ''
    case 'flag': {
      const value = column.value(row)
      return value === null || value === undefined ? '' : value ? words.yes : words.no
    }
  }
}

const collator = new Intl.Collator('tr', { numeric: true })

/** Ascending order of two cells of a column; texts and choices as in a Turkish dictionary, missing values last. */
export function compareCells<Row>(column: Column<Row>, a: CellValue, b: CellValue): number {
  if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b))
  if (column.type === 'choice') {
    // Choices have an order of their own (low, medium, high): the one they are declared in.
    const place = (value: CellValue) => column.choices.findIndex((choice) => choice.value === value)
    return place(a) - place(b)
  }
  if (column.type === 'date') return a < b ? -1 : a > b ? 1 : 0
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b)
  return Number(a) - Number(b)
}

const usualWidths: Readonly<Record<Column<never>['type'], number>> = {
  text: 180,
  number: 96,
  money: 136,
  date: 112,
  choice: 140,
  flag: 88,
}

/** Pixels that a text takes at the size of a list, on average; with the room on both sides of it. */
const room = (text: string, each: number, beside: number): number => Math.round(text.length * each) + beside

/** The longest word that a column may have to show, within reason. */
function wordRoom(column: { readonly choices?: readonly Choice[] }): number {
  const widest = (column.choices ?? []).map(({ label, tone }) => room(label, 6.8, tone ? 46 : 34))
  return Math.min(Math.max(0, ...widest), 200)
}

/** Pixels a column has at first: its own or its kind's usual width, and never too few for its title or its words. */
export const firstWidth = (
  column: Pick<Column<never>, 'type' | 'title' | 'width'> & { readonly choices?: readonly Choice[] },
): number => Math.max(column.width ?? usualWidths[column.type], room(column.title, 7, 44), wordRoom(column))

export const isNumeric = (column: { readonly type: Column<never>['type'] }): boolean =>
  column.type === 'number' || column.type === 'money'
