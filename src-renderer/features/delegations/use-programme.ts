import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeUndo } from '../../../src-core/delegations/programme.contract.ts'
import type { ItemFields, ProgrammeItem } from '../../../src-core/delegations/programme.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tellUndo } from '../../ui/feedback/toast.tsx'

type Put = ItemFields & { readonly id: string | null }

/** A slot as the operation takes it. */
export const putOf = ({ rowVersion: _rowVersion, ...fields }: ProgrammeItem): Put => fields

/** Edits of a programme, each with its way back; the last is the first to be undone. */
export function useProgramme(delegationId: string) {
  const { t } = useTranslation('delegations')
  const undos = useRef<ProgrammeUndo[]>([])
  const [canUndo, setCanUndo] = useState(false)

  const remember = useCallback((undo: ProgrammeUndo) => {
    undos.current = [...undos.current.slice(-49), undo]
    setCanUndo(true)
  }, [])

  const undo = useCallback(async () => {
    const last = undos.current.at(-1)
    if (!last) return
    undos.current = undos.current.slice(0, -1)
    setCanUndo(undos.current.length > 0)
    try {
      await client.delegations.editProgramme({ delegationId, ...last })
    } catch (error) {
      tellError(error)
    }
  }, [delegationId])

  const edit = useCallback(
    async (put: readonly Put[], remove: readonly string[] = [], said?: string): Promise<readonly string[]> => {
      try {
        const done = await client.delegations.editProgramme({ delegationId, put: [...put], remove: [...remove] })
        remember(done.undo)
        if (said) tellUndo(said, undo)
        return done.ids
      } catch (error) {
        tellError(error)
        return []
      }
    },
    [delegationId, remember, undo],
  )

  const copy = useCallback(
    async (source: { template: string | null; fromDelegationId: string | null }, startOn: string) => {
      const done = await client.delegations.copyProgramme({ delegationId, ...source, startOn })
      remember(done.undo)
      tellUndo(t('programme.copied', { count: done.ids.length }), undo)
    },
    [delegationId, remember, undo, t],
  )

  const ask = useCallback(
    async (ids: readonly string[]) => {
      try {
        const done = await client.delegations.answerHosts({ delegationId, ids: [...ids], state: 'ASKED' })
        remember(done.undo)
        tellUndo(t('programme.asked', { count: ids.length }), undo)
      } catch (error) {
        tellError(error)
      }
    },
    [delegationId, remember, undo, t],
  )

  return { edit, undo, canUndo, copy, ask }
}
