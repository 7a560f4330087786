import type { SessionHalf } from './session.ts'

/** When the two halves of a day begin and end, in minutes of the day. */
export const dayHours = { am: { from: 540, to: 720 }, pm: { from: 810, to: 990 } } as const

/** Lesson hours of a whole day and of a half day, in tenths. */
const dayTenths = 60
const halfDayTenths = 40

export type SessionShape = { readonly halfDays: 1 | 2; readonly lessonTenths: number }

/** The sittings of one group: whole days of six lesson hours, and a half day for a rest of up to four. */
export function sessionsFor(lessonTenths: number): readonly SessionShape[] {
  const sittings: SessionShape[] = []
  let left = Math.max(lessonTenths, 1)
  while (left > halfDayTenths) {
    const lesson = Math.min(left, dayTenths)
    sittings.push({ halfDays: 2, lessonTenths: lesson })
    left -= lesson
  }
  if (left > 0) sittings.push({ halfDays: 1, lessonTenths: left })
  return sittings
}

/** From when to when a session lasts, in minutes of the day. */
export const hoursOf = (half: SessionHalf): { readonly startMin: number; readonly endMin: number } => ({
  startMin: half === 'pm' ? dayHours.pm.from : dayHours.am.from,
  endMin: half === 'am' ? dayHours.am.to : dayHours.pm.to,
})

/** The halves of the day that a session takes. */
export const halvesOf = (half: SessionHalf): readonly ('am' | 'pm')[] => (half === 'none' ? ['am', 'pm'] : [half])

/** A session of a whole day takes the day, another the half that is asked for. */
export const halfFor = (halfDays: number, asked: SessionHalf): SessionHalf =>
  halfDays === 2 ? 'none' : asked === 'none' ? 'am' : asked

/** `2027-ÇEV-012-03`; a line without a topic is named by its number. */
export const trainingCode = (year: number, topicCode: string | null, lineNo: number, group: number): string =>
  `${year}-${topicCode ?? `S${lineNo}`}-${String(group).padStart(2, '0')}`

/** Calendar days within which a training of several sessions is held. */
export const withinDays = (sessions: number): number | null => (sessions < 2 ? null : Math.max(21, sessions * 5))
