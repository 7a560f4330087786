import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../src-core/kernel/dates.ts'
import type { CycleCounts, CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import type { CycleMove } from '../../../../src-core/needs/cycle.rules.ts'
import { client, refreshData } from '../../../app/api.ts'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../../app/session.ts'
import { askYesNo } from '../../../ui/feedback/ask.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import type { PageAction } from '../../../ui/screen/PageHeader.tsx'
import { useLongOperation } from '../../../ui/work/use-long-operation.ts'
import { nextMove } from './cycle-next.ts'

/** The next step of a cycle as the primary action of its screen; `extend` opens its own form. */
export function useCycleMove(cycle: CycleView, counts: CycleCounts | undefined, openExtend: () => void) {
  const { t } = useTranslation('needs')
  const officer = useOfficer()
  const that = { id: cycle.id, rowVersion: cycle.rowVersion }
  const freezing = useLongOperation((input: typeof that, options) => client.needs.freezeCycle(input, options))
  const consolidating = useLongOperation((input: { cycleId: string }, options) =>
    client.needs.consolidate(input, options),
  )
  const next = nextMove(cycle)

  const said = (move: CycleMove, now = cycle.state) => {
    const opens = formatDate(cycle.opensOn)
    const closes = formatDate(cycle.closesOn)
    // A cycle approved after its first day is open at once.
    const done = move === 'approve' && now === 'OPEN' ? 'open' : move
    tell({ text: t(`cycle.done.${done}`, { opens, closes }), tone: 'good' })
    refreshData()
  }

  const agreed = (move: 'open' | 'freeze' | 'consolidate' | 'archive') =>
    askYesNo({
      question: t(`cycle.ask.${move}`, { count: counts?.lines ?? 0 }),
      detail: t(`cycle.ask.${move}Detail`, {
        opens: formatDate(cycle.opensOn),
        count: counts?.lines ?? 0,
        forms: counts?.answered ?? 0,
      }),
      yes: t(`cycle.move.${move}`),
    })

  const run = async (move: CycleMove): Promise<void> => {
    if (move === 'extend') return openExtend()
    if (move !== 'approve' && !(await agreed(move))) return
    try {
      if (move === 'approve') return said(move, (await client.needs.approveCycle(that)).state)
      if (move === 'open') await client.needs.openCycle(that)
      else if (move === 'archive') await client.needs.archiveCycle(that)
      else if (move === 'freeze' && !(await freezing.start(that))) return refreshData()
      else if (move === 'consolidate' && !(await consolidating.start({ cycleId: cycle.id }))) return refreshData()
      said(move)
    } catch (error) {
      tellError(error)
    }
  }

  const undecided = next?.move === 'consolidate' ? (counts?.undecided ?? 0) : 0
  const working = freezing.work.status === 'running' || consolidating.work.status === 'running'
  const action: PageAction | undefined =
    next && holds(officer, next.roles)
      ? {
          label: t(`cycle.move.${next.move}`),
          run: () => void run(next.move),
          busy: working,
          disabled: undecided > 0,
        }
      : undefined
  return { next, action, undecided, freezing, consolidating }
}

export type CycleMover = ReturnType<typeof useCycleMove>
