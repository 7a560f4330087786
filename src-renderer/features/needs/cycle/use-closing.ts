import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { client } from '../../../app/api.ts'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../../app/session.ts'
import { askYesNo } from '../../../ui/feedback/ask.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import type { PageAction } from '../../../ui/screen/PageHeader.tsx'
import { useLongOperation } from '../../../ui/work/use-long-operation.ts'
import { chooseCycle } from './use-cycle.ts'

/** The end of deciding: the results become final, and the next cycle begins with what was deferred. */
export function useClosing(cycle: CycleView, undecided: number) {
  const { t } = useTranslation('needsDecide')
  const officer = useOfficer()
  const consolidating = useLongOperation((input: { cycleId: string }, options) =>
    client.needs.consolidate(input, options),
  )
  const opening = useLongOperation((input: { cycleId: string }, options) => client.needs.openNextCycle(input, options))
  const year = cycle.year + 1

  const linesOf = async () => {
    const { lines, decisions } = await client.needs.resultsSummary({ cycleId: cycle.id })
    const of = (decision: string) => decisions.find((one) => one.decision === decision)?.lines ?? 0
    return { lines, plan: of('PLAN'), defer: of('DEFER'), reject: of('REJECT'), eTraining: of('E_TRAINING') }
  }
  const consolidate = async () => {
    const yes = await askYesNo({
      question: t('priority.consolidate.ask'),
      detail: t('priority.consolidate.detail', await linesOf()),
      yes: t('priority.consolidate.action'),
    })
    const done = yes && (await consolidating.start({ cycleId: cycle.id }))
    if (done) tell({ text: t('priority.consolidate.done', { count: done.lines }), tone: 'good' })
  }
  const openNext = async () => {
    const { defer } = await linesOf()
    const yes = await askYesNo({
      question: t('priority.next.ask', { year }),
      detail: t('priority.next.detail', { count: defer, year }),
      yes: t('priority.next.action'),
    })
    const done = yes && (await opening.start({ cycleId: cycle.id }))
    if (!done) return
    chooseCycle(done.cycleId)
    tell({ text: t('priority.next.done', { year, count: done.carried }), tone: 'good' })
  }

  const action = ((): PageAction | undefined => {
    if (cycle.state === 'FROZEN' && holds(officer, ['TM']))
      return {
        label: t('priority.consolidate.action'),
        run: () => void consolidate().catch(tellError),
        disabled: undecided > 0,
        busy: consolidating.work.status === 'running',
      }
    if ((cycle.state === 'CONSOLIDATED' || cycle.state === 'ARCHIVED') && holds(officer, ['TM', 'TO']))
      return {
        label: t('priority.next.action'),
        run: () => void openNext().catch(tellError),
        busy: opening.work.status === 'running',
      }
    return undefined
  })()
  return { action, consolidating, opening }
}
