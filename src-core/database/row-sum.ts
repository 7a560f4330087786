import { hash } from 'node:crypto'

const modulus = 1n << 256n

/**
 * A table's checksum: the sum of its rows' SHA-256 hashes modulo 2^256. The order of rows does not matter, so it can be
 * kept up to date row by row, and two stores with the same rows have the same sum.
 */
export type RowSum = { readonly count: number; readonly sum: bigint }

export const emptySum: RowSum = { count: 0, sum: 0n }

/** Hash of one row: its table and every column that is not null, in name order. New empty columns change nothing. */
export function hashRow(table: string, columns: readonly string[], row: Readonly<Record<string, unknown>>): bigint {
  const parts: unknown[] = [table]
  for (const column of columns) {
    const value = row[column]
    if (value !== null && value !== undefined) parts.push(column, value)
  }
  return BigInt(`0x${hash('sha256', JSON.stringify(parts), 'hex')}`)
}

export const addToSum = (sum: RowSum, rows: number, delta: bigint): RowSum => ({
  count: sum.count + rows,
  sum: (((sum.sum + delta) % modulus) + modulus) % modulus,
})

export const sumToText = (sum: bigint): string => sum.toString(16).padStart(64, '0')

export const sumFromText = (text: string): bigint => BigInt(`0x${text}`)
