import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Trainer } from '../../../src-core/courses/trainer.ts'
import { client, orpc } from '../../app/api.ts'
import { tell } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { ActivityButton, ActivityWord } from './Activity.tsx'
import { AvailabilityTab } from './AvailabilityTab.tsx'
import type { PanelProps } from './ListScreen.tsx'
import { LoadingPanel, RecordPanel } from './RecordPanel.tsx'
import { TrainerForm } from './TrainerForm.tsx'
import { TrainerSecrets } from './TrainerSecrets.tsx'
import { newTrainer, trainerFields, trainerProblems, valuesOf } from './trainer-form.ts'
import { useMay } from './use-may.ts'

const formId = 'trainer-form'

/** One trainer with fields, availability and history, or the form of a new one. */
export function TrainerPanel(props: PanelProps) {
  const { t } = useTranslation('courses')
  const { id, ...rest } = props
  const found = useQuery({
    ...orpc.courses.getTrainer.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  if (id === undefined) return <NewTrainer {...props} />
  if (!found.data)
    return (
      <LoadingPanel title={t('trainers.title')} error={found.error} onRetry={() => void found.refetch()} {...rest} />
    )
  return <TrainerRecord trainer={found.data} {...rest} />
}

function NewTrainer({ onClose, onAdded }: PanelProps) {
  const { t } = useTranslation('courses')
  const form = useForm({
    initial: newTrainer,
    check: trainerProblems,
    draft: 'trainer:new',
    submit: async (values) => {
      const { id } = await client.courses.addTrainer(trainerFields(values))
      const { name } = await client.courses.getTrainer({ id })
      tell({ text: t('said.added', { name }), tone: 'good' })
      onAdded(id)
    },
  })
  return (
    <RecordPanel
      title={t('trainers.new')}
      record={undefined}
      onClose={onClose}
      onStep={undefined}
      formId={formId}
      busy={form.busy}
      details={<TrainerForm id={formId} form={form} readOnly={false} fresh />}
    />
  )
}

type RecordProps = Omit<PanelProps, 'id'> & { readonly trainer: Trainer }

function TrainerRecord({ trainer, onClose, onStep }: RecordProps) {
  const { t } = useTranslation('courses')
  const may = useMay()
  return (
    <RecordPanel
      title={trainer.name}
      note={
        <>
          <span>{t(`word.trainerKind.${trainer.kind}`)}</span>
          {trainer.registryNo && <span>{trainer.registryNo}</span>}
          <ActivityWord active={trainer.active} />
          {trainer.left && <StatusWord tone="warn">{t('trainers.left')}</StatusWord>}
        </>
      }
      record={{ table: 'trainer', id: trainer.id }}
      onClose={onClose}
      onStep={onStep}
      formId={may.edit ? formId : undefined}
      actions={
        may.edit && (
          <ActivityButton
            name={trainer.name}
            active={trainer.active}
            record={trainer}
            deactivate={(record) => client.courses.deactivateTrainer(record)}
            reactivate={(record) => client.courses.reactivateTrainer(record)}
          />
        )
      }
      details={
        <>
          <TrainerDetails key={trainer.rowVersion} trainer={trainer} readOnly={!may.edit} />
          {may.pay && <TrainerSecrets trainer={trainer} />}
        </>
      }
      tabs={[
        {
          id: 'availability',
          label: t('tabs.availability'),
          content: <AvailabilityTab trainerId={trainer.id} readOnly={!may.edit} />,
        },
      ]}
    />
  )
}

function TrainerDetails({ trainer, readOnly }: { readonly trainer: Trainer; readonly readOnly: boolean }) {
  const { t } = useTranslation('courses')
  const form = useForm({
    initial: valuesOf(trainer),
    check: trainerProblems,
    draft: `trainer:${trainer.id}`,
    submit: async (values) => {
      const { id, rowVersion } = trainer
      await client.courses.changeTrainer({ id, rowVersion, fields: trainerFields(values) })
      tell({ text: t('said.saved', { name: trainer.name }), tone: 'good' })
    },
  })
  return <TrainerForm id={formId} form={form} readOnly={readOnly} />
}
