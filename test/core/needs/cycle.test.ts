import { expect, test } from 'vitest'
import type { CycleView } from '../../../src-core/needs/cycle.contract.ts'
import { openTestAcademy } from '../academy.ts'
import { managerRole, officerRole, openCollectingOffice, refusal } from './collecting-office.ts'

const thatOf = ({ id, rowVersion }: CycleView) => ({ id, rowVersion })

async function draft() {
  const academy = await openTestAcademy()
  academy.setNow('2026-11-10T09:00:00.000Z')
  const suggested = await academy.run('needs.suggestCycle', {}, officerRole)
  const cycle: CycleView = await academy.run('needs.createCycle', suggested, officerRole)
  return { academy, cycle }
}

test('a new cycle asks officers and contracted officers from 1 December 00:00 to 31 January 23:59 in Istanbul', async () => {
  const { cycle } = await draft()
  expect(cycle).toMatchObject({
    year: 2027,
    state: 'DRAFT',
    opensAt: '2026-11-30T21:00:00.000Z',
    closesAt: '2027-01-31T20:59:59.999Z',
    opensOn: '2026-12-01',
    closesOn: '2027-01-31',
    eligibleTypes: ['OFFICER', 'CONTRACTED'],
    maxLinesPerPerson: 5,
  })
})

test('a year has one cycle', async () => {
  const { academy } = await draft()
  const again = await academy.run('needs.suggestCycle', { year: 2027 }, officerRole)
  expect(await refusal(academy.run('needs.createCycle', again, officerRole))).toBe('cycleExists')
  expect(await academy.run('needs.suggestCycle', {}, officerRole)).toMatchObject({ year: 2028 })
})

test('officers set a cycle up and the manager approves it, not the other way round', async () => {
  const { academy, cycle } = await draft()
  const suggested = await academy.run('needs.suggestCycle', { year: 2030 }, managerRole)
  expect(await refusal(academy.run('needs.createCycle', suggested, managerRole))).toBe('NOT_ALLOWED')
  expect(await refusal(academy.run('needs.approveCycle', thatOf(cycle), officerRole))).toBe('NOT_ALLOWED')
  expect(await academy.run('needs.approveCycle', thatOf(cycle), managerRole)).toMatchObject({ state: 'READY' })
})

test('what the manager has approved only she changes, and only until the window opens', async () => {
  const { academy, cycle } = await draft()
  const change = (rowVersion: number, roles: typeof officerRole | typeof managerRole) =>
    academy.run('needs.changeCycle', { id: cycle.id, rowVersion, fields: { maxLinesPerPerson: 8 } }, roles)
  expect(await change(cycle.rowVersion, officerRole)).toMatchObject({ maxLinesPerPerson: 8, rowVersion: 2 })
  await academy.run('needs.approveCycle', { id: cycle.id, rowVersion: 2 }, managerRole)
  expect(await refusal(change(3, officerRole))).toBe('cycleApprovedAlready')
  expect(await change(3, managerRole)).toMatchObject({ state: 'READY' })
  academy.setNow('2026-12-01T00:00:00.000Z')
  expect(await refusal(change(3, managerRole))).toBe('cycleSetUpStands')
})

test('somebody who looked at an older version overwrites nothing', async () => {
  const { academy, cycle } = await draft()
  await academy.run('needs.changeCycle', { ...thatOf(cycle), fields: { name: 'Yeni ad' } }, officerRole)
  const late = academy.run('needs.changeCycle', { ...thatOf(cycle), fields: { name: 'Başka ad' } }, officerRole)
  expect(await refusal(late)).toBe('CONFLICT')
})

test('a window that ends before it begins is refused', async () => {
  const { academy, cycle } = await draft()
  const fields = { opensOn: '2027-02-01' }
  expect(await refusal(academy.run('needs.changeCycle', { ...thatOf(cycle), fields }, officerRole))).toBe(
    'cycleWindowReversed',
  )
})

test('a ready cycle opens and closes at its own instants, to the millisecond', async () => {
  const { academy, cycle } = await draft()
  await academy.run('needs.approveCycle', thatOf(cycle), managerRole)
  const stateAt = async (instant: string) => {
    academy.setNow(instant)
    const { cycles } = (await academy.run('needs.listCycles')) as unknown as { cycles: CycleView[] }
    return cycles[0]?.state
  }
  expect(await stateAt('2026-11-30T20:59:59.999Z')).toBe('READY')
  expect(await stateAt('2026-11-30T21:00:00.000Z')).toBe('OPEN')
  expect(await stateAt('2027-01-31T20:59:59.999Z')).toBe('OPEN')
  expect(await stateAt('2027-01-31T21:00:00.000Z')).toBe('CLOSED')
})

test('the program writes down what the calendar did, once', async () => {
  const { academy, cycle } = await draft()
  await academy.run('needs.approveCycle', thatOf(cycle), managerRole)
  expect(await academy.run('needs.cyclesDue')).toEqual({ due: 0 })
  academy.setNow('2026-12-01T08:00:00.000Z')
  expect(await academy.run('needs.cyclesDue')).toEqual({ due: 1 })
  expect(await academy.run('needs.advanceCycles')).toEqual({ moved: 1 })
  expect(await academy.run('needs.advanceCycles')).toEqual({ moved: 0 })
  academy.setNow('2027-02-01T08:00:00.000Z')
  expect(await academy.run('needs.advanceCycles')).toEqual({ moved: 1 })
  expect(await academy.run('needs.getCycle', { id: cycle.id })).toMatchObject({ cycle: { state: 'CLOSED' } })
})

test('no officer moves the calendar', async () => {
  const { academy } = await draft()
  expect(await refusal(academy.run('needs.advanceCycles', undefined, managerRole))).toBe('NOT_ALLOWED')
})

test('a draft never opens by itself', async () => {
  const { academy, cycle } = await draft()
  academy.setNow('2027-01-10T08:00:00.000Z')
  expect(await academy.run('needs.advanceCycles')).toEqual({ moved: 0 })
  expect(await refusal(academy.run('needs.openCycle', thatOf(cycle), managerRole))).toBe('cycle.open')
})

test('opening early moves the first day', async () => {
  const { academy, cycle } = await draft()
  const ready: CycleView = await academy.run('needs.approveCycle', thatOf(cycle), managerRole)
  expect(await academy.run('needs.openCycle', thatOf(ready), officerRole)).toMatchObject({
    state: 'OPEN',
    opensAt: '2026-11-10T09:00:00.000Z',
  })
})

test('a cycle whose window is over is neither approved nor opened', async () => {
  const { academy, cycle } = await draft()
  academy.setNow('2027-03-01T09:00:00.000Z')
  expect(await refusal(academy.run('needs.approveCycle', thatOf(cycle), managerRole))).toBe('cycleAlreadyOver')
})

test('the manager extends with a reason, to a later day, also a second time', async () => {
  const office = await openCollectingOffice()
  const reason = 'Bayram nedeniyle birimler yetişemedi'
  expect(await refusal(office.move('extendCycle', { closesOn: '2027-02-10', reason: 'kısa' }))).toBe('INVALID_INPUT')
  expect(await refusal(office.move('extendCycle', { closesOn: '2027-01-31', reason }))).toBe('extensionNotLater')
  expect(await refusal(office.move('extendCycle', { closesOn: '2027-02-10', reason }, officerRole))).toBe('NOT_ALLOWED')
  expect(await office.move('extendCycle', { closesOn: '2027-02-10', reason })).toMatchObject({
    state: 'EXTENDED',
    closesAt: '2027-02-10T20:59:59.999Z',
    extensionReason: reason,
  })
  expect(await office.move('extendCycle', { closesOn: '2027-02-15', reason })).toMatchObject({ closesOn: '2027-02-15' })
  office.setNow('2027-02-15T21:00:00.000Z')
  expect((await office.cycle()).state).toBe('CLOSED')
  expect(await refusal(office.move('extendCycle', { closesOn: '2027-02-20', reason }))).toBe('cycle.extend')
})

test('a draft that nobody has used can be taken away, an open cycle cannot', async () => {
  const { academy, cycle } = await draft()
  await academy.run('needs.removeCycle', thatOf(cycle), officerRole)
  expect(await academy.run('needs.listCycles')).toEqual({ cycles: [] })
  const office = await openCollectingOffice()
  expect(await refusal(office.move('removeCycle', {}, officerRole))).toBe('cycleInUse')
})

test('counts say how many may ask, how many have and what waits', async () => {
  const office = await openCollectingOffice()
  await office.save(office.isik.id, [{ topicId: office.excel.id }, { freeText: 'Yapay zekâ' }])
  const { counts } = (await office.run('needs.getCycle', { id: office.cycleId })) as unknown as { counts: object }
  expect(counts).toMatchObject({ eligible: 2, answered: 1, lines: 2, unitLines: 0, freeTexts: 1, undecided: 2 })
})
