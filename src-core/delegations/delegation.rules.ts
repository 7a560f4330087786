import type { DelegationState } from '../database/schema.ts'
import { delegationStates, type Missing, type Step, steps } from './delegation.ts'
import { daysAfter } from './request.rules.ts'

const way = delegationStates.filter((state) => state !== 'CANCELLED')

const place = (state: DelegationState): number => way.indexOf(state as (typeof way)[number])

/** What follows a state; nothing after the last, and nothing after a cancellation. */
export const nextState = (state: DelegationState): DelegationState | null =>
  state === 'CANCELLED' ? null : (way[place(state) + 1] ?? null)

/** Whether a file has come as far as a state, or farther. */
export const reached = (state: DelegationState, other: DelegationState): boolean => place(state) >= place(other)

/** A delegation may be called off until it runs (product 4). */
export const maybeCancelled = (state: DelegationState): boolean =>
  state !== 'CANCELLED' && place(state) < place('RUNNING')

/** Whether programme and budget have been approved. */
export const isApproved = (state: DelegationState): boolean =>
  state !== 'CANCELLED' && place(state) >= place('APPROVED')

/** Whether the programme may still be edited; while it runs it changes live. */
export const programmeOpen = (state: DelegationState): boolean =>
  state !== 'CANCELLED' && place(state) < place('CERTIFIED')

/** State at which a step is behind us. */
const doneAt: Readonly<Record<Exclude<Step, 'request' | 'assessment'>, DelegationState>> = {
  design: 'HOSTS_PENDING',
  hosts: 'PROGRAMME_READY',
  approval: 'APPROVED',
  participants: 'READY',
  logistics: 'READY',
  print: 'READY',
  run: 'CERTIFIED',
  certificates: 'CERTIFIED',
  close: 'CLOSED',
  report: 'CLOSED',
  followUp: 'FOLLOWED_UP',
}

/** Days from arrival by which a step is due (product 4); none for what lies behind every file. */
const dueAt: Readonly<Partial<Record<Step, number>>> = {
  design: -80,
  hosts: -60,
  approval: -50,
  participants: -45,
  logistics: -30,
  print: -5,
  run: 0,
  close: 10,
  report: 20,
  followUp: 90,
}

export type StepStatus = {
  readonly step: Step
  readonly status: 'done' | 'current' | 'waiting'
  readonly dueOn: string | null
}

/** Where each of the thirteen steps stands. */
export function stepsOf(state: DelegationState, fromDate: string): readonly StepStatus[] {
  const at = state === 'CANCELLED' ? -1 : place(state)
  const current = at + 1
  return steps.map((step) => {
    const offset = dueAt[step]
    const dueOn = offset === undefined ? null : daysAfter(fromDate, offset)
    if (step === 'request' || step === 'assessment') return { step, status: 'done', dueOn }
    const done = place(doneAt[step])
    return { step, status: at >= done ? 'done' : done === current && at >= 0 ? 'current' : 'waiting', dueOn }
  })
}

/** What is known of a file when it is asked what is missing. */
export type Facts = {
  readonly today: string
  readonly fromDate: string
  readonly toDate: string
  readonly objective: string
  readonly parallelGroups: number
  readonly lessons: string | null
  readonly followUp: string | null
  readonly items: readonly {
    readonly title: string
    readonly lesson: boolean
    readonly marked: boolean
    readonly hosted: boolean
    readonly needsHost: boolean
  }[]
  /** What the programme's rules hold against it, as sentences' keys with the titles they concern. */
  readonly programme: readonly { readonly key: string; readonly names: readonly string[] }[]
  readonly costLines: readonly { readonly name: string; readonly planned: number; readonly actual: number }[]
  readonly participants: readonly {
    readonly name: string
    readonly state: string
    readonly consent: boolean
    readonly groupNo: number
  }[]
  readonly openTasks: readonly { readonly name: string; readonly offset: number }[]
  readonly feedback: number
  /** Null while the attendance was not handed to the registrar. */
  readonly certificates: { readonly holders: number; readonly issued: number } | null
}

const gone = new Set(['CANCELLED', 'PURGED'])

/** What stands between a file and a state, in the order in which it is seen to; empty when nothing does. */
export function missingFor(target: DelegationState, facts: Facts): readonly Missing[] {
  const missing: Missing[] = []
  const named = (key: string, names: readonly string[]) => {
    if (names.length > 0) missing.push({ key, count: names.length, names: names.slice(0, 12) })
  }
  const once = (key: string, holds: boolean) => {
    if (holds) missing.push({ key, count: 1, names: [] })
  }
  const coming = facts.participants.filter(({ state }) => !gone.has(state))
  switch (target) {
    case 'HOSTS_PENDING':
      once('objective', facts.objective === '')
      once('programmeEmpty', facts.items.length === 0)
      named(
        'hostMissing',
        facts.items.filter(({ needsHost, hosted }) => needsHost && !hosted).map(({ title }) => title),
      )
      break
    case 'PROGRAMME_READY':
      once('programmeEmpty', facts.items.length === 0)
      for (const { key, names } of facts.programme) named(key, names)
      break
    case 'APPROVED':
      for (const { key, names } of facts.programme) named(key, names)
      once('budget', facts.costLines.length === 0)
      break
    case 'READY':
      once('participants', coming.length === 0)
      named(
        'notConfirmed',
        coming.filter(({ state }) => state === 'INVITED' || state === 'REGISTERED').map(({ name }) => name),
      )
      named(
        'consent',
        coming.filter(({ consent }) => !consent).map(({ name }) => name),
      )
      if (facts.parallelGroups > 1)
        named(
          'group',
          coming.filter(({ groupNo }) => groupNo === 0).map(({ name }) => name),
        )
      named(
        'tasksBefore',
        facts.openTasks.filter(({ offset }) => offset <= -5).map(({ name }) => name),
      )
      for (const { key, names } of facts.programme) named(key, names)
      break
    case 'RUNNING':
      once('tooEarly', facts.today < facts.fromDate)
      break
    case 'CERTIFIED':
      named(
        'attendance',
        facts.items.filter(({ lesson, marked }) => lesson && !marked).map(({ title }) => title),
      )
      once('certificatesHandedOn', facts.certificates === null)
      once('certificatesIssued', facts.certificates !== null && facts.certificates.issued === 0)
      break
    case 'CLOSING':
      once('stillHere', facts.today <= facts.toDate)
      break
    case 'CLOSED':
      once('lessons', facts.lessons === null)
      once('feedback', facts.feedback === 0)
      named(
        'actualCosts',
        facts.costLines.filter(({ planned, actual }) => planned > 0 && actual === 0).map(({ name }) => name),
      )
      named(
        'tasksOpen',
        facts.openTasks.filter(({ offset }) => offset <= 20).map(({ name }) => name),
      )
      break
    case 'FOLLOWED_UP':
      once('followUp', facts.followUp === null)
      break
    default:
  }
  return missing
}

/** The day from which passport and visa data may no longer be kept: thirty days after departure (product 6.11). */
export const purgeDay = (departureOn: string): string => daysAfter(departureOn, 30)
