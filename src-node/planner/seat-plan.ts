import type { Chance } from '../../src-core/people/sample-random.ts'
import { add, at, type Ground, rowAt } from './ground.ts'
import type { YearFigures } from './year-terms.ts'

const stepsPerPerson = 120

/** How many people of which unit sit in each group of a line, and what the cost of a group is made of. */
type Crowd = {
  readonly units: readonly number[]
  /** [group of the line × units + unit of the line] */
  readonly counts: Int32Array
  readonly sizes: Int32Array
  /** Units that are there at all, and people above what their unit can spare on a day. */
  readonly present: Int32Array
  readonly absent: Int32Array
  /** People whose unit has a building, and by building: [group of the line × buildings + building]. */
  readonly housed: Int32Array
  readonly near: Int32Array
}

/** Who sits already, how many of each unit do not yet, and how long a plan is looked for, as a share of the usual. */
type Wanted = {
  readonly fixed: readonly { readonly group: number; readonly unit: number }[]
  readonly open: ReadonlyMap<number, number>
  readonly effort: number
}

/**
 * Decides for each group of a line how many people of which unit it takes: neighbours together where the room can be near
 * them, no more of a small unit than it can spare, and the mix that the line asks for. People of one unit are all alike to
 * these wishes, so it is counts that are annealed. Answers for every unit how many of its open people go to which group, in the order of the line's groups.
 */
export function planSeats(
  ground: Ground,
  figures: YearFigures,
  line: number,
  { fixed, open, effort }: Wanted,
  chance: Chance,
): ReadonlyMap<number, Int32Array> {
  const groups = rowAt(ground.groupsOf, line)
  const units = [...new Set([...open.keys(), ...fixed.map(({ unit }) => unit)])]
  const crowd = emptyCrowd(units, groups.length, figures.buildings)
  const { counts, sizes } = crowd
  const movable = new Int32Array(counts.length)
  const bring = (group: number, unit: number, count: number): void => {
    addPeople(crowd, figures, group, unit, count)
    add(movable, group * units.length + unit, count)
  }
  const isFull = (group: number): boolean => at(sizes, group) >= at(ground.seats, rowAt(groups, group))
  for (const { group, unit } of fixed) addPeople(crowd, figures, groups.indexOf(group), units.indexOf(unit), 1)
  let people = 0
  let next = 0
  for (const [unit, count] of open) {
    for (let i = 0; i < count; i++) {
      while (next < groups.length && isFull(next)) next++
      if (next === groups.length) break
      bring(next, units.indexOf(unit), 1)
      people++
    }
  }
  const costOf = crowdCost(ground, figures, line, crowd)
  const costs = Float64Array.from(groups.keys(), costOf)
  const steps = groups.length < 2 ? 0 : Math.round(people * stepsPerPerson * effort)
  const carry = (from: number, to: number, unit: number, count: number): void => {
    bring(from, unit, -count)
    bring(to, unit, count)
  }
  for (let step = 0; step < steps; step++) {
    const heat = 3 * (0.02 / 3) ** (step / steps)
    const one = chance.whole(groups.length)
    const other = chance.whole(groups.length)
    const unit = chance.whole(units.length)
    const there = at(movable, one * units.length + unit)
    if (one === other || there === 0) continue
    const count = chance.often(0.3) ? there : 1
    const back = chance.often(0.7) ? chance.whole(units.length) : unit
    const returned = back === unit ? 0 : Math.min(at(movable, other * units.length + back), count)
    if (at(sizes, other) + count - returned > at(ground.seats, rowAt(groups, other))) continue
    carry(one, other, unit, count)
    if (returned > 0) carry(other, one, back, returned)
    const mine = costOf(one)
    const theirs = costOf(other)
    const change = mine + theirs - at(costs, one) - at(costs, other)
    if (change <= 0 || chance.next() < Math.exp(-change / heat)) {
      costs[one] = mine
      costs[other] = theirs
    } else {
      if (returned > 0) carry(one, other, back, returned)
      carry(other, one, unit, count)
    }
  }
  return new Map(
    units.map((unit, index) => [
      unit,
      Int32Array.from(groups, (_, group) => at(movable, group * units.length + index)),
    ]),
  )
}

const emptyCrowd = (units: readonly number[], groups: number, buildings: number): Crowd => ({
  units,
  counts: new Int32Array(groups * units.length),
  sizes: new Int32Array(groups),
  present: new Int32Array(groups),
  absent: new Int32Array(groups),
  housed: new Int32Array(groups),
  near: new Int32Array(groups * buildings),
})

function addPeople(crowd: Crowd, figures: YearFigures, group: number, unit: number, by: number): void {
  const { units, counts, sizes, present, absent, housed, near } = crowd
  const place = group * units.length + unit
  const before = at(counts, place)
  const after = before + by
  const limit = at(figures.absenceLimit, rowAt(units, unit))
  const building = at(figures.unitBuilding, rowAt(units, unit))
  counts[place] = after
  add(sizes, group, by)
  add(present, group, Number(after > 0) - Number(before > 0))
  add(absent, group, Math.max(0, after - limit) - Math.max(0, before - limit))
  if (building < 0) return
  add(housed, group, by)
  add(near, group * figures.buildings + building, by)
}

/** What the wishes cost a group of the line, held in the building that suits it best. */
function crowdCost(
  ground: Ground,
  figures: YearFigures,
  line: number,
  { units, counts, sizes, present, absent, housed, near }: Crowd,
): (group: number) => number {
  const { weights, mixOfLine, buildings } = figures
  const groups = rowAt(ground.groupsOf, line)
  const ways = groups.length === 0 ? new Float64Array(0) : wayCosts(ground, figures, rowAt(groups, 0))
  const mix = rowAt(mixOfLine, line)
  const aboveHalf = (group: number): number => {
    const half = Math.ceil(at(sizes, group) / 2)
    let above = 0
    for (let place = group * units.length; place < (group + 1) * units.length; place++)
      above += Math.max(0, at(counts, place) - half)
    return above
  }
  return (group) => {
    const sessions = rowAt(ground.sessionsOf, rowAt(groups, group)).length
    let least = ways.length === 0 ? 0 : Number.POSITIVE_INFINITY
    for (let building = 0; building < ways.length; building++) {
      const strangers = at(housed, group) - at(near, group * buildings + building)
      least = Math.min(least, at(ways, building) + strangers * weights.otherBuilding)
    }
    const mixed = mix === 'mixed' ? aboveHalf(group) : mix === 'sameUnit' ? Math.max(0, at(present, group) - 1) : 0
    return sessions * (least + at(absent, group) * weights.unitAbsence) + mixed * weights.unitMix
  }
}

/** By building: what the trainer's way costs a session of the group there; infinite where no room fits. Empty for a group without rooms. */
export function wayCosts(ground: Ground, figures: YearFigures, group: number): Float64Array {
  const first = at(rowAt(ground.sessionsOf, group), 0)
  const rooms = rowAt(ground.roomsFor, first).filter((room) => room >= 0)
  if (rooms.length === 0) return new Float64Array(0)
  const costs = new Float64Array(figures.buildings).fill(Number.POSITIVE_INFINITY)
  const homes = rowAt(ground.trainersFor, first).map((trainer) => at(figures.trainerBuilding, trainer))
  for (const room of rooms) {
    const building = at(figures.roomBuilding, room)
    const stays = homes.some((home) => home < 0 || home === building)
    costs[building] = stays ? 0 : figures.weights.trainerTravel
  }
  return costs
}
