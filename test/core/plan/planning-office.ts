import type { LineFields, Plan, PlanLine } from '../../../src-core/plan/plan.ts'
import { officer, type TestAcademy } from '../academy.ts'
import { type DecidingSample, fillSample, freezeSample, openDecidingSample } from '../needs/deciding-sample.ts'

export { refusal } from '../courses/small-catalogue.ts'

export const planner = { as: ['TO'] } as const
export const manager = { as: ['TM'] } as const

type Demand = { key: string; topicId: string | null; freeTextKey: string | null; persons: number; decision: string }
type Done = { commandId: string; lines: number }

export type PlanningOffice = DecidingSample & {
  readonly planId: string
  plan(id?: string): Promise<Plan>
  lines(id?: string): Promise<PlanLine[]>
  /** Moves the plan with its present version. */
  move(operation: string, more?: object, id?: string): Promise<Plan>
  propose(): Promise<Done & { existing: number }>
  demands(): Promise<Demand[]>
}

const rankedIn = async (academy: TestAcademy, cycleId: string): Promise<Demand[]> =>
  ((await academy.run('needs.priorities', { cycleId }, manager)) as { demands: Demand[] }).demands

/** Freezes the sample, decides its first demands with a topic PLAN and all others deferred, and opens an empty plan. */
const deciding = (planned: number) => async (academy: TestAcademy) => {
  await fillSample(academy)
  await freezeSample(academy)
  const { cycles } = (await academy.run('needs.listCycles')) as { cycles: { id: string; year: number }[] }
  const cycleId = cycles.find(({ year }) => year === 2027)?.id ?? ''
  const keyOf = ({ topicId, freeTextKey }: Demand) => ({ topicId, freeTextKey })
  const ranked = await rankedIn(academy, cycleId)
  const chosen = ranked.filter(({ topicId }) => topicId !== null).slice(0, planned)
  const others = ranked.filter((demand) => !chosen.includes(demand))
  await academy.run('needs.decide', { cycleId, demands: chosen.map(keyOf), decision: 'PLAN' }, manager)
  const deferred = { cycleId, demands: others.map(keyOf), decision: 'DEFER', reason: 'lowPriority' }
  await academy.run('needs.decide', deferred, manager)
  const plans = (await academy.run('plan.plans', undefined, planner)) as Plan[]
  if (!plans.some(({ year }) => year === 2027)) await academy.run('plan.createPlan', { year: 2027 }, planner)
}

const prepared = new Map<number, (academy: TestAcademy) => Promise<void>>()

/** A frozen sample of 300 people whose first `planned` demands with a topic are decided PLAN, all others deferred; and an empty plan. */
export async function openPlanningOffice(planned = 6): Promise<PlanningOffice> {
  const prepare = prepared.get(planned) ?? deciding(planned)
  prepared.set(planned, prepare)
  const sample = await openDecidingSample(prepare)
  const { cycleId } = sample
  const plans = async () => (await sample.run('plan.plans', undefined, planner)) as Plan[]
  const planId = (await plans()).find(({ year }) => year === 2027)?.id ?? ''
  const plan = async (id = planId) => {
    const found = (await plans()).find((one) => one.id === id)
    if (!found) throw new Error('No such plan')
    return found
  }
  return {
    ...sample,
    planId,
    plan,
    demands: () => rankedIn(sample, cycleId),
    lines: async (id = planId) => (await sample.run('plan.lines', { planId: id }, planner)) as PlanLine[],
    move: async (operation, more = {}, id = planId) => {
      const { rowVersion } = await plan(id)
      return sample.run(`plan.${operation}`, { planId: id, rowVersion, ...more }, { connection: officer('TM', 'TO') })
    },
    propose: () => sample.run('plan.proposeLines', { planId }, planner),
  }
}

export const approval = {
  approvedNo: 'E-2027/118',
  approvedOn: '2027-03-08',
  approvers: ['Ayşe Yılmaz, Genel Sekreter'],
}

/** Takes a draft all the way into force. */
export async function putInForce(office: PlanningOffice, id = office.planId): Promise<void> {
  await office.move('sendToReview', {}, id)
  await office.move('submit', {}, id)
  await office.move('approve', approval, id)
  await office.move('publish', {}, id)
}

export const fieldsOf = (line: PlanLine): LineFields => ({
  name: line.name,
  level: line.level,
  unitId: line.unitId,
  groups: line.groups,
  groupSize: line.groupSize,
  personsPlanned: line.personsPlanned,
  lessonHours: line.lessonHours,
  quarter: line.quarter,
  month: line.month,
  providerId: line.providerId,
  trainerId: line.trainerId,
  permissionNo: line.permissionNo,
  mode: line.mode,
  responsible: line.responsible,
  note: line.note,
})

/** The first line of a plan. */
export async function firstLine(office: PlanningOffice, id?: string): Promise<PlanLine> {
  const [line] = await office.lines(id)
  if (!line) throw new Error('The plan has no line')
  return line
}
