import { expect, test } from 'vitest'
import type { Clash } from '../../../src-core/delivery/clash.ts'
import { standardLevels } from '../../../src-core/delivery/clash.ts'
import { standardPlacing } from '../../../src-core/delivery/placing.settings.ts'
import type { RoomChoice, Session, Training } from '../../../src-core/delivery/session.ts'
import type { Progress } from '../../../src-core/kernel/operation.ts'
import { visitor } from '../academy.ts'
import { openPlanningOffice, type PlanningOffice, planner, putInForce, refusal } from '../plan/planning-office.ts'

type Board = { sessions: Session[]; trainings: Training[]; rooms: RoomChoice[] }
type Found = {
  proposal: string
  sessions: number
  placed: number
  grouped: number
  moved: number
  stopped: boolean
  unplaced: unknown[]
}
type Told = { sessionId: string; level: string; clash: Clash; accepted: string | null; date: string }

const quick = { ...standardPlacing, effort: 0.05 }

function helpers(office: PlanningOffice) {
  const { planId } = office
  const board = async () => (await office.run('delivery.board', { planId }, planner)) as Board
  return {
    planId,
    board,
    make: async () =>
      (await office.run('delivery.makeTrainings', { planId }, planner)) as {
        commandId: string
        sessions: number
        removed: number
      },
    place: async (keep = false, more: object = {}, settings = quick) =>
      (await office.run(
        'delivery.place',
        { planId, run: 'run-number-1', keep, settings },
        { ...planner, ...more },
      )) as Found,
    takeOver: async (proposal: string) =>
      (await office.run('delivery.takeOver', { planId, proposal }, planner)) as { commandId: string; sessions: number },
    undo: (commandId: string) => office.run('delivery.undo', { commandId }, planner),
    clashes: async () => (await office.run('delivery.clashes', { planId }, planner)) as Told[],
    session: async (id: string) => (await board()).sessions.find((one) => one.id === id) as Session,
  }
}

const placesOf = ({ sessions }: Board) =>
  sessions.map(({ id, date, half, roomId, trainerId }) => [id, date, half, roomId, trainerId])

/** A trainer sees her own sessions through a link and answers them; what she said of another day does not count. */
async function answersByLink(office: PlanningOffice, { sessions }: Board): Promise<void> {
  const own = sessions.find(({ date, trainerId }) => date !== null && trainerId !== null) as Session
  const other = sessions.find(({ trainerId }) => trainerId !== null && trainerId !== own.trainerId) as Session
  const { tokens } = (await office.run('links.drawTokens', { count: 1 }, planner)) as { tokens: string[] }
  const link = {
    ...{ subject: { purpose: 'TRAINER', trainerId: own.trainerId }, holderName: 'Eğitmen', holderEmail: null },
    ...{ language: 'tr', tokenSealed: tokens[0] },
  }
  const { ids } = (await office.run(
    'links.makeLinks',
    { links: [link], expiresOn: '2027-12-31', mail: false },
    planner,
  )) as { ids: string[] }
  const as = { connection: visitor(ids[0] ?? '', 'TR') }
  const page = (await office.run('delivery.taughtSessions', undefined, as)) as { sessions: { id: string }[] }
  const expected = sessions.filter(({ date, trainerId }) => date !== null && trainerId === own.trainerId)
  expect(new Set(page.sessions.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)))
  const answer = (id: string, more: object = {}) =>
    office.run(
      'delivery.answerMySession',
      { id, seen: { date: own.date, half: own.half }, answer: 'DECLINED', note: 'Yurt dışındayım', ...more },
      as,
    )
  expect(await refusal(answer(other.id))).toBe('NOT_FOUND')
  expect(await refusal(answer(own.id, { seen: { date: '2027-08-08', half: own.half } }))).toBe('sessionMoved')
  expect(await refusal(answer(own.id, { answer: 'ALTERNATIVE', note: null }))).toBe('proposalNeeded')
  await answer(own.id, { answer: 'ACCEPTED', note: null })
  await answer(own.id)
  const said = () => office.run('delivery.sessionAnswer', { sessionId: own.id }, planner)
  expect(await said()).toMatchObject({ answer: { answer: 'DECLINED', note: 'Yurt dışındayım' } })
  expect(await office.run('delivery.sessionAnswer', { sessionId: other.id }, planner)).toEqual({ answer: null })
}

test('the plan becomes trainings, a search places them, its result is taken over in one command and taken back in one', async () => {
  const office = await openPlanningOffice(4)
  await office.propose()
  const { planId, board, make, place, takeOver, undo, clashes } = helpers(office)
  expect(await refusal(place())).toBe('nothingToPlace')
  const made = await make()
  const lines = (await office.lines()).filter(({ mode }) => mode !== 'eTraining')
  const empty = await board()
  expect(empty.trainings.length).toBe(lines.reduce((sum, { groups }) => sum + groups, 0))
  expect(empty.trainings[0]?.code).toMatch(/^2027-\p{L}+-\d+-01$/u)
  expect(empty.sessions.length).toBe(made.sessions)
  expect(await make()).toMatchObject({ trainings: 0, sessions: 0, enrolments: 0, removed: 0 })

  const told: Progress[] = []
  const found = await place(false, { report: (progress: Progress) => told.push(progress) })
  expect(found.placed + found.unplaced.length).toBe(found.sessions)
  expect(told.map(({ stage }) => stage)).toContain('improving')
  expect((await board()).sessions.every(({ date }) => date === null)).toBe(true)
  expect((await place()).proposal).toBe(found.proposal)

  const done = await takeOver(found.proposal)
  const placed = await board()
  expect(placed.sessions.filter(({ date }) => date !== null).length).toBe(found.placed)
  expect(placed.trainings.reduce((sum, { people }) => sum + people, 0)).toBe(found.grouped)
  expect((await clashes()).filter(({ level }) => level !== 'WARN')).toEqual([])
  expect(await refusal(takeOver(found.proposal))).toBe('scheduleChangedSince')
  await answersByLink(office, placed)

  const again = await place(true)
  expect(again.moved).toBe(0)
  await undo(done.commandId)
  expect(placesOf(await board())).toEqual(placesOf(empty))

  // A line that leaves the plan takes its trainings along.
  const [line] = lines
  await office.run('plan.cancelLines', { planId, lineIds: [line?.id], reason: 'budget', changeReason: null }, planner)
  expect((await make()).removed).toBe(line?.groups)
})

test('a stopped search ends with the best so far', async () => {
  const office = await openPlanningOffice(4)
  await office.propose()
  const { make, place } = helpers(office)
  await make()
  let asked: Promise<unknown> | undefined
  const report = ({ stage, details }: Progress) => {
    if (stage === 'improving' && details) asked ??= office.run('delivery.stopPlacing', { run: 'run-number-1' }, planner)
  }
  // With this effort it would go on long after the request.
  const found = await place(false, { report }, { ...standardPlacing, effort: 4 })
  await asked
  expect(found.stopped).toBe(true)
  expect(found.placed).toBeGreaterThan(0)
})

test('in charge: blocked moves ask for a reason, pins hold, a late holiday moves what it hits, and blocked clashes stay unpublished', async () => {
  const office = await openPlanningOffice(4)
  await office.propose()
  const { planId, board, make, place, takeOver, undo, clashes, session } = helpers(office)
  await make()
  await takeOver((await place()).proposal)
  const { sessions } = await board()
  const inRoom = sessions.filter((one) => one.date !== null && one.roomId !== null && one.trainerId !== null)
  const [one, other] = [inRoom[0], inRoom.find((found) => found.trainingId !== inRoom[0]?.trainingId)]
  if (!one || !other) throw new Error('Nothing is placed')

  // Into the room of another session, at its time.
  const taken = { date: other.date, half: other.half, roomId: other.roomId, trainerId: one.trainerId }
  const move = (place: object | null, reason: string | null = null) =>
    session(one.id).then(({ rowVersion }) =>
      office.run('delivery.moveSession', { id: one.id, rowVersion, place, reason }, planner),
    ) as Promise<{ commandId: string }>
  expect(await refusal(move(taken))).toBe('clashBlocks')
  const moved = await move(taken, 'Salon ikiye bölünecek')
  expect((await session(one.id)).clashReason).toBe('Salon ikiye bölünecek')
  const clash = (await clashes()).find(({ clash: { kind } }) => kind === 'room')
  expect(clash).toMatchObject({ level: 'BLOCK' })

  // A pin outlives placing the year again; where it clashes, the other gives way.
  await office.run('delivery.pinSessions', { ids: [one.id], pinned: true }, planner)
  await takeOver((await place(true)).proposal)
  expect(await session(one.id)).toMatchObject({ date: other.date, roomId: other.roomId, pinned: true })
  expect(await refusal(undo(moved.commandId).then(() => undo('none')))).toBe('NOT_FOUND')

  // A late holiday on the busiest day.
  const before = await board()
  const days = Map.groupBy(
    before.sessions.filter(({ date }) => date !== null),
    ({ date }) => date ?? '',
  )
  const [day = '', hit = []] = [...days].sort(([, a], [, b]) => b.length - a.length)[0] ?? []
  const asked = { planId, from: day, to: day, half: 'none' }
  const hits = (await office.run('delivery.holidayHits', asked, planner)) as {
    sessionId: string
    after: Session | null
  }[]
  expect(new Set(hits.map(({ sessionId }) => sessionId))).toEqual(new Set(hit.map(({ id }) => id)))
  const levelsBefore = (await clashes()).length
  const holiday = (await office.run(
    'delivery.enterHoliday',
    { ...asked, name: 'İdari izin', kind: 'administrativeLeave', sessionIds: hits.map(({ sessionId }) => sessionId) },
    planner,
  )) as { commandId: string; moved: number; left: number }
  expect(holiday.moved + holiday.left).toBe(hits.length)
  const again = { ...asked, name: 'İdari izin', kind: 'administrativeLeave', sessionIds: [] }
  await expect(office.run('delivery.enterHoliday', again, planner)).rejects.toMatchObject({
    data: { rule: 'holidayTwice' },
  })
  const after = await board()
  for (const { sessionId, after: place } of hits) {
    if (place)
      expect(after.sessions.find(({ id }) => id === sessionId)).toMatchObject({ date: place.date, half: place.half })
  }
  expect((await clashes()).filter(({ clash: { kind } }) => kind === 'holiday').length).toBe(holiday.left)
  await undo(holiday.commandId)
  expect(placesOf(await board())).toEqual(placesOf(before))
  expect((await clashes()).length).toBe(levelsBefore)

  // What blocks is not published until it is accepted or no longer minded.
  const [first, second] = (await board()).sessions.filter(({ trainerId, date }) => trainerId !== null && date !== null)
  if (!first || !second) throw new Error('Nothing is placed')
  const together = { date: first.date, half: first.half, roomId: null, trainerId: first.trainerId }
  const { rowVersion } = await session(second.id)
  const reason = 'Birlikte verilecek'
  await office.run(
    'delivery.saveClashLevels',
    { ...standardLevels, trainer: 'WARN', participant: 'WARN' },
    { as: ['TM'] },
  )
  await office.run('delivery.moveSession', { id: second.id, rowVersion, place: together }, planner)
  await office.run('delivery.saveClashLevels', { ...standardLevels, trainer: 'BLOCK_AT_PUBLISH' }, { as: ['TM'] })
  expect(await refusal(putInForce(office))).toBe('clashesBlockPublishing')
  const version = (await session(second.id)).rowVersion
  await office.run('delivery.moveSession', { id: second.id, rowVersion: version, place: together, reason }, planner)
  expect((await clashes()).filter(({ level, accepted }) => level !== 'WARN' && accepted === null)).toEqual([])
  await office.move('publish')
  expect((await office.plan()).state).toBe('PUBLISHED')
  expect(await refusal(office.run('delivery.saveClashLevels', standardLevels, planner))).toBe('NOT_ALLOWED')
})
