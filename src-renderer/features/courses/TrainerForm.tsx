import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { trainerKinds, trainingLanguages } from '../../../src-core/courses/trainer.ts'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { MoneyField } from '../../ui/form/MoneyField.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { StaffPicker } from '../people/StaffPicker.tsx'
import { languageName } from './language-names.ts'
import { RecordForm } from './RecordForm.tsx'
import classes from './RecordPanel.module.css'
import { TopicsPicker } from './TopicPicker.tsx'
import type { TrainerValues } from './trainer-form.ts'

type Props = {
  readonly id: string
  readonly form: ReturnType<typeof useForm<TrainerValues>>
  readonly readOnly: boolean
  readonly fresh?: boolean
}

/** Everything a person types of a trainer, but for what is sealed. */
export function TrainerForm({ id, form, readOnly, fresh = false }: Props) {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const internal = form.values.kind === 'internal'
  return (
    <RecordForm id={id} form={form} readOnly={readOnly} fresh={fresh}>
      <Fields>
        <Select
          label={t('trainers.kind')}
          data={trainerKinds.map((value) => ({ value, label: t(`word.trainerKind.${value}`) }))}
          allowDeselect={false}
          {...form.choice('kind')}
        />
        {internal ? (
          <StaffPicker
            required
            clearable={false}
            label={t('trainers.person')}
            description={t('trainers.personHint')}
            {...form.choice('personId')}
          />
        ) : (
          <TextInput label={t('trainers.name')} required {...form.text('name')} />
        )}
        {!internal && <TextInput label={t('trainers.institution')} {...form.text('institution')} />}
      </Fields>
      <Fields columns={2}>
        <TextInput label={t('trainers.email')} type="email" {...form.text('email')} />
        <TextInput label={t('trainers.phone')} type="tel" {...form.text('phone')} />
      </Fields>
      <Fields>
        <TopicsPicker label={t('trainers.topics')} {...form.of('topicIds')} />
      </Fields>
      <Fields columns={2}>
        <MultiSelect
          label={t('trainers.languages')}
          data={trainingLanguages.map((value) => ({ value, label: languageName(value, language) }))}
          searchable
          hidePickedOptions
          classNames={{ inputField: classes.pillInput ?? '' }}
          {...form.of('languages')}
          value={[...form.values.languages]}
        />
        <MoneyField label={t('trainers.dailyFee')} {...form.of('dailyFeeMinor')} />
      </Fields>
    </RecordForm>
  )
}
