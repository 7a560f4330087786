import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../app/api.ts'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { tellUndo } from '../../../ui/feedback/toast.tsx'
import { type Decision, type Demand, keyOf, type ReasonCode } from './demand.ts'

/** Demands that wait for the reason of a decision. */
export type Deciding = { readonly demands: readonly Demand[]; readonly decision: Decision }

/** Decides demands: at once where no reason is needed, else after the reason was given. Each can be taken back. */
export function useDeciding(cycleId: string, onDone: () => void) {
  const { t } = useTranslation('needsDecide')
  const [asked, setAsked] = useState<Deciding>()
  const [busy, setBusy] = useState(false)

  const decide = async ({ demands, decision }: Deciding, reason: ReasonCode | null, note: string | null) => {
    setBusy(true)
    try {
      await client.needs.decide({ cycleId, demands: demands.map(keyOf), decision, reason, note })
      setAsked(undefined)
      onDone()
      tellUndo(t('priority.decided', { count: demands.length, decision: t(`decision.${decision}`) }), () =>
        putBack(cycleId, demands).catch(tellError),
      )
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  const start = (demands: readonly Demand[], decision: Decision) => {
    if (demands.length === 0) return
    if (decision === 'PLAN' || decision === 'UNDECIDED') void decide({ demands, decision }, null, null)
    else setAsked({ demands, decision })
  }
  return { asked, busy, start, decide, cancel: () => setAsked(undefined) }
}

/** Gives demands the decisions they had, those of one kind together. */
async function putBack(cycleId: string, before: readonly Demand[]): Promise<void> {
  const alike = Map.groupBy(before, (demand) =>
    JSON.stringify([demand.decision, demand.decisionReason, demand.decisionNote]),
  )
  for (const demands of alike.values()) {
    const [first] = demands
    if (!first) continue
    await client.needs.decide({
      cycleId,
      demands: demands.map(keyOf),
      decision: first.decision,
      reason: first.decisionReason,
      note: first.decisionNote,
    })
  }
}
