type Group = {
  readonly seats: number
  /** People in the group by unit. */
  readonly byUnit: ReadonlyMap<string, number>
  /** Seats kept by unit. */
  readonly reserved: ReadonlyMap<string, number>
}

/** Seats of a group that somebody of a unit may take: those of nobody, without what is kept for other units and not taken by them yet. */
export function freeSeats({ seats, byUnit, reserved }: Group, unitId: string): number {
  const people = [...byUnit.values()].reduce((sum, count) => sum + count, 0)
  const kept = [...reserved]
    .filter(([unit]) => unit !== unitId)
    .reduce((sum, [unit, count]) => sum + Math.max(0, count - (byUnit.get(unit) ?? 0)), 0)
  return Math.max(0, seats - people - kept)
}
