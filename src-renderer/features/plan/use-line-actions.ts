import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan, PlanReason } from '../../../src-core/plan/plan.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'

export const realisations = ['DONE', 'MOVED', 'CARRIED_OVER', 'CANCELLED', 'APPROVED'] as const

export type Realisation = (typeof realisations)[number]

/** Lines that wait for a reason: to be cancelled while the plan is made, or for what became of them while it is in force. */
export type Asked = { readonly lineIds: readonly string[]; readonly kind: 'cancel' | Realisation }

/** What is done to lines of the plan, each with its way back while the plan is being made. */
export function useLineActions(plan: Plan, changeReason: string | null, onDone: () => void) {
  const { t } = useTranslation('plan')
  const [asked, setAsked] = useState<Asked>()
  const planId = plan.id

  const undo = (commandId: string) =>
    client.plan
      .undo({ planId, commandId })
      .then(({ kept }) => tell({ text: kept > 0 ? t('lines.undoneKept', { count: kept }) : t('lines.undone') }))
      .catch(tellError)
  /** Runs a command and offers to take it back. */
  const run = async <Done extends { commandId: string; lines: number }>(
    work: Promise<Done>,
    said: (done: Done) => string,
  ): Promise<Done | undefined> => {
    try {
      const done = await work
      tellUndo(said(done), () => undo(done.commandId))
      setAsked(undefined)
      onDone()
      return done
    } catch (error) {
      tellError(error)
      return undefined
    }
  }
  const realise = async (
    lineIds: readonly string[],
    state: Realisation,
    reason: PlanReason | null,
    month: number | null,
  ) => {
    try {
      const { lines } = await client.plan.realise({ planId, lineIds: [...lineIds], state, reason, month })
      tell({ text: t('lines.realised', { count: lines }), tone: 'good' })
      setAsked(undefined)
      onDone()
    } catch (error) {
      tellError(error)
    }
  }
  return {
    asked,
    run,
    stop: () => setAsked(undefined),
    /** Asks for the reason first, where one is needed. */
    start: (kind: Asked['kind'], lineIds: readonly string[]) => {
      if (lineIds.length === 0) return
      if (kind === 'DONE' || kind === 'APPROVED') void realise(lineIds, kind, null, null)
      else setAsked({ kind, lineIds })
    },
    answer: (reason: PlanReason, month: number | null) => {
      if (!asked) return
      const lineIds = [...asked.lineIds]
      if (asked.kind !== 'cancel') return void realise(lineIds, asked.kind, reason, month)
      void run(client.plan.cancelLines({ planId, lineIds, reason, changeReason }), ({ lines }) =>
        t('lines.cancelled', { count: lines }),
      )
    },
    restore: (lineIds: readonly string[]) =>
      void run(client.plan.restoreLines({ planId, lineIds: [...lineIds], changeReason }), ({ lines }) =>
        t('lines.restored', { count: lines }),
      ),
  }
}
