import type { PlacingWeights } from '../../src-core/delivery/placing/weights.ts'
import type { Board, Term } from './board.ts'
import { add, rowAt, type Spot } from './ground.ts'
import { monthTerm } from './month-term.ts'

/** What the year's wishes are counted from, by the indices of the ground. */
export type YearFigures = {
  readonly weights: PlacingWeights
  readonly months: number
  readonly monthOfDay: Int32Array
  readonly monthTargets: readonly number[]
  /** [group × months + month]: what one session there costs for quarter and earliness together. */
  readonly monthCost: Float64Array
  readonly buildings: number
  readonly roomBuilding: Int32Array
  /** −1 for trainers and units without a building. */
  readonly trainerBuilding: Int32Array
  readonly unitBuilding: Int32Array
  readonly absenceLimit: Int32Array
  readonly mixOfLine: readonly ('any' | 'mixed' | 'sameUnit')[]
  readonly previousSpot: readonly (Spot | null)[]
  /** Person and line → group in the earlier schedule, keyed by `person × lines + line`. */
  readonly previousGroup: ReadonlyMap<number, number>
}

/** The parts of the year's objective, in the order of how cheap they are to ask. */
export const yearTerms =
  (figures: YearFigures) =>
  (board: Board): readonly Term[] => [
    monthTerm(board, figures),
    roomChangesTerm(board, figures),
    travelTerm(board, figures),
    movesTerm(board, figures),
    otherBuildingTerm(board, figures),
    absenceTerm(board, figures),
    mixTerm(board, figures),
  ]

/** Where going out changes the cost by exactly what coming in does. */
const mirrored = (into: Term['into']): Pick<Term, 'into' | 'out'> => ({
  into,
  out: (session, slot, room, trainer) => -into(session, slot, room, trainer),
})

function roomChangesTerm(board: Board, { weights }: YearFigures): Term {
  const { ground } = board
  return mirrored((session, _slot, room) => {
    if (room < 0) return 0
    let others = false
    for (const other of rowAt(ground.sessionsOf, ground.groupOf[session] as number)) {
      if (other === session || (board.slot[other] as number) < 0) continue
      if ((board.room[other] as number) === room) return 0
      others = true
    }
    return others ? weights.roomChanges : 0
  })
}

function travelTerm(board: Board, { weights, roomBuilding, trainerBuilding }: YearFigures): Term {
  const { ground, slots } = board
  return mirrored((session, slot, room, trainer) => {
    if (room < 0) return 0
    const building = roomBuilding[room] as number
    const home = trainerBuilding[trainer] as number
    let amount = home >= 0 && home !== building ? 1 : 0
    const dayStart = slot - (slot % ground.perDay)
    for (let s = dayStart; s < dayStart + ground.perDay; s++) {
      const other = board.trainerAt[trainer * slots + s] as number
      if (other < 0 || other === session) continue
      const otherRoom = board.room[other] as number
      if (otherRoom >= 0 && (roomBuilding[otherRoom] as number) !== building) amount++
    }
    return amount * weights.trainerTravel
  })
}

function movesTerm({ ground }: Board, { weights, previousSpot, previousGroup }: YearFigures): Term {
  const lines = ground.groupsOf.length
  const changed = (person: number, group: number): number => {
    const line = ground.lineOf[group] as number
    const earlier = previousGroup.get(person * lines + line)
    return earlier === undefined || earlier === group ? 0 : weights.moves
  }
  return {
    ...mirrored((session, slot, room, trainer) => {
      const earlier = previousSpot[session]
      if (!earlier || (earlier.slot === slot && earlier.room === room && earlier.trainer === trainer)) return 0
      return weights.moves
    }),
    join: changed,
    leave: (person, group) => -changed(person, group),
  }
}

function otherBuildingTerm(board: Board, figures: YearFigures): Term {
  const { ground } = board
  const { buildings, roomBuilding, unitBuilding, weights } = figures
  const counts = new Int16Array(ground.sessionsOf.length * buildings)
  const withBuilding = new Int16Array(ground.sessionsOf.length)
  const seat = (person: number, group: number, sign: 1 | -1): number => {
    const own = unitBuilding[ground.unitOf[person] as number] as number
    if (own < 0) return 0
    add(counts, group * buildings + own, sign)
    add(withBuilding, group, sign)
    let elsewhere = 0
    for (const session of rowAt(ground.sessionsOf, group)) {
      if ((board.slot[session] as number) < 0) continue
      const room = board.room[session] as number
      if (room >= 0 && (roomBuilding[room] as number) !== own) elsewhere++
    }
    return sign * elsewhere * weights.otherBuilding
  }
  return {
    ...mirrored((session, _slot, room) => {
      if (room < 0) return 0
      const group = ground.groupOf[session] as number
      return (
        ((withBuilding[group] as number) - (counts[group * buildings + (roomBuilding[room] as number)] as number)) *
        weights.otherBuilding
      )
    }),
    join: (person, group) => seat(person, group, 1),
    leave: (person, group) => seat(person, group, -1),
  }
}

function absenceTerm(board: Board, { absenceLimit, weights }: YearFigures): Term {
  const { ground, slots, personAt } = board
  const { days, perDay } = ground
  const absent = new Int16Array(ground.unitCount * days)
  /** Whether the person is in another session on that day; the one in question stands on no table now. */
  const away = (person: number, day: number): boolean => {
    const from = person * slots + day * perDay
    for (let s = from; s < from + perDay; s++) if ((personAt[s] as number) >= 0) return true
    return false
  }
  const step = (person: number, day: number, sign: 1 | -1): number => {
    if (away(person, day)) return 0
    const unit = ground.unitOf[person] as number
    const before = absent[unit * days + day] as number
    absent[unit * days + day] = before + sign
    const limit = absenceLimit[unit] as number
    return Math.max(0, before + sign - limit) - Math.max(0, before - limit)
  }
  const all = (session: number, slot: number, sign: 1 | -1): number => {
    const day = Math.floor(slot / perDay)
    let amount = 0
    const members = rowAt(board.members, ground.groupOf[session] as number)
    for (let i = 0; i < members.length; i++) amount += step(members[i] as number, day, sign)
    return amount * weights.unitAbsence
  }
  const one = (person: number, group: number, sign: 1 | -1): number => {
    let amount = 0
    const sessions = rowAt(ground.sessionsOf, group)
    for (let i = 0; i < sessions.length; i++) {
      const slot = board.slot[sessions[i] as number] as number
      if (slot < 0) continue
      const day = Math.floor(slot / perDay)
      let seen = false
      for (let j = 0; j < i && !seen; j++) {
        const earlier = board.slot[sessions[j] as number] as number
        seen = earlier >= 0 && Math.floor(earlier / perDay) === day
      }
      if (!seen) amount += step(person, day, sign)
    }
    return amount * weights.unitAbsence
  }
  return {
    into: (session, slot) => all(session, slot, 1),
    out: (session, slot) => all(session, slot, -1),
    join: (person, group) => one(person, group, 1),
    leave: (person, group) => one(person, group, -1),
  }
}

function mixTerm(board: Board, { mixOfLine, weights }: YearFigures): Term {
  const { ground, unitCounts } = board
  const amount = (group: number, size: number): number => {
    const mix = rowAt(mixOfLine, ground.lineOf[group] as number)
    if (mix === 'any') return 0
    const half = Math.ceil(size / 2)
    let units = 0
    let above = 0
    for (let unit = group * ground.unitCount; unit < (group + 1) * ground.unitCount; unit++) {
      const count = unitCounts[unit] as number
      if (count > 0) units++
      if (count > half) above += count - half
    }
    return mix === 'sameUnit' ? Math.max(0, units - 1) : above
  }
  /** The change that the person makes who is not yet, or no longer, counted. */
  const difference = (person: number, group: number): number => {
    if (mixOfLine[ground.lineOf[group] as number] === 'any') return 0
    const size = rowAt(board.members, group).length
    const place = group * ground.unitCount + (ground.unitOf[person] as number)
    const without = amount(group, size)
    add(unitCounts, place, 1)
    const withThem = amount(group, size + 1)
    add(unitCounts, place, -1)
    return (withThem - without) * weights.unitMix
  }
  return {
    into: () => 0,
    out: () => 0,
    join: difference,
    leave: (person, group) => -difference(person, group),
  }
}
