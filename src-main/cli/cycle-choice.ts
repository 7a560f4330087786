import { breaksRule } from '../../src-core/kernel/errors.ts'
import { WrongUse } from './arguments.ts'

type Run = <T>(name: string, input: unknown) => Promise<T>
type KnownCycle = { readonly id: string; readonly year: number; readonly state: string }

const collecting: readonly string[] = ['READY', 'OPEN', 'EXTENDED', 'CLOSED']

/** The cycle that `--cycle` names, or the only one that takes needs. A dry run also does without one. */
export async function cycleForImport(run: Run, year: string | undefined, dryRun: boolean): Promise<string> {
  const { cycles } = await run<{ cycles: readonly KnownCycle[] }>('needs.listCycles', undefined)
  if (year !== undefined) {
    if (!/^\d{4}$/.test(year)) throw new WrongUse('--cycle takes a year, such as 2027')
    const cycle = cycles.find((one) => one.year === Number(year))
    if (cycle) return cycle.id
    return dryRun ? '' : breaksRule('cycleMissing', { year })
  }
  const open = cycles.filter((cycle) => collecting.includes(cycle.state))
  const [only] = open
  if (only && open.length === 1) return only.id
  return dryRun ? '' : breaksRule('noOpenCycle')
}

/** The cycle that `--cycle` names, or the newest. */
export async function cycleForExport(run: Run, year: string | undefined): Promise<string> {
  const known = await run<{ cycles: readonly KnownCycle[] }>('needs.listCycles', undefined)
  const cycles = [...known.cycles].sort((a, b) => b.year - a.year)
  const cycle = year === undefined ? cycles[0] : cycles.find((one) => one.year === Number(year))
  return cycle ? cycle.id : breaksRule(year === undefined ? 'noOpenCycle' : 'cycleMissing', { year: year ?? '' })
}
