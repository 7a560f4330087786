/** An instance of the curriculum-based course timetabling of ITC-2007, as its `.ctt` file says. */
export type Instance = {
  readonly name: string
  readonly days: number
  readonly periodsPerDay: number
  readonly courses: readonly {
    readonly id: string
    readonly teacher: string
    readonly lectures: number
    readonly minWorkingDays: number
    readonly students: number
  }[]
  readonly rooms: readonly { readonly id: string; readonly capacity: number }[]
  readonly curricula: readonly { readonly id: string; readonly courses: readonly string[] }[]
  readonly unavailable: readonly { readonly course: string; readonly day: number; readonly period: number }[]
}

/** Where and when one lecture of a course is held. */
export type Lecture = { readonly course: string; readonly room: string; readonly day: number; readonly period: number }

/** Reads a `.ctt` file; what is missing or does not agree with its header is refused. */
export function readInstance(text: string): Instance {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const header = (name: string): string => {
    const line = lines.find((one) => one.startsWith(`${name}:`))
    if (line === undefined) throw new Error(`The instance has no ${name}`)
    return line.slice(name.length + 1).trim()
  }
  const section = (name: string, count: number): readonly (readonly string[])[] => {
    const start = lines.indexOf(`${name}:`)
    const rows = lines.slice(start + 1, start + 1 + count).map((line) => line.split(/\s+/))
    if (start < 0 || rows.some((row) => row.length < 2)) throw new Error(`The instance has not ${count} ${name}`)
    return rows
  }
  const number = (name: string): number => Number(header(name))
  return {
    name: header('Name'),
    days: number('Days'),
    periodsPerDay: number('Periods_per_day'),
    courses: section('COURSES', number('Courses')).map(([id = '', teacher = '', lectures, days, students]) => ({
      id,
      teacher,
      lectures: Number(lectures),
      minWorkingDays: Number(days),
      students: Number(students),
    })),
    rooms: section('ROOMS', number('Rooms')).map(([id = '', capacity]) => ({ id, capacity: Number(capacity) })),
    curricula: section('CURRICULA', number('Curricula')).map(([id = '', , ...courses]) => ({ id, courses })),
    unavailable: section('UNAVAILABILITY_CONSTRAINTS', number('Constraints')).map(([course = '', day, period]) => ({
      course,
      day: Number(day),
      period: Number(period),
    })),
  }
}

/** The competition's format: one lecture a line, course, room, day, period. */
export const writeSolution = (lectures: readonly Lecture[]): string =>
  lectures.map(({ course, room, day, period }) => `${course} ${room} ${day} ${period}\n`).join('')
