import { limits } from './limits.ts'

export const SPACE = 0x20
export const SLASH = 0x2f
export const LESS = 0x3c
export const EQUALS = 0x3d
export const GREATER = 0x3e
export const SMALL_C = 0x63
export const SMALL_F = 0x66
export const SMALL_R = 0x72
export const SMALL_S = 0x73
export const SMALL_T = 0x74
export const SMALL_V = 0x76

/** What `t` says of a cell. */
export const TYPE_NUMBER = 0
export const TYPE_SHARED = 1
export const TYPE_TEXT = 2
export const TYPE_BOOLEAN = 3
export const TYPE_ERROR = 4
export const TYPE_DATE = 5
export const TYPE_UNKNOWN = 6

/** Whether a tag's name ends at this byte. */
export const isTagDelimiter = (byte: number) =>
  byte === GREATER || byte === SPACE || byte === SLASH || byte === 0x0a || byte === 0x0d || byte === 0x09

/** The kind of cell that the attribute value from `start` to `end` names. */
export function typeOf(bytes: Buffer, start: number, end: number): number {
  const length = end - start
  if (length === 1) {
    const byte = bytes[start]
    if (byte === SMALL_S) return TYPE_SHARED
    if (byte === 0x6e) return TYPE_NUMBER
    if (byte === 0x62) return TYPE_BOOLEAN
    if (byte === 0x65) return TYPE_ERROR
    if (byte === 0x64) return TYPE_DATE
    return TYPE_UNKNOWN
  }
  const name = bytes.toString('latin1', start, end)
  return name === 'str' || name === 'inlineStr' ? TYPE_TEXT : TYPE_UNKNOWN
}

/** Column of a reference such as `AB12`; -1 if it does not begin with letters. */
export function columnOf(bytes: Buffer, start: number): number {
  let column = 0
  for (let at = start; ; at++) {
    const byte = bytes[at] as number
    if (byte < 0x41 || byte > 0x5a || column > limits.columns) return column - 1
    column = column * 26 + byte - 0x40
  }
}

/** A number of digits alone; NaN for anything else. */
export function wholeNumber(bytes: Buffer, start: number, end: number): number {
  let number = 0
  if (end - start > 15 || end === start) return Number.NaN
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** Up to 15 digits with a decimal point are exact by one division (both sides are exact doubles); the rest is left to `Number`. */
export function numberOf(bytes: Buffer, start: number, end: number): number {
  let mantissa = 0
  let point = -1
  let at = start
  const negative = bytes[at] === 0x2d
  if (negative) at++
  if (end - at > 15 || at === end) return slowNumber(bytes, start, end)
  for (; at < end; at++) {
    const byte = bytes[at] as number
    if (byte === 0x2e && point < 0) point = at
    else if (byte >= 0x30 && byte <= 0x39) mantissa = mantissa * 10 + byte - 0x30
    else return slowNumber(bytes, start, end)
  }
  if (point >= 0) mantissa /= powers[end - point - 1] as number
  return negative && mantissa !== 0 ? -mantissa : mantissa
}

function slowNumber(bytes: Buffer, start: number, end: number): number {
  const text = bytes.toString('latin1', start, end).trim()
  return text === '' ? Number.NaN : Number(text)
}

const powers = Array.from({ length: 17 }, (_, exponent) => 10 ** exponent)
