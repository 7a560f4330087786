import { fold } from '../kernel/turkish.ts'

type LegalTopic = { readonly id: string; readonly legalBasis: string | null; readonly repeatMonths: number | null }
type Completion = { readonly topicId: string | null; readonly personId: string; readonly completedOn: string }

export type Due = { readonly topicId: string; readonly persons: number; readonly firstDue: string | null }

/** The day on which a training is no longer valid: the same day of a later month, or that month's last. */
export function expiryOf(completedOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = completedOn.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** The general regulation on candidate officers names them; its three stages are for them and nobody else. */
const isForCandidates = ({ legalBasis }: LegalTopic): boolean => fold(legalBasis ?? '').includes('aday memur')

/**
 * Which mandatory trainings fall due by the end of a year, for how many and when first: repeats where a completed one runs out
 * (OHS every 12, 24 or 36 months by hazard class, first aid every 36), and the stages candidate officers have not had yet.
 */
export function dueTrainings(
  topics: readonly LegalTopic[],
  completions: readonly Completion[],
  candidates: readonly string[],
  year: number,
): readonly Due[] {
  const byTopic = Map.groupBy(completions, ({ topicId }) => topicId ?? '')
  return topics.flatMap((topic): Due[] => {
    const done = byTopic.get(topic.id) ?? []
    if (isForCandidates(topic)) {
      const had = new Set(done.map(({ personId }) => personId))
      const persons = candidates.filter((id) => !had.has(id)).length
      return persons === 0 ? [] : [{ topicId: topic.id, persons, firstDue: null }]
    }
    const { repeatMonths } = topic
    if (repeatMonths === null) return []
    const due = done
      .map(({ completedOn }) => expiryOf(completedOn, repeatMonths))
      .filter((day) => day <= `${year}-12-31`)
    if (due.length === 0) return []
    return [{ topicId: topic.id, persons: due.length, firstDue: due.sort()[0] ?? null }]
  })
}
