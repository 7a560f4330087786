import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { standardPlacing } from '../../../src-core/delivery/placing.settings.ts'
import type { RoomChoice, Session, TrainerChoice, Training } from '../../../src-core/delivery/session.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { openPlanningOffice, planner, refusal } from '../../core/plan/planning-office.ts'

async function pagesOf(file: File): Promise<readonly string[]> {
  const reading = getDocument({ data: new Uint8Array(await file.arrayBuffer()), verbosity: 0 })
  const pdf = await reading.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await reading.destroy()
  // A line of type may break anywhere between words.
  return pages.map((text) => text.replaceAll(/\s/g, ''))
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '')

type Board = { sessions: Session[]; trainings: Training[]; rooms: RoomChoice[]; trainers: TrainerChoice[] }
type Person = { id: string; name: string; unit: string; registryNo: string }

it('the schedule on paper: wall calendar, and a page for each trainer, room, unit and person, with what stands on the boards and nothing else', async () => {
  const office = await openPlanningOffice(2)
  await office.propose()
  const { planId } = office
  const paper = async (kind: string, more: object = {}) => {
    const operation = kind === 'units' || kind === 'people' ? 'peopleDocument' : 'document'
    const made = (await office.run(`delivery.${operation}`, { planId, kind, ...more }, planner)) as { file: File }
    return { name: made.file.name, pages: await pagesOf(made.file) }
  }
  await office.run('delivery.makeTrainings', { planId }, planner)
  const blank = await paper('trainers', { language: 'en' })
  expect(blank.pages.join()).toContain(squeezed('No session of this year has its day yet.'))

  const place = { planId, run: 'run-number-1', keep: false, settings: { ...standardPlacing, effort: 0.05 } }
  const { proposal } = (await office.run('delivery.place', place, planner)) as { proposal: string }
  await office.run('delivery.takeOver', { planId, proposal }, planner)
  const board = (await office.run('delivery.board', { planId }, planner)) as Board
  const placed = board.sessions.filter(({ date }) => date !== null)
  // A line may have more groups than people.
  const attended = board.trainings.filter(({ people }) => people > 0)
  const first = placed.find(({ trainingId }) => attended.some(({ id }) => id === trainingId))
  const training = attended.find(({ id }) => id === first?.trainingId)
  if (!first?.date || !training) throw new Error('Nothing was placed')

  const calendar = await paper('calendar')
  expect(calendar.name).toBe('2027 duvar takvimi.pdf')
  expect(calendar.pages).toHaveLength(13)
  expect(calendar.pages[Number(first.date.slice(5, 7))]).toContain(squeezed(training.code))
  for (const word of ['Duvar Takvimi', 'Ocak', 'Cumhuriyet Bayramı']) {
    expect(calendar.pages.join()).toContain(squeezed(word))
  }
  expect((await paper('calendar', { language: 'en' })).pages[1]).toContain(squeezed('Monday'))

  const room = board.rooms.find(({ id }) => id === first.roomId)
  const ofRoom = await paper('rooms', { ids: [room?.id] })
  expect(ofRoom.pages[0]).toContain(squeezed(room?.name ?? '–'))
  for (const { date } of placed.filter(({ roomId }) => roomId === room?.id))
    expect(ofRoom.pages.join()).toContain(formatDate(date ?? ''))
  const usedTrainers = new Set(placed.flatMap(({ trainerId }) => trainerId ?? []))
  const ofTrainers = await paper('trainers')
  for (const { id, name } of board.trainers)
    expect([name, ofTrainers.pages.join().includes(squeezed(name))]).toEqual([name, usedTrainers.has(id)])

  const people = (await office.run('delivery.attendees', { trainingId: training.id }, planner)) as Person[]
  const [someone] = people
  const own = await paper('people', { ids: [someone?.id] })
  for (const part of [someone?.name, someone?.registryNo, training.name, formatDate(first.date)])
    expect(own.pages[0]).toContain(squeezed(part ?? '–'))
  const units = await paper('units')
  const page = units.pages.find((text) => text.includes(squeezed(someone?.unit ?? '–')))
  expect(page).toContain(squeezed(someone?.name ?? '–'))
  expect(await refusal(office.run('delivery.peopleDocument', { planId, kind: 'units' }, { as: ['CR'] }))).toBe(
    'NOT_ALLOWED',
  )
})
