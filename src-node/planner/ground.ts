/** A place of a session as the search sees it: the first slot, the room and the trainer by index; room −1 where none is needed. */
export type Spot = { readonly slot: number; readonly room: number; readonly trainer: number }

/**
 * A placing problem in numbers, which is all that the search knows. Time is a row of slots, `perDay` to a day; a session
 * takes one slot or all slots of one day. Groups are what sessions belong to and people sit in; lines are what people
 * enrol in, with one or more groups each.
 */
export type Ground = {
  readonly days: number
  readonly perDay: number
  /** Calendar number of each day, for spans that count weekends too. */
  readonly dayNumber: Int32Array

  /** By session. Sessions of one group have neighbouring numbers, in their order. */
  readonly length: Uint8Array
  readonly groupOf: Int32Array
  readonly lessons: Int32Array
  /** Slots it may begin at; sessions alike share one list. */
  readonly starts: readonly Int32Array[]
  readonly roomsFor: readonly Int32Array[]
  readonly trainersFor: readonly Int32Array[]
  readonly fixed: readonly (Spot | null)[]

  /** By group. */
  readonly sessionsOf: readonly Int32Array[]
  readonly lineOf: Int32Array
  readonly seats: Int32Array
  /** Seats kept for units: unit → seats; null where none are. */
  readonly reserved: readonly (ReadonlyMap<number, number> | null)[]
  /** Most calendar days from first to last session. */
  readonly withinDays: Int32Array
  /** Whether the sessions of a group follow one another in their order. */
  readonly ordered: boolean

  /** By line. */
  readonly groupsOf: readonly (readonly number[])[]
  /** Lines that a person has to have behind them. */
  readonly linesBefore: readonly (readonly number[])[]

  readonly roomCount: number
  /** [room × slots + slot] is 1 where the room cannot be had. */
  readonly roomClosed: Uint8Array
  readonly trainerCount: number
  readonly trainerClosed: Uint8Array
  /** Most lessons of a trainer on one day. */
  readonly trainerLimit: Int32Array

  /** By person: the unit, and the slots on which it spares nobody. */
  readonly unitOf: Int32Array
  readonly unitCount: number
  readonly dutyOf: readonly (Uint8Array | null)[]

  /** By enrolment. `settled` is the group that is decided already, or −1. */
  readonly enrolledPerson: Int32Array
  readonly enrolledLine: Int32Array
  readonly settled: Int32Array

  /** What a session without a place, and an enrolment without a group, cost. */
  readonly unplacedCost: number
  readonly ungroupedCost: number
}

/** An element of an array that is known to be there. */
export const at = (numbers: { readonly [index: number]: number }, index: number): number => numbers[index] as number

/** A row of a list that is known to be there. */
export const rowAt = <T>(rows: { readonly [index: number]: T }, index: number): T => rows[index] as T

/** Adds to one element of a table. */
export function add(table: { [index: number]: number }, index: number, by: number): void {
  table[index] = (table[index] as number) + by
}

/** By group: all groups with as many half days, itself among them. */
export function alikeGroups({ sessionsOf, length }: Ground): readonly Int32Array[] {
  const halfDays = (group: number): number =>
    rowAt(sessionsOf, group).reduce((sum, session) => sum + (length[session] as number), 0)
  const bySize = new Map(
    [...Map.groupBy(sessionsOf.keys(), halfDays)].map(([size, groups]) => [size, Int32Array.from(groups)] as const),
  )
  return sessionsOf.map((_, group) => bySize.get(halfDays(group)) as Int32Array)
}

/** Calendar days from the first day to the last. */
export const spanOf = ({ dayNumber, days }: Ground): number =>
  (dayNumber[days - 1] as number) - (dayNumber[0] as number) + 1
