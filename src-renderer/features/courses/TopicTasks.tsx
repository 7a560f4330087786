import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../../src-core/courses/topic.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import { Facts } from '../../ui/screen/Section.tsx'
import { NumberText } from '../../ui/values/texts.tsx'
import classes from './RecordPanel.module.css'
import { TopicPicker } from './TopicPicker.tsx'

/** What can be done with a topic beside changing it, as far as it needs another topic. */
export type TopicTask = 'merge' | 'retire'

type MenuProps = { readonly topic: Topic; readonly onChoose: (task: TopicTask) => void }

/** Merge, retire, turn down, bring back: whatever the topic's state allows. */
export function TopicTaskMenu({ topic, onChoose }: MenuProps) {
  const { t } = useTranslation(['courses', 'common'])
  const { id, rowVersion, name, state } = topic
  const reactivate = async () => {
    await client.courses.reactivateTopic({ id, rowVersion })
    tell({ text: t('topics.reactivated', { name }), tone: 'good' })
  }
  const reject = async () => {
    const answer = await client.courses.retireTopic({ id, rowVersion, supersededById: null })
    tellUndo(t('topics.rejected', { name }), async () => {
      await client.courses.reactivateTopic({ id, rowVersion: answer.rowVersion })
    })
  }
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
          {t('common:actions.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {state === 'RETIRED' ? (
          <Menu.Item onClick={() => void reactivate().catch(tellError)}>{t('actions.reactivate')}</Menu.Item>
        ) : (
          <Menu.Item onClick={() => onChoose('merge')}>{t('topics.merge')}</Menu.Item>
        )}
        {state === 'ACTIVE' && <Menu.Item onClick={() => onChoose('retire')}>{t('topics.retire')}</Menu.Item>}
        {state === 'PROPOSED' && (
          <Menu.Item onClick={() => void reject().catch(tellError)}>{t('topics.reject')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

type BoxProps = { readonly task: TopicTask; readonly topic: Topic; readonly onDone: () => void }

/** Asks for the other topic, says what will move, and does it; a merge can be taken back. */
export function TopicTaskBox({ task, topic, onDone }: BoxProps) {
  const { t } = useTranslation('courses')
  const [intoId, setIntoId] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const merging = task === 'merge'

  const run = async () => {
    setBusy(true)
    setFailure(null)
    try {
      if (merging) await merge(topic, intoId ?? '')
      else await retire(topic, intoId)
      onDone()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const merge = async ({ id, rowVersion, name }: Topic, other: string) => {
    const { commandId } = await client.courses.mergeTopics({ id, rowVersion, intoId: other })
    const [into] = (await client.courses.topicsByIds({ ids: [other] })).topics
    tellUndo(t('topics.merged', { name, into: into?.name ?? '' }), async () => {
      const { kept } = await client.courses.undoTopicMerge({ commandId })
      tell({ text: kept > 0 ? t('topics.mergeUndonePartly', { count: kept }) : t('topics.mergeUndone'), tone: 'good' })
    })
  }
  const retire = async ({ id, rowVersion, name }: Topic, supersededById: string | null) => {
    const answer = await client.courses.retireTopic({ id, rowVersion, supersededById })
    tellUndo(t('topics.retired', { name }), async () => {
      await client.courses.reactivateTopic({ id, rowVersion: answer.rowVersion })
    })
  }
  return (
    <section className={classes.box} aria-label={t(merging ? 'topics.mergeTitle' : 'topics.retireTitle')}>
      <h3>{t(merging ? 'topics.mergeTitle' : 'topics.retireTitle')}</h3>
      <p className={classes.boxText}>{t(merging ? 'topics.mergeHint' : 'topics.retireHint')}</p>
      <TopicPicker
        label={t(merging ? 'topics.mergeInto' : 'topics.supersedes')}
        value={intoId}
        onChange={setIntoId}
        without={[topic.id]}
      />
      {merging && intoId && <Moving id={topic.id} intoId={intoId} />}
      <ErrorNote error={failure} />
      <div className={classes.boxButtons}>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('actions.discard')}
        </Button>
        <Button size="xs" loading={busy} disabled={merging && !intoId} onClick={() => void run()}>
          {t(merging ? 'topics.mergeNow' : 'topics.retireNow')}
        </Button>
      </div>
    </section>
  )
}

function Moving({ id, intoId }: { readonly id: string; readonly intoId: string }) {
  const { t } = useTranslation('courses')
  const preview = useQuery(orpc.courses.previewTopicMerge.queryOptions({ input: { id, intoId } }))
  if (preview.isError) return <ErrorNote error={preview.error} />
  const moves = preview.data
  if (!moves) return null
  return (
    <div>
      <p className={classes.legend}>{t('topics.moves')}</p>
      <Facts
        facts={[
          [t('topics.moveNeeds'), <NumberText key="needs" value={moves.needLines} />],
          [t('topics.moveTrainings'), <NumberText key="trainings" value={moves.completedTrainings} />],
          [t('topics.moveTrainers'), <NumberText key="trainers" value={moves.trainers} />],
          [t('topics.moveAliases'), <NumberText key="aliases" value={moves.aliases} />],
          [t('topics.movePrerequisites'), <NumberText key="before" value={moves.prerequisiteOf} />],
        ]}
      />
    </div>
  )
}
