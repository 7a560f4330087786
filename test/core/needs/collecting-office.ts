import type { CycleView } from '../../../src-core/needs/cycle.contract.ts'
import { topicFields } from '../courses/small-catalogue.ts'
import { type Made, openSmallOffice, type SmallOffice } from '../people/small-office.ts'

export const officerRole = { as: ['TO'] } as const
export const managerRole = { as: ['TM'] } as const

export type CollectingOffice = SmallOffice & {
  readonly excel: Made
  readonly waste: Made
  /** A worker, who may not ask in a standard cycle. */
  readonly worker: Made
  readonly cycleId: string
  cycle(): Promise<CycleView>
  /** Enters needs for somebody as the training officer. */
  save(personId: string, lines: readonly object[], more?: object): Promise<SavedForm>
  /** Moves the cycle on by hand, with its present version. */
  move(operation: string, more?: object, roles?: { as: readonly ('TO' | 'TM')[] }): Promise<CycleView>
}

export type SavedForm = { formId: string; created: number; merged: number; duplicates: { name: string }[] }

const afterClosing = '2027-02-01T06:00:00.000Z'

/** The small office with two topics and the open cycle of 2027; the clock stands at 15 December 2026. */
export async function openCollectingOffice(): Promise<CollectingOffice> {
  const office = await openSmallOffice()
  const add = (fields: Parameters<typeof topicFields>[0]): Promise<Made> =>
    office.run('courses.addTopic', topicFields(fields))
  const excel = await add({ code: 'BİL-003', name: 'Microsoft Excel Temel', aliases: ['Hesap tablosu'] })
  const waste = await add({ code: 'ÇEV-002', name: 'Atık Yönetimi ve Sıfır Atık', category: 'Çevre' })
  const worker = await office.addStaff({
    registryNo: '000900',
    givenNames: 'Ömer',
    surname: 'Öztürk',
    unitId: office.records.id,
    employmentType: 'WORKER',
  })
  const made: CycleView = await office.run('needs.createCycle', await office.run('needs.suggestCycle', {}), officerRole)
  await office.run('needs.approveCycle', { id: made.id, rowVersion: made.rowVersion }, managerRole)
  await office.run('needs.advanceCycles')
  const cycle = async () =>
    ((await office.run('needs.getCycle', { id: made.id })) as unknown as { cycle: CycleView }).cycle
  return {
    ...office,
    excel,
    waste,
    worker,
    cycleId: made.id,
    cycle,
    save: (personId, lines, more = {}) =>
      office.run('needs.saveForm', { cycleId: made.id, personId, source: 'proxy', lines, ...more }, officerRole),
    move: async (operation, more = {}, roles = managerRole) =>
      office.run(`needs.${operation}`, { id: made.id, rowVersion: (await cycle()).rowVersion, ...more }, roles),
  }
}

/** Lets the window close and freezes the cycle. */
export async function freeze(office: CollectingOffice): Promise<CycleView> {
  office.setNow(afterClosing)
  await office.run('needs.advanceCycles')
  return office.move('freezeCycle', {}, officerRole)
}

export { refusal } from '../courses/small-catalogue.ts'
