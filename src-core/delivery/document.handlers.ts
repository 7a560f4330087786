import { readSetting } from '../access/index.ts'
import type { Handlers, QueryCall } from '../database/dispatcher.ts'
import { OperationError } from '../kernel/errors.ts'
import { formatNumber } from '../kernel/numbers.ts'
import { fullName, inTreeOrder, loadUnits, unitIdsBelow } from '../people/index.ts'
import { planOf } from '../plan/index.ts'
import type { scheduleDocumentContract } from './document.contract.ts'
import { scheduleWords } from './document.words.ts'
import { type PaperSession, paperNames, paperPeople, paperSessions, sessionCounts } from './paper.repository.ts'
import { holidaysFrom, roomsFor, trainersFor } from './resources.repository.ts'
import { calendarDocument, type TimetableOf, timetableDocument } from './schedule.document.ts'
import { peopleCounts } from './schedule.repository.ts'

type Input = { readonly planId: string; readonly language: 'tr' | 'en'; readonly ids: readonly string[] }
type Call = QueryCall<Input>

const template = 'documents/schedule.typ'

async function readYear({ db, input, now }: Call) {
  const { year } = await planOf(db, input.planId)
  return {
    year,
    language: input.language,
    now,
    institution: (await readSetting(db, 'institution')) ?? '',
    sessions: await paperSessions(db, year),
    counts: await sessionCounts(db, year),
    people: await peopleCounts(db, year),
  }
}

async function printed({ ports, now, signal, report }: Call, document: { readonly fileName: string }) {
  if (signal.aborted) throw new OperationError('CANCELLED', {})
  report({ stage: 'printing', done: 0, total: 0 })
  const bytes = await ports.printDocument(template, document, now)
  return { file: new File([new Uint8Array(bytes)], document.fileName, { type: 'application/pdf' }) }
}

/** Those that were asked for, in the order of the list; without a wish those that have a session. */
function subjects<T extends { readonly id: string }>(
  all: readonly T[],
  ids: readonly string[],
  sessions: ReadonlyMap<string | null, readonly PaperSession[]>,
): readonly T[] {
  const wanted = new Set(ids)
  return all.filter(({ id }) => (wanted.size > 0 ? wanted.has(id) : sessions.has(id)))
}

async function trainerTimetables({ db, input }: Call, year: number, sessions: readonly PaperSession[]) {
  const by = Map.groupBy(sessions, ({ trainerId }) => trainerId)
  const used = new Set([...by.keys()].flatMap((id) => id ?? []))
  const all = await trainersFor(db, `${year}-01-01`, `${year}-12-31`, used)
  return subjects(all, input.ids, by).map(({ id, name }) => ({ name, note: '', sessions: by.get(id) ?? [] }))
}

async function roomTimetables({ db, input }: Call, sessions: readonly PaperSession[]) {
  const by = Map.groupBy(sessions, ({ roomId }) => roomId)
  const all = await roomsFor(db, new Set([...by.keys()].flatMap((id) => id ?? [])))
  const { seats } = scheduleWords[input.language]
  return subjects(all, input.ids, by).map(({ id, name, venue, capacity }) => ({
    name,
    note: `${venue} · ${seats(formatNumber(capacity, undefined, input.language))}`,
    sessions: by.get(id) ?? [],
  }))
}

type Seated = Awaited<ReturnType<typeof paperPeople>>

async function unitTimetables({ db, input }: Call, sessions: readonly PaperSession[], seated: Seated) {
  const below = await Promise.all(input.ids.map((id) => unitIdsBelow(db, id)))
  const wanted = new Set(below.flatMap((ids) => [...ids]))
  const byUnit = Map.groupBy(seated, ({ unitId }) => unitId)
  const asked = new Set(input.ids)
  return inTreeOrder(await loadUnits(db)).flatMap(({ node: { id, name } }): TimetableOf[] => {
    const own = byUnit.get(id) ?? []
    if (input.ids.length > 0 && !wanted.has(id)) return []
    if (own.length === 0 && !asked.has(id)) return []
    const byTraining = Map.groupBy(own, ({ trainingId }) => trainingId)
    const attended = sessions.flatMap((session) => {
      const who = byTraining.get(session.trainingId)
      return who ? [{ ...session, who: who.map(fullName) }] : []
    })
    return attended.length > 0 || asked.has(id) ? [{ name, note: '', sessions: attended }] : []
  })
}

async function personTimetables({ db, input }: Call, sessions: readonly PaperSession[], seated: Seated) {
  const byPerson = Map.groupBy(seated, ({ personId }) => personId)
  const byTraining = Map.groupBy(sessions, ({ trainingId }) => trainingId)
  const { registry } = scheduleWords[input.language]
  return (await paperNames(db, input.ids)).map((person) => ({
    name: fullName(person),
    note: `${registry(person.registryNo)} · ${person.unit}`,
    sessions: (byPerson.get(person.id) ?? [])
      .flatMap(({ trainingId }) => byTraining.get(trainingId ?? '') ?? [])
      .sort((a, b) => (`${a.date} ${a.startMin}` < `${b.date} ${b.startMin}` ? -1 : 1)),
  }))
}

export const scheduleDocumentHandlers: Handlers<typeof scheduleDocumentContract> = {
  document: async (call) => {
    const { db, input, report } = call
    report({ stage: 'readingSchedule', done: 0, total: 0 })
    const read = await readYear(call)
    const { year, sessions } = read
    if (input.kind === 'calendar') {
      const holidays = await holidaysFrom(db, `${year}-01-01`, `${year}-12-31`)
      return printed(call, calendarDocument({ ...read, holidays }))
    }
    const of =
      input.kind === 'trainers' ? await trainerTimetables(call, year, sessions) : await roomTimetables(call, sessions)
    return printed(call, timetableDocument({ ...read, kind: input.kind, of }))
  },

  peopleDocument: async (call) => {
    const { db, input, report } = call
    report({ stage: 'readingSchedule', done: 0, total: 0 })
    const read = await readYear(call)
    const seated = await paperPeople(db, read.year)
    const of =
      input.kind === 'units'
        ? await unitTimetables(call, read.sessions, seated)
        : await personTimetables(call, read.sessions, seated)
    return printed(call, timetableDocument({ ...read, kind: input.kind, of }))
  },
}
