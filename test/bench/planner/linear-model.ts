import loadHighs from 'highs'

type Factors = readonly (readonly [factor: number, column: string])[]

/** A mixed-integer model for HiGHS, row after row. Columns are 0 or more. */
export type LinearModel = {
  cost(factor: number, column: string): void
  row(factors: Factors, sign: '<=' | '>=' | '=', right: number): void
  whole(column: string): void
}

type Highs = Awaited<ReturnType<typeof loadHighs>>

let loaded: Promise<Highs> | undefined

/** The least cost of a model, or null when HiGHS cannot prove one in that time. */
export async function leastCost(fill: (model: LinearModel) => void, seconds: number): Promise<number | null> {
  loaded ??= loadHighs()
  const costs: string[] = []
  const rows: string[] = []
  const wholes: string[] = []
  fill({
    cost: (factor, column) => void (factor !== 0 && costs.push(term(factor, column))),
    row: (factors, sign, right) => {
      if (factors.length > 0)
        rows.push(` r${rows.length}: ${wrapped(factors.map((one) => term(...one)))} ${sign} ${right}`)
    },
    whole: (column) => void wholes.push(column),
  })
  if (costs.length === 0) return 0
  const integers = wholes.length > 0 ? `General\n ${wrapped(wholes)}\n` : ''
  const text = `Minimize\n obj: ${wrapped(costs)}\nSubject To\n${rows.join('\n')}\n${integers}End\n`
  const solution = (await loaded).solve(text, { time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 1e-6 })
  // The solver's tolerances are taken off, so that the bound stays one.
  return solution.Status === 'Optimal' ? Math.max(0, solution.ObjectiveValue - 1e-4) : null
}

const term = (factor: number, column: string): string => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${column}`

/** The format allows lines of 510 letters only. */
const wrapped = (words: readonly string[]): string => {
  const lines: string[] = []
  for (let from = 0; from < words.length; from += 12) lines.push(words.slice(from, from + 12).join(' '))
  return lines.join('\n ')
}
