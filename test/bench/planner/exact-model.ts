import loadHighs from 'highs'
import {
  absenceLimit,
  mixAmount,
  monthIndex,
  monthTargets,
  monthWishes,
} from '../../../src-core/delivery/placing/objective.ts'
import type { PlacingProblem, TimeSpan } from '../../../src-core/delivery/placing/placing.ts'

/*
 * The placing problem as a mixed-integer model, solved by HiGHS to a proven optimum. It is for small problems in which
 * every line has one group, so that who sits where is settled, and without an earlier schedule.
 */

type Option = {
  readonly name: string
  readonly session: number
  readonly day: number
  /** Half days of the calendar that it takes, morning 2 × day, afternoon one more. */
  readonly first: number
  readonly last: number
  readonly room: number
  readonly trainer: number
  readonly date: string
}

const covers = (span: TimeSpan, date: string, half: 'am' | 'pm'): boolean =>
  span.from <= date && date <= span.to && (span.half === 'none' || span.half === half)

/** A model in HiGHS's text format. */
export type ExactModel = { readonly text: string; readonly columns: number; readonly constant: number }

/** Writes the model: one column for each session, time, room and trainer that nothing rules out beforehand. */
export function exactModel(problem: PlacingProblem): ExactModel {
  const { weights } = problem
  const line = new Map(problem.lines.map((one) => [one.id, one]))
  const unit = new Map(problem.units.map((one) => [one.id, one]))
  const unitOf = new Map(problem.persons.map((one) => [one.id, one.unitId]))
  const members = problem.trainings.map(({ lineId }) =>
    problem.enrolments.filter((one) => one.lineId === lineId).map(({ personId }) => personId),
  )
  const sessions = problem.trainings.flatMap((training, group) =>
    training.sessions.map((session) => ({ session, training, group })),
  )
  const dates: string[] = []
  for (let at = Date.parse(problem.from); at <= Date.parse(problem.to); at += 86_400_000)
    dates.push(new Date(at).toISOString().slice(0, 10))

  const costs = new Map<string, number>()
  const rows: string[] = []
  const binaries: string[] = []
  let rowCount = 0
  const row = (terms: Iterable<readonly [number, string]>, sign: '<=' | '>=' | '=', right: number): void => {
    const text = [...terms].map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`)
    if (text.length > 0) rows.push(` r${rowCount++}: ${text.join(' ')} ${sign} ${right}`)
  }
  const ones = (options: Iterable<Option>) => [...options].map(({ name }) => [1, name] as const)

  const works = (date: string, half: 'am' | 'pm'): boolean =>
    ![0, 6].includes(new Date(date).getUTCDay()) &&
    !problem.holidays.some((holiday) =>
      covers({ from: holiday.date, to: holiday.date, half: holiday.half }, date, half),
    )
  const options: Option[] = sessions.flatMap(({ session, training, group }, index) => {
    const own = line.get(training.lineId)
    if (!own) return []
    const rooms = own.online
      ? [-1]
      : problem.rooms.flatMap((room, at) =>
          room.capacity >= training.seats && own.equipment.every((one) => room.equipment.includes(one)) ? [at] : [],
        )
    return dates.flatMap((date, day) => {
      if ((own.notBefore && date < own.notBefore) || (own.due && date > own.due)) return []
      const times = session.halfDays === 2 ? [['am', 'pm'] as const] : [['am'] as const, ['pm'] as const]
      return times.flatMap((halves) => {
        const isFree = halves.every(
          (half) =>
            works(date, half) &&
            members[group]?.every(
              (id) => !unit.get(unitOf.get(id) ?? '')?.duty.some((span) => covers(span, date, half)),
            ),
        )
        if (!isFree) return []
        return problem.trainers.flatMap((trainer, trainerAt) => {
          const can =
            trainer.topicIds.includes(own.topicId) &&
            session.lessonTenths <= trainer.dailyTenths &&
            halves.every(
              (half) =>
                (trainer.available?.some((span) => covers(span, date, half)) ?? true) &&
                !trainer.unavailable.some((span) => covers(span, date, half)),
            )
          if (!can) return []
          return rooms.flatMap((roomAt): Option[] => {
            const room = problem.rooms[roomAt]
            const open = halves.every((half) => {
              const { from, to } = problem.dayHalves[half]
              return (
                !room ||
                (from >= room.bookableFrom &&
                  to <= room.bookableTo &&
                  !room.closed.some((span) => covers(span, date, half)))
              )
            })
            if (!open) return []
            const first = day * 2 + (halves[0] === 'pm' ? 1 : 0)
            const name = `x${index}_${first}_${roomAt + 1}_${trainerAt}`
            return [
              {
                name,
                session: index,
                day,
                first,
                last: day * 2 + (halves.at(-1) === 'pm' ? 1 : 0),
                room: roomAt,
                trainer: trainerAt,
                date,
              },
            ]
          })
        })
      })
    })
  })
  const building = (room: number): string | null => problem.rooms[room]?.building ?? null

  for (const option of options) {
    binaries.push(option.name)
    const { group, training } = sessions[option.session] as (typeof sessions)[number]
    const own = line.get(training.lineId) as (typeof problem.lines)[number]
    const { quarters, months } = monthWishes(own, problem.from, option.date)
    const place = building(option.room)
    const home = problem.trainers[option.trainer]?.building ?? null
    const strangers = (members[group] ?? []).filter((id) => {
      const personBuilding = unit.get(unitOf.get(id) ?? '')?.building ?? null
      return place !== null && personBuilding !== null && personBuilding !== place
    }).length
    costs.set(
      option.name,
      quarters * weights.preferredQuarter +
        months * weights.early +
        (place !== null && home !== null && home !== place ? weights.trainerTravel : 0) +
        strangers * weights.otherBuilding,
    )
  }
  const bySession = sessions.map((_, index) => options.filter((option) => option.session === index))
  for (const [index, own] of bySession.entries()) {
    binaries.push(`u${index}`)
    costs.set(`u${index}`, weights.unplaced)
    row([...ones(own), [1, `u${index}`]], '=', 1)
  }
  const halfDays = dates.flatMap((_, day) => [day * 2, day * 2 + 1])
  const at = (half: number) => options.filter(({ first, last }) => first <= half && half <= last)
  for (const half of halfDays) {
    const here = at(half)
    for (const room of problem.rooms.keys()) row(ones(here.filter((one) => one.room === room)), '<=', 1)
    for (const trainer of problem.trainers.keys()) row(ones(here.filter((one) => one.trainer === trainer)), '<=', 1)
    const crowds = new Set(
      problem.persons.map(({ id }) =>
        sessions.flatMap(({ group }, index) => (members[group]?.includes(id) ? [index] : [])).join(' '),
      ),
    )
    for (const crowd of crowds) {
      const own = new Set(crowd === '' ? [] : crowd.split(' ').map(Number))
      if (own.size > 1) row(ones(here.filter((one) => own.has(one.session))), '<=', 1)
    }
  }
  for (const day of dates.keys()) {
    for (const [trainer, { dailyTenths }] of problem.trainers.entries()) {
      const own = options.filter((one) => one.day === day && one.trainer === trainer)
      row(
        own.map((one) => [sessions[one.session]?.session.lessonTenths ?? 0, one.name]),
        '<=',
        dailyTenths,
      )
    }
  }

  const follows = (earlier: number, later: number): void => {
    for (const half of halfDays) {
      const tooLate = (bySession[earlier] ?? []).filter(({ last }) => last >= half)
      const tooEarly = (bySession[later] ?? []).filter(({ first }) => first <= half)
      if (tooLate.length > 0 && tooEarly.length > 0) row(ones([...tooLate, ...tooEarly]), '<=', 1)
    }
  }
  for (const [one, { group, training }] of sessions.entries()) {
    for (const [other, { group: otherGroup, training: otherTraining }] of sessions.entries()) {
      if (group === otherGroup && one < other) {
        follows(one, other)
        if (training.withinDays === null) continue
        for (const day of dates.keys()) {
          const early = (bySession[one] ?? []).filter((option) => option.day <= day)
          const late = (bySession[other] ?? []).filter((option) => option.day >= day + (training.withinDays ?? 0))
          if (early.length > 0 && late.length > 0) row(ones([...early, ...late]), '<=', 1)
        }
      }
      const shared = members[group]?.some((id) => members[otherGroup]?.includes(id))
      if (shared && line.get(otherTraining.lineId)?.after.includes(training.lineId)) follows(one, other)
    }
  }

  for (const [month, target] of monthTargets(problem).entries()) {
    const own = options.filter(({ date }) => monthIndex(problem.from, date) === month)
    costs.set(`over${month}`, weights.monthLoad)
    row([...own.map((one) => [one.last - one.first + 1, one.name] as const), [-1, `over${month}`]], '<=', target)
  }
  for (const [trainer] of problem.trainers.entries()) {
    for (const day of dates.keys()) {
      const own = options.filter((one) => one.day === day && one.trainer === trainer && one.room >= 0)
      const halfOnly = own.filter(({ first, last }) => first === last)
      for (const place of new Set(problem.rooms.map((room) => room.building))) {
        const morning = halfOnly.filter((one) => one.first % 2 === 0 && building(one.room) === place)
        const afternoon = halfOnly.filter((one) => one.first % 2 === 1 && building(one.room) !== place)
        if (morning.length === 0 || afternoon.length === 0) continue
        costs.set(`way${trainer}_${day}`, weights.trainerTravel)
        row([...ones([...morning, ...afternoon]), [-1, `way${trainer}_${day}`]], '<=', 1)
      }
    }
  }
  let constant = 0
  for (const [group, { lineId }] of problem.trainings.entries()) {
    const mix = line.get(lineId)?.mix ?? 'any'
    const byUnit = Map.groupBy(members[group] ?? [], (id) => unitOf.get(id))
    constant +=
      weights.unitMix *
      mixAmount(
        mix,
        [...byUnit.values()].map((own) => own.length),
      )
    if (line.get(lineId)?.online) continue
    constant -= weights.roomChanges
    for (const room of problem.rooms.keys()) {
      costs.set(`room${group}_${room}`, weights.roomChanges)
      for (const [index, session] of sessions.entries()) {
        if (session.group !== group) continue
        row(
          [...ones((bySession[index] ?? []).filter((one) => one.room === room)), [-1, `room${group}_${room}`]],
          '<=',
          0,
        )
      }
    }
  }
  for (const { id, staff } of problem.units) {
    const people = problem.persons.filter((person) => person.unitId === id).map((person) => person.id)
    const limit = absenceLimit(staff, problem.absenceShare)
    for (const day of dates.keys()) {
      const away: (readonly [number, string])[] = []
      for (const person of people) {
        const own = [...bySession.entries()].filter(([index]) =>
          members[sessions[index]?.group ?? -1]?.includes(person),
        )
        if (own.length === 0) continue
        const name = `away${problem.persons.findIndex((one) => one.id === person)}_${day}`
        let seen = false
        for (const [, ownOptions] of own) {
          const onDay = ownOptions.filter((one) => one.day === day)
          if (onDay.length === 0) continue
          seen = true
          row([...ones(onDay), [-1, name]], '<=', 0)
        }
        if (seen) away.push([1, name])
      }
      if (away.length <= limit) continue
      costs.set(`absent${id}_${day}`, weights.unitAbsence)
      row([...away, [-1, `absent${id}_${day}`]], '<=', limit)
    }
  }

  const objective = [...costs].flatMap(([name, cost]) => (cost === 0 ? [] : [`+ ${cost} ${name}`]))
  const text = `Minimize\n obj: ${wrapped(objective)}\nSubject To\n${rows.join('\n')}\nBinary\n ${wrapped(binaries)}\nEnd\n`
  return { text, columns: binaries.length, constant }
}

/** The format allows lines of 510 letters only. */
const wrapped = (words: readonly string[]): string => {
  const lines: string[] = []
  for (let from = 0; from < words.length; from += 12) lines.push(words.slice(from, from + 12).join(' '))
  return lines.join('\n ')
}

export type Proof = {
  readonly optimal: boolean
  readonly objective: number
  readonly unplaced: number
  readonly seconds: number
}

/** Solves a model to the end, or until the time is over. */
export async function solveExactly(model: ExactModel, seconds: number): Promise<Proof> {
  const highs = await loadHighs()
  const began = performance.now()
  const solution = highs.solve(model.text, { time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 1e-6 })
  const columns = solution.Columns as Readonly<Record<string, { readonly Primal?: number }>>
  const unplaced = Object.entries(columns).filter(([name, { Primal }]) => /^u\d+$/.test(name) && (Primal ?? 0) > 0.5)
  return {
    optimal: solution.Status === 'Optimal',
    objective: solution.ObjectiveValue + model.constant,
    unplaced: unplaced.length,
    seconds: (performance.now() - began) / 1000,
  }
}
