import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../app/api.ts'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../../ui/feedback/toast.tsx'
import type { MergeTo } from './MergeTargets.tsx'

/** Merges wordings into a topic and splits them back, saying what was done. */
export function useMerging(cycleId: string) {
  const { t } = useTranslation('needsDecide')
  const [busy, setBusy] = useState(false)

  const splitBack = async (mergeId: string): Promise<void> => {
    try {
      const { lines, changedSince } = await client.needs.splitBack({ mergeId })
      const kept = changedSince > 0 ? ` ${t('merge.splitKept', { count: changedSince })}` : ''
      tell({ text: t('merge.split', { count: lines }) + kept, tone: changedSince > 0 ? 'warn' : 'good' })
    } catch (error) {
      tellError(error)
    }
  }

  /** Whether it was done. */
  const merge = async (keys: readonly string[], to: MergeTo, learn: boolean): Promise<boolean> => {
    if (keys.length === 0) return false
    setBusy(true)
    try {
      const topicId = 'propose' in to ? (await client.needs.proposeTopic({ name: to.propose })).topicId : to.topicId
      const { mergeId, lines } = await client.needs.merge({ cycleId, keys: [...keys], topicId, learn })
      tellUndo(t('merge.done', { count: lines, topic: await nameOf(topicId, to) }), () => splitBack(mergeId))
      return true
    } catch (error) {
      tellError(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, merge, splitBack }
}

async function nameOf(topicId: string, to: MergeTo): Promise<string> {
  if ('propose' in to) return to.propose
  if (to.name !== '') return to.name
  const [topic] = (await client.courses.topicsByIds({ ids: [topicId] })).topics
  return topic?.name ?? ''
}
