import { ActionIcon, Button, Loader, TextInput, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import type { CompletedTraining } from '../../../src-core/people/staff.contract.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { DateText, useNumberLanguage } from '../../ui/values/texts.tsx'
import { TopicPicker } from '../courses/TopicPicker.tsx'
import classes from './StaffTrainings.module.css'

type Props = { readonly personId: string; readonly mayAdd: boolean }

/** Trainings somebody completed, the latest first, and the form for one taken elsewhere. */
export function StaffTrainings({ personId, mayAdd }: Props) {
  const { t } = useTranslation('people')
  const [adding, setAdding] = useState(false)
  const found = useQuery(orpc.people.trainingHistory.queryOptions({ input: { personId } }))
  if (found.isPending) return <Loader aria-label={t('staff.trainings')} />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const { trainings } = found.data
  return (
    <div className={classes.tab}>
      {adding && <TrainingForm personId={personId} onDone={() => setAdding(false)} />}
      {trainings.length > 0 && (
        <ol className={classes.list}>
          {trainings.map((training) => (
            <TrainingItem key={training.id} training={training} personId={personId} mayRemove={mayAdd} />
          ))}
        </ol>
      )}
      {trainings.length === 0 && !adding && (
        <EmptyState
          title={t('trainings.empty')}
          text={t('trainings.emptyText')}
          {...(mayAdd && { action: { label: t('trainings.add'), run: () => setAdding(true) } })}
        />
      )}
      {trainings.length > 0 && mayAdd && !adding && (
        <div>
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {t('trainings.add')}
          </Button>
        </div>
      )}
    </div>
  )
}

type ItemProps = { readonly training: CompletedTraining; readonly personId: string; readonly mayRemove: boolean }

function TrainingItem({ training, personId, mayRemove }: ItemProps) {
  const { t } = useTranslation('people')
  const language = useNumberLanguage()
  const { id, rowVersion, name, provider, completedOn, lessonHoursTenths: hours, certificateNo } = training
  const remove = async () => {
    try {
      await client.people.removeCompletedTraining({ id, rowVersion })
      const { topicId } = training
      const again = { personId, topicId, name, provider, completedOn, lessonHoursTenths: hours, certificateNo }
      tellUndo(t('said.trainingRemoved', { name }), () => client.people.addCompletedTraining(again).catch(tellError))
    } catch (error) {
      tellError(error)
    }
  }
  const details = [
    hours === null ? null : t('trainings.hoursShort', { hours: formatNumber(hours / 10, undefined, language) }),
    provider,
    certificateNo,
  ].filter(Boolean)
  return (
    <li className={classes.item}>
      <span className={classes.when}>
        <DateText iso={completedOn} />
      </span>
      <span className={classes.name}>{name}</span>
      {mayRemove && (
        <Tooltip label={t('trainings.remove', { name })}>
          <ActionIcon size="sm" aria-label={t('trainings.remove', { name })} onClick={() => void remove()}>
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      )}
      {details.length > 0 && <span className={classes.details}>{details.join(' · ')}</span>}
    </li>
  )
}

const empty = {
  topicId: null as string | null,
  name: '',
  provider: '',
  completedOn: null as string | null,
  hours: null as number | null,
  certificateNo: '',
}

function TrainingForm({ personId, onDone }: { readonly personId: string; readonly onDone: () => void }) {
  const { t } = useTranslation('people')
  const form = useForm({
    initial: empty,
    check: (values) => ({
      ...(values.name.trim() === '' && { name: { key: 'common:form.required' } as const }),
      ...(values.completedOn === null && { completedOn: { key: 'common:form.required' } as const }),
    }),
    draft: `training:${personId}`,
    submit: async ({ topicId, name, provider, completedOn, hours, certificateNo }) => {
      await client.people.addCompletedTraining({
        personId,
        topicId,
        name,
        provider,
        completedOn: completedOn ?? '',
        lessonHoursTenths: hours === null ? null : Math.round(hours * 10),
        certificateNo,
      })
      tell({ text: t('said.trainingAdded', { name }), tone: 'good' })
      onDone()
    },
  })
  return (
    <form {...form.props}>
      <Fields title={t('trainings.add')}>
        <TextInput label={t('trainings.name')} required {...form.text('name')} />
        <TopicPicker label={t('trainings.topic')} {...form.choice('topicId')} />
        <TextInput label={t('trainings.provider')} {...form.text('provider')} />
      </Fields>
      <Fields columns={2}>
        <DateField label={t('trainings.completedOn')} required {...form.of('completedOn')} />
        <NumberField label={t('trainings.hours')} decimalScale={1} min={0} {...form.number('hours')} />
        <TextInput label={t('trainings.certificateNo')} {...form.text('certificateNo')} />
      </Fields>
      <FormActions form={form} onCancel={onDone} error={<ErrorNote error={form.failure} />} />
    </form>
  )
}
