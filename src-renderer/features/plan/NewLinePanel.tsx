import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { levelDefaults } from '../../../src-core/plan/plan.rules.ts'
import type { Plan, PlanLine } from '../../../src-core/plan/plan.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { useOfficer } from '../../app/session.ts'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { TopicPicker } from '../courses/TopicPicker.tsx'
import { LineFieldset } from './LineFieldset.tsx'
import { lineFieldsOf, lineProblems, newLineValues } from './line-form.ts'
import type { useLineActions } from './use-line-actions.ts'

type Props = {
  readonly plan: Plan
  readonly changeReason: string | null
  readonly actions: ReturnType<typeof useLineActions>
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}

const formId = 'plan-new-line'
const sources = ['management', 'legal', 'union', 'carryOver', 'delegation'] as const

/** A line that no demand asks for; its level brings hours, group size and mode with it. */
export function NewLinePanel({ plan, changeReason, actions, onClose, onAdded }: Props) {
  const { t } = useTranslation(['plan', 'records', 'common'])
  const officer = useOfficer()
  const [topicId, setTopicId] = useState<string | null>(null)
  const [source, setSource] = useState<(typeof sources)[number]>('management')
  const form = useForm({
    initial: newLineValues('ONE_DAY', officer?.displayName ?? ''),
    check: lineProblems,
    draft: `plan.line.${plan.id}`,
    submit: async (values) => {
      const fields = lineFieldsOf(values)
      const done = await actions.run(
        client.plan.addLine({ planId: plan.id, topicId, source, fields, changeReason }),
        () => t('lines.added', { name: fields.name }),
      )
      if (done) onAdded(done.id)
    },
  })
  const fill = (level: PlanLine['level']) => {
    const { lessonHours, groupSize, mode } = levelDefaults[level]
    form.set('level', level)
    form.set('lessonHours', lessonHours)
    form.set('groupSize', groupSize)
    form.set('mode', mode)
  }
  const chooseTopic = (id: string | null) => {
    setTopicId(id)
    if (id === null) return
    client.courses
      .getTopic({ id })
      .then(({ name, level, lessonHoursTenths }) => {
        fill(level)
        form.set('name', name)
        if (lessonHoursTenths > 0) form.set('lessonHours', lessonHoursTenths / 10)
      })
      .catch(tellError)
  }
  return (
    <SidePanel
      title={t('panel.new')}
      width={524}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} loading={form.busy}>
          {t('lines.add')}
        </Button>
      }
    >
      <form id={formId} {...form.props}>
        <Fields>
          <TopicPicker
            label={t('panel.topic')}
            placeholder={t('panel.noTopic')}
            value={topicId}
            onChange={chooseTopic}
          />
          <Select
            label={t('panel.source')}
            allowDeselect={false}
            data={sources.map((value) => ({ value, label: t(`records:value.source.${value}`) }))}
            value={source}
            onChange={(value) => setSource(sources.find((one) => one === value) ?? 'management')}
          />
        </Fields>
        <LineFieldset form={form} onLevel={fill} />
        <ErrorNote error={form.failure} />
      </form>
    </SidePanel>
  )
}
