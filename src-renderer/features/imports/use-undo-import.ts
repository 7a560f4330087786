import { useTranslation } from 'react-i18next'
import { client, refreshData } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'

/** Takes an import back and says what became of it. */
export function useUndoImport(): (batchId: string) => Promise<void> {
  const { t } = useTranslation('imports')
  return async (batchId) => {
    try {
      const stream = await client.imports.undo({ batchId })
      let next = await stream.next()
      while (!next.done) next = await stream.next()
      const { removed, restored, kept } = next.value
      const left = kept.length > 0 ? ` ${t('done.kept', { count: kept.length })}` : ''
      tell({ text: `${t('done.undone', { removed, restored })}${left}`, tone: kept.length > 0 ? 'warn' : 'good' })
      refreshData()
    } catch (error) {
      tellError(error)
    }
  }
}
