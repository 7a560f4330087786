import { program } from '../../src-main/service/program.ts'
import type { Office } from './office.ts'

type Silent = {
  readonly personId: string
  readonly registryNo: string
  readonly name: string
  readonly employmentType: string
}

type Line = {
  readonly freeText: string | null
  readonly topic: { readonly code: string } | null
  readonly reason: string | null
  readonly urgency: number | null
  readonly selfLevel: number | null
  readonly targetLevel: number | null
  readonly preferredQuarter: number | null
  readonly note: string | null
  readonly sources: readonly { readonly kind: string; readonly reference: string }[]
}

export const run = ({ service }: Office, name: string, input?: unknown) =>
  service.dispatcher.run(name, input, program) as Promise<never>

export async function cycleId(office: Office): Promise<string> {
  const { cycles } = (await run(office, 'needs.listCycles')) as { cycles: readonly { id: string }[] }
  return cycles[0]?.id ?? ''
}

/** The year of the sample's plan that is in force: the one before the year that needs are collected for. */
export async function planYear(office: Office): Promise<number> {
  const { cycles } = (await run(office, 'needs.listCycles')) as { cycles: readonly { year: number }[] }
  return Math.max(...cycles.map(({ year }) => year)) - 1
}

/** Everybody who may ask and has not. */
export async function silent(office: Office): Promise<readonly Silent[]> {
  const page = { end: 400, sort: [{ column: 'name' }] }
  const { rows } = (await run(office, 'needs.unanswered', { cycleId: await cycleId(office), page })) as {
    rows: readonly Silent[]
  }
  return rows
}

export const somebody = async (office: Office): Promise<Silent> => (await silent(office))[0] as Silent

/** What surely finds one person: registry numbers of different kinds of employment overlap. */
export const callOf = ({ registryNo, name }: Silent): string => `${registryNo} ${name.split(' ')[0]}`

export const linesOf = async (office: Office, personId: string): Promise<readonly Line[]> => {
  const form = (await run(office, 'needs.personForm', { cycleId: await cycleId(office), personId })) as {
    lines: readonly Line[]
  }
  return form.lines
}
