import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProposalCode } from '../../../src-core/courses/topic.rules.ts'
import type { Topic } from '../../../src-core/courses/topic.ts'
import { client, orpc } from '../../app/api.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import type { PanelProps } from './ListScreen.tsx'
import classes from './RecordPanel.module.css'
import { LoadingPanel, RecordPanel } from './RecordPanel.tsx'
import { TopicForm } from './TopicForm.tsx'
import { type TopicTask, TopicTaskBox, TopicTaskMenu } from './TopicTasks.tsx'
import { newTopic, topicFields, topicProblems, valuesOf } from './topic-form.ts'
import { useMay } from './use-may.ts'

const formId = 'topic-form'
const tones = { ACTIVE: 'good', PROPOSED: 'warn', RETIRED: 'neutral' } as const

/** One topic, or the form of a new one. */
export function TopicPanel(props: PanelProps) {
  const { t } = useTranslation('courses')
  const { id, ...rest } = props
  const found = useQuery({
    ...orpc.courses.getTopic.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  if (id === undefined) return <NewTopic {...props} />
  if (!found.data)
    return <LoadingPanel title={t('topics.title')} error={found.error} onRetry={() => void found.refetch()} {...rest} />
  return <TopicRecord topic={found.data} {...rest} />
}

function NewTopic({ onClose, onAdded }: PanelProps) {
  const { t } = useTranslation('courses')
  const form = useForm({
    initial: newTopic,
    check: topicProblems,
    draft: 'topic:new',
    submit: async (values) => {
      const { id } = await client.courses.addTopic(topicFields(values))
      tell({ text: t('said.added', { name: values.name }), tone: 'good' })
      onAdded(id)
    },
  })
  return (
    <RecordPanel
      title={t('topics.new')}
      record={undefined}
      onClose={onClose}
      onStep={undefined}
      formId={formId}
      busy={form.busy}
      details={<TopicForm id={formId} form={form} topic={undefined} readOnly={false} />}
    />
  )
}

type RecordProps = Omit<PanelProps, 'id'> & { readonly topic: Topic }

function TopicRecord({ topic, onClose, onStep }: RecordProps) {
  const { t } = useTranslation('courses')
  const may = useMay()
  const [task, setTask] = useState<TopicTask>()
  const proposed = topic.state === 'PROPOSED'
  const writes = proposed ? may.approve : may.edit
  return (
    <RecordPanel
      title={topic.name}
      note={
        <>
          {!isProposalCode(topic.code) && <span>{topic.code}</span>}
          <StatusWord tone={tones[topic.state]}>{t(`word.topicState.${topic.state}`)}</StatusWord>
          {topic.supersededBy && <span>{t('topics.supersededBy', { name: topic.supersededBy.name })}</span>}
        </>
      }
      record={{ table: 'topic', id: topic.id }}
      onClose={onClose}
      onStep={onStep}
      formId={writes ? formId : undefined}
      {...(proposed && { saveLabel: t('topics.accept') })}
      actions={may.approve && <TopicTaskMenu topic={topic} onChoose={setTask} />}
      details={
        <>
          {task && <TopicTaskBox key={task} task={task} topic={topic} onDone={() => setTask(undefined)} />}
          {proposed && !task && (
            <div className={classes.above}>
              <Note tone="warn" text={t('topics.acceptHint')} />
            </div>
          )}
          <TopicDetails key={topic.rowVersion} topic={topic} readOnly={!writes} />
        </>
      }
    />
  )
}

/** The fields as they stand; a new version of the topic brings a new form, what was typed in the old one stays as a draft. */
function TopicDetails({ topic, readOnly }: { readonly topic: Topic; readonly readOnly: boolean }) {
  const { t } = useTranslation('courses')
  const proposed = topic.state === 'PROPOSED'
  const form = useForm({
    initial: valuesOf(topic),
    check: topicProblems,
    draft: `topic:${topic.id}`,
    submit: async (values) => {
      const { id, rowVersion } = topic
      const fields = topicFields(values)
      if (proposed) await client.courses.acceptTopic({ id, rowVersion, fields })
      else await client.courses.changeTopic({ id, rowVersion, fields })
      tell({ text: t(proposed ? 'topics.accepted' : 'said.saved', { name: values.name }), tone: 'good' })
    },
  })
  return <TopicForm id={formId} form={form} topic={topic} readOnly={readOnly} />
}
