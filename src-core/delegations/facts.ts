import { certificateCounts } from '../certificates/index.ts'
import type { DelegationTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import { istanbulDate } from '../kernel/dates.ts'
import * as files from './delegation.repository.ts'
import type { Facts } from './delegation.rules.ts'
import type { Counts } from './delegation.ts'
import { programmeContext, toItem } from './programme.handlers.ts'
import { countsForCertificate, needsHost, problemsOf } from './programme.rules.ts'

/** What is known of a file, as the rules of its steps ask for it, and the four counts that are never mixed up. */
export async function factsOf(
  db: Reader,
  file: DelegationTable,
  now: string,
): Promise<{ readonly facts: Facts; readonly counts: Counts; readonly english: ReadonlyMap<string, string> }> {
  const items = (await files.itemsOf(db, file.id)).map(toItem)
  const tasks = await files.tasksOf(db, file.id)
  const people = await files.participantsOf(db, file.id)
  const attendance = await files.attendanceOf(db, file.id)
  const marked = new Set(attendance.map(({ itemId }) => itemId))
  const present = new Set(attendance.filter(({ mark }) => mark === 'PRESENT').map((row) => row.participantId))
  const certificates = file.certificateGroupId === null ? null : await certificateCounts(db, file.certificateGroupId)
  const titles = new Map(items.map(({ id, titleTr }) => [id, titleTr]))
  const byKind = new Map<string, string[]>()
  for (const { kind, ids, blocks, values } of problemsOf(items, await programmeContext(db, file))) {
    if (!blocks) continue
    byKind.set(kind, [...(byKind.get(kind) ?? []), String(values.title ?? titles.get(ids[0] ?? '') ?? '')])
  }
  const coming = people.filter(({ state }) => state !== 'CANCELLED')
  return {
    facts: {
      today: istanbulDate(now),
      fromDate: file.fromDate,
      toDate: file.toDate,
      objective: file.objective,
      parallelGroups: file.parallelGroups,
      lessons: file.lessons,
      followUp: file.followUp,
      items: items.map((item) => ({
        title: item.titleTr,
        lesson: countsForCertificate(item.kind),
        marked: marked.has(item.id),
        hosted: item.hostUnit !== null && item.hostPerson !== null,
        needsHost: needsHost(item.kind),
      })),
      programme: [...byKind].map(([key, names]) => ({ key, names })),
      costLines: (await files.costsOf(db, file.id)).map((cost) => ({
        name: cost.note ?? cost.type,
        planned: cost.plannedMinor,
        actual: cost.actualMinor,
      })),
      participants: people.map((person) => ({
        name: `${person.givenNames} ${person.surname}`,
        state: person.state,
        consent: person.consentVersion !== null,
        groupNo: person.groupNo,
      })),
      openTasks: tasks
        .filter(({ state }) => state === 'OPEN')
        .map(({ textTr, offsetDays }) => ({ name: textTr, offset: offsetDays })),
      feedback: (await files.feedbackOf(db, file.id)).length,
      certificates,
    },
    // What the rules name by its Turkish words is shown in an English window by its English ones.
    english: new Map([
      ...items.map(({ titleTr, titleEn }) => [titleTr, titleEn] as const),
      ...tasks.map(({ textTr, textEn }) => [textTr, textEn] as const),
    ]),
    counts: {
      invited: people.length,
      confirmed: coming.filter(({ state }) => state !== 'INVITED' && state !== 'REGISTERED').length,
      attended: people.filter(({ id }) => present.has(id)).length,
      certified: certificates?.issued ?? 0,
    },
  }
}
