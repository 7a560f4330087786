import type { Instance, Lecture } from './instance.ts'

/** What the competition's rules say of a solution: broken hard rules by kind, and the four costs. */
export type Verdict = {
  readonly lectures: number
  readonly conflicts: number
  readonly availability: number
  readonly occupancy: number
  readonly capacity: number
  readonly workingDays: number
  readonly compactness: number
  readonly stability: number
}

export const hardOf = (verdict: Verdict): number =>
  verdict.lectures + verdict.conflicts + verdict.availability + verdict.occupancy

export const costOf = (verdict: Verdict): number =>
  verdict.capacity + verdict.workingDays + verdict.compactness + verdict.stability

/** Judges a solution from the instance alone (formulation UD2); nothing of the search is used. */
export function judge(instance: Instance, lectures: readonly Lecture[]): Verdict {
  const courses = new Map(instance.courses.map((course) => [course.id, course]))
  const capacity = new Map(instance.rooms.map((room) => [room.id, room.capacity]))
  const ofCourse = (id: string) => lectures.filter(({ course }) => course === id)
  const time = ({ day, period }: Pick<Lecture, 'day' | 'period'>) => `${day}.${period}`
  const pairs = <T>(list: readonly T[]) =>
    list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other] as const))

  let missing = 0
  for (const { id, lectures: wanted } of instance.courses) {
    const distinct = new Set(ofCourse(id).map(time)).size
    missing += Math.abs(wanted - distinct) + (ofCourse(id).length - distinct)
  }
  const together = (one: string, other: string): boolean =>
    courses.get(one)?.teacher === courses.get(other)?.teacher ||
    instance.curricula.some((curriculum) => curriculum.courses.includes(one) && curriculum.courses.includes(other))
  const byTime = [...Map.groupBy(lectures, time).values()]
  const conflicts = byTime
    .flatMap((at) => pairs(at))
    .filter(([one, other]) => one.course !== other.course && together(one.course, other.course)).length
  const blocked = new Set(instance.unavailable.map((one) => `${one.course} ${time(one)}`))
  const availability = lectures.filter((one) => blocked.has(`${one.course} ${time(one)}`)).length
  const occupancy = byTime.flatMap((at) => pairs(at)).filter(([one, other]) => one.room === other.room).length
  const outside = lectures.filter(
    ({ course, room, day, period }) =>
      !courses.has(course) ||
      !capacity.has(room) ||
      !(day >= 0 && day < instance.days && period >= 0 && period < instance.periodsPerDay),
  ).length

  let crowded = 0
  for (const { course, room } of lectures)
    crowded += Math.max(0, (courses.get(course)?.students ?? 0) - (capacity.get(room) ?? 0))
  let workingDays = 0
  let stability = 0
  for (const { id, minWorkingDays } of instance.courses) {
    const own = ofCourse(id)
    workingDays += 5 * Math.max(0, minWorkingDays - new Set(own.map(({ day }) => day)).size)
    stability += Math.max(0, new Set(own.map(({ room }) => room)).size - 1)
  }
  let compactness = 0
  for (const curriculum of instance.curricula) {
    const held = lectures.filter(({ course }) => curriculum.courses.includes(course))
    const times = new Set(held.map(time))
    for (const { day, period } of held) {
      const beside = times.has(time({ day, period: period - 1 })) || times.has(time({ day, period: period + 1 }))
      if (!beside) compactness += 2
    }
  }
  return {
    lectures: missing + outside,
    conflicts,
    availability,
    occupancy,
    capacity: crowded,
    workingDays,
    compactness,
    stability,
  }
}
