import { Autocomplete, Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { certificateKinds, type Topic, topicLevels } from '../../../src-core/courses/topic.ts'
import { orpc } from '../../app/api.ts'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import { ObjectivesField } from './ObjectivesField.tsx'
import { RecordForm } from './RecordForm.tsx'
import classes from './RecordPanel.module.css'
import { TopicsPicker } from './TopicPicker.tsx'
import type { TopicValues } from './topic-form.ts'

type Props = {
  readonly id: string
  readonly form: ReturnType<typeof useForm<TopicValues>>
  readonly topic: Topic | undefined
  readonly readOnly: boolean
}

/** Everything a person types of a topic. */
export function TopicForm({ id, form, topic, readOnly }: Props) {
  const { t } = useTranslation('courses')
  const providers = useQuery(orpc.courses.providerOptions.queryOptions({ input: {} }))
  const named = topic?.defaultProvider
  const offered = providers.data?.providers ?? []
  const providerChoices = [...(named && !offered.some((one) => one.id === named.id) ? [named] : []), ...offered].map(
    (one) => ({ value: one.id, label: one.name }),
  )
  const hours = form.of('lessonHoursTenths')
  return (
    <RecordForm id={id} form={form} readOnly={readOnly} fresh={topic === undefined}>
      <Fields title={t('topics.sections.definition')} columns={2}>
        <CategoryAndCode form={form} />
      </Fields>
      <Fields>
        <TextInput label={t('topics.name')} required {...form.text('name')} />
        <TextInput label={t('topics.nameEn')} lang="en" {...form.text('nameEn')} />
      </Fields>
      <Fields columns={2}>
        <Select
          label={t('topics.level')}
          data={topicLevels.map((value) => ({ value, label: t(`word.level.${value}`) }))}
          allowDeselect={false}
          {...form.choice('level')}
        />
        <Select
          label={t('topics.certificate')}
          data={certificateKinds.map((value) => ({ value, label: t(`word.certificate.${value}`) }))}
          allowDeselect={false}
          {...form.choice('defaultCertificateKind')}
        />
        <NumberField
          label={t('topics.lessonHours')}
          decimalScale={1}
          step={0.5}
          min={0}
          required
          {...hours}
          value={hours.value === null ? '' : hours.value / 10}
          onChange={(value) => hours.onChange(typeof value === 'number' ? Math.round(value * 10) : null)}
        />
        <NumberField label={t('topics.lessonMinutes')} min={0} required {...form.number('lessonMinutes')} />
      </Fields>
      <Fields title={t('topics.sections.audience')}>
        <TextInput label={t('topics.targetGroups')} {...form.text('targetGroups')} />
        <TextInput
          label={t('topics.legalBasis')}
          description={t('topics.legalBasisHint')}
          {...form.text('legalBasis')}
        />
        <TopicsPicker
          label={t('topics.prerequisites')}
          without={topic ? [topic.id] : []}
          {...form.of('prerequisites')}
        />
      </Fields>
      <Fields columns={2}>
        <NumberField
          label={t('topics.repeatMonths')}
          placeholder={t('topics.repeatHint')}
          min={0}
          {...form.number('repeatMonths')}
        />
        <Select
          label={t('topics.provider')}
          searchable
          clearable
          data={providerChoices}
          {...form.choice('defaultProviderId')}
        />
      </Fields>
      <Fields title={t('topics.sections.content')}>
        <ObjectivesField {...form.of('objectives')} />
        <Behaviours {...form.of('behaviours')} />
        <TagsInput
          label={t('topics.aliases')}
          description={t('topics.aliasesHint')}
          splitChars={[';', '|']}
          {...form.of('aliases')}
          value={[...form.values.aliases]}
        />
      </Fields>
      {topic && <TrainersOf topic={topic} />}
    </RecordForm>
  )
}

function CategoryAndCode({ form }: Pick<Props, 'form'>) {
  const { t } = useTranslation('courses')
  const categories = useQuery(orpc.courses.topicCategories.queryOptions())
  const category = form.values.category.trim()
  const next = useQuery({
    ...orpc.courses.proposeTopicCode.queryOptions({ input: { category } }),
    enabled: category.length >= 2 && form.values.code.trim() === '',
  })
  const field = form.of('category')
  return (
    <>
      <Autocomplete
        label={t('topics.category')}
        required
        data={(categories.data?.categories ?? []).map((one) => one.category).filter(Boolean)}
        {...field}
      />
      <TextInput
        label={t('topics.code')}
        required
        {...form.text('code')}
        rightSectionWidth="auto"
        rightSection={
          next.data && form.values.code.trim() === '' ? (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('topics.nextCode', { code: next.data.code })}
              onClick={() => form.set('code', next.data.code)}
            >
              {next.data.code}
            </Button>
          ) : undefined
        }
      />
    </>
  )
}

type BehavioursProps = {
  readonly id: string
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  readonly onBlur: () => void
}

function Behaviours({ id, value, onChange, onBlur }: BehavioursProps) {
  const { t } = useTranslation('courses')
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{t('topics.behaviours')}</legend>
      <p className={classes.hint}>{t('topics.behavioursHint')}</p>
      <div className={classes.items}>
        {value.map((text, at) => (
          <Textarea
            // biome-ignore lint/suspicious/noArrayIndexKey: there are always three places, and they have no other name
            key={at}
            {...(at === 0 && { id })}
            aria-label={t('topics.behaviour', { number: at + 1 })}
            placeholder={t('topics.behaviour', { number: at + 1 })}
            autosize
            minRows={1}
            value={text}
            onBlur={onBlur}
            onChange={(event) => onChange(value.map((old, place) => (place === at ? event.currentTarget.value : old)))}
          />
        ))}
      </div>
    </fieldset>
  )
}

function TrainersOf({ topic }: { readonly topic: Topic }) {
  const { t } = useTranslation('courses')
  return (
    <Fields title={t('topics.trainersOf')}>
      {topic.trainers.length === 0 ? (
        <p className={classes.hint}>{t('topics.noTrainers')}</p>
      ) : (
        <p className={classes.names}>{topic.trainers.map((trainer) => trainer.name).join(', ')}</p>
      )}
    </Fields>
  )
}
