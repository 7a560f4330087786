import { place } from '../../../src-node/planner/place.ts'
import { checkSchedule } from '../../node/planner/check-schedule.ts'
import { smallProblem } from '../../node/planner/small-problem.ts'
import { exactModel, solveExactly } from '../planner/exact-model.ts'

/** Small problems, one after another until so many are proven: `[how many] [seconds for each proof]`. A line for each. */
const [wanted = '30', seconds = '60'] = process.argv.slice(2)
let proven = 0
for (let seed = 1; proven < Number(wanted) && seed < 1000; seed++) {
  const problem = smallProblem(seed, { lines: 4 + (seed % 7), groups: 1, persons: 20, days: 10 })
  const sessions = problem.trainings.reduce((sum, training) => sum + training.sessions.length, 0)
  if (sessions > 40) continue
  const model = exactModel(problem)
  const proof = await solveExactly(model, Number(seconds))
  // People who lack their prerequisite leave a group; the model knows no such thing, so all has to find a place.
  const usable = proof.optimal && proof.unplaced === 0
  if (usable) proven++
  const began = performance.now()
  const year = await place(problem)
  const placingSeconds = (performance.now() - began) / 1000
  const greedy = await place(problem, { effort: 0 })
  process.stdout.write(
    `${JSON.stringify({
      seed,
      sessions,
      columns: model.columns,
      usable,
      optimum: proof.objective,
      proofSeconds: proof.seconds,
      ours: year.objective.total,
      greedy: greedy.objective.total,
      placingSeconds,
      violations: checkSchedule(problem, year).length,
    })}\n`,
  )
}
