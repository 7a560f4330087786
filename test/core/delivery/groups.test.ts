import { expect, it, test } from 'vitest'
import { standardLevels } from '../../../src-core/delivery/clash.ts'
import { freeSeats } from '../../../src-core/delivery/groups.rules.ts'
import { standardPlacing } from '../../../src-core/delivery/placing.settings.ts'
import type { Session, Training } from '../../../src-core/delivery/session.ts'
import { fieldsOf, openPlanningOffice, planner, refusal } from '../plan/planning-office.ts'

it('a seat is free to a unit when neither a person has it nor another unit keeps it', () => {
  const group = {
    seats: 10,
    byUnit: new Map([['a', 4]]),
    reserved: new Map([
      ['a', 5],
      ['b', 3],
    ]),
  }
  expect(freeSeats(group, 'a')).toBe(3)
  expect(freeSeats(group, 'b')).toBe(5)
  expect(freeSeats(group, 'c')).toBe(2)
  expect(freeSeats({ ...group, seats: 4 }, 'c')).toBe(0)
})

type Groups = {
  mix: string
  groups: { trainingId: string; seats: number; people: number; reserved: { unitId: string; seats: number }[] }[]
}
type Person = { id: string; unit: string }

test('groups by hand: how they are mixed, seats kept for a unit, and a person moved where there is a seat, all taken back', async () => {
  const office = await openPlanningOffice(10)
  await office.propose()
  const { planId } = office
  // A line that shares a person with another line.
  const peopleOf = async (lineId: string) => {
    const page = { start: 0, end: 1000 }
    const { rows } = (await office.run('plan.linePeople', { lineId, page }, planner)) as {
      rows: { personId: string | null }[]
    }
    return new Set(rows.flatMap(({ personId }) => personId ?? []))
  }
  const lines = (await office.lines()).filter(({ mode }) => mode !== 'eTraining')
  const asking = await Promise.all(lines.map(({ id }) => peopleOf(id)))
  const shared = asking.flatMap((own, at) =>
    asking.flatMap((others, from) =>
      from > at ? [...own].filter((id) => others.has(id)).map((id) => ({ at, from, id })) : [],
    ),
  )[0]
  const [line, second] = [lines[shared?.at ?? -1], lines[shared?.from ?? -1]]
  if (!shared || !line || !second) throw new Error('Nobody sits in two lines')
  const groupSize = Math.ceil(line.personsPlanned / 2)
  const fields = { ...fieldsOf(line), groups: 3, groupSize }
  await office.run('plan.changeLine', { planId, id: line.id, rowVersion: line.rowVersion, fields }, planner)
  await office.run('delivery.makeTrainings', { planId }, planner)
  const place = { planId, run: 'run-number-1', keep: false, settings: { ...standardPlacing, effort: 0.05 } }
  const { proposal } = (await office.run('delivery.place', place, planner)) as { proposal: string }
  await office.run('delivery.takeOver', { planId, proposal }, planner)

  const board = (await office.run('delivery.board', { planId }, planner)) as {
    trainings: Training[]
    sessions: Session[]
  }
  const own = board.trainings.filter(({ lineNo }) => lineNo === line.lineNo).sort((a, b) => b.people - a.people)
  const groupOf = async (candidates: readonly Training[]) => {
    for (const { id } of candidates) {
      const seated = (await office.run('delivery.attendees', { trainingId: id }, planner)) as Person[]
      if (seated.some((one) => one.id === shared.id)) return id
    }
    throw new Error('The search left her out')
  }
  const full = await groupOf(own)
  const other = own.filter(({ id }) => id !== full).at(-1)?.id ?? ''
  const groups = async () => (await office.run('delivery.groups', { trainingId: full }, planner)) as Groups
  const of = async (id: string) => (await groups()).groups.find(({ trainingId }) => trainingId === id)
  const undo = (commandId: string) => office.run('delivery.undo', { commandId }, planner)
  type Done = Promise<{ commandId: string; changed: number }>

  const mixed = await (office.run('delivery.setMix', { planId, lineNo: line.lineNo, mix: 'sameUnit' }, planner) as Done)
  expect([mixed.changed, (await groups()).mix]).toEqual([3, 'sameUnit'])
  await undo(mixed.commandId)
  expect((await groups()).mix).toBe('any')

  const people = (await office.run('delivery.attendees', { trainingId: full }, planner)) as Person[]
  const [someone] = people
  const move = (more: object = {}) =>
    office.run(
      'delivery.movePerson',
      { planId, personId: someone?.id, from: full, to: other, ...more },
      planner,
    ) as Done
  const before = await of(other)
  const choices = (await office.run('delivery.otherGroups', { trainingId: full, personId: someone?.id }, planner)) as {
    trainingId: string
    free: number
  }[]
  expect(choices.find(({ trainingId }) => trainingId === other)?.free).toBe(groupSize - (before?.people ?? 0))
  const moved = await move()
  expect((await of(other))?.people).toBe((before?.people ?? 0) + 1)
  expect(await refusal(move())).toBe('personNotInGroup')
  await undo(moved.commandId)
  expect((await of(other))?.people).toBe(before?.people)

  // Every seat that is left is kept for a unit nobody in the group comes from.
  const units = (await office.run('people.unitOptions', undefined, planner)) as {
    units: { id: string; name: string }[]
  }
  const strange = units.units.find(({ name }) => !people.some(({ unit }) => unit === name))?.id ?? ''
  const keep = (seats: number) =>
    office.run(
      'delivery.reserveSeats',
      { planId, trainingId: other, seats: [{ unitId: strange, seats }] },
      planner,
    ) as Done
  expect(await refusal(keep(groupSize + 1))).toBe('reservedTooMany')
  const kept = await keep(groupSize)
  expect((await of(other))?.reserved).toMatchObject([{ unitId: strange, seats: groupSize }])
  expect(await refusal(move())).toBe('groupFull')
  await undo(kept.commandId)
  expect((await of(other))?.reserved).toEqual([])

  // Both groups of the line at one time as another session of hers.
  const sessionOf = (trainingId: string) => board.sessions.find((one) => one.trainingId === trainingId)
  const held = sessionOf(await groupOf(board.trainings.filter(({ lineNo }) => lineNo === second.lineNo)))
  const target = sessionOf(other)
  if (!held || !target) throw new Error('A group has no session')
  const mild = { room: 'WARN', trainer: 'WARN', participant: 'WARN', holiday: 'WARN', unitDuty: 'WARN' }
  await office.run('delivery.saveClashLevels', mild, { as: ['TM'] })
  const at = { date: '2027-06-08', half: 'am', roomId: null, trainerId: null }
  for (const { id, rowVersion } of [held, target])
    await office.run('delivery.moveSession', { id, rowVersion, place: at }, planner)
  await office.run('delivery.saveClashLevels', { ...standardLevels, participant: 'BLOCK' }, { as: ['TM'] })
  expect(await refusal(move({ personId: shared.id }))).toBe('personClashes')
  expect((await move({ personId: shared.id, reason: 'Kendi isteğiyle' })).changed).toBe(1)
})
