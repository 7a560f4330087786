import type { Participant } from './participant.ts'
import { countsForCertificate } from './programme.rules.ts'
import type { ProgrammeItem } from './programme.ts'

type Mark = { readonly participantId: string; readonly itemId: string; readonly mark: string }

export type AttendedHours = {
  readonly participantId: string
  readonly attendedTenths: number
  readonly totalTenths: number
  readonly share: number
  readonly enough: boolean
}

/** Slots that a participant belongs to: those of everybody and those of her group. */
export const concerns = (item: Pick<ProgrammeItem, 'groupNo'>, person: Pick<Participant, 'groupNo'>): boolean =>
  item.groupNo === 0 || person.groupNo === 0 || item.groupNo === person.groupNo

/**
 * Lesson hours each participant attended, of those her group was offered (product: eighty per cent by default). Somebody
 * without a group may have attended any, and is measured by the first group's hours.
 */
export function attendedHours(
  items: readonly Pick<ProgrammeItem, 'id' | 'kind' | 'groupNo' | 'lessonHoursTenths'>[],
  people: readonly Pick<Participant, 'id' | 'groupNo'>[],
  marks: readonly Mark[],
  minAttendancePct: number,
): readonly AttendedHours[] {
  const lessons = items.filter(({ kind }) => countsForCertificate(kind))
  const present = new Set(
    marks.filter(({ mark }) => mark === 'PRESENT').map(({ participantId, itemId }) => `${participantId} ${itemId}`),
  )
  const sum = (chosen: typeof lessons) => chosen.reduce((all, { lessonHoursTenths }) => all + lessonHoursTenths, 0)
  return people.map((person) => {
    const group = person.groupNo || 1
    const offered = lessons.filter(({ groupNo }) => groupNo === 0 || groupNo === group)
    const total = sum(offered)
    const attended = Math.min(
      total,
      sum(lessons.filter((item) => concerns(item, person) && present.has(`${person.id} ${item.id}`))),
    )
    const share = total === 0 ? 0 : Math.floor((attended * 100) / total)
    return {
      participantId: person.id,
      attendedTenths: attended,
      totalTenths: total,
      share,
      enough: total > 0 && attended * 100 >= minAttendancePct * total,
    }
  })
}

/** What a scanner or a person gives as a badge's code: any case, with spaces or hyphens, or the whole address of the QR. */
export const badgeCode = (text: string): string =>
  (text.split(/[/?#=]/).findLast(Boolean) ?? '')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IİL]/g, '1')
