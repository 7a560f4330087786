import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type Delegation,
  delegationFieldsSchema,
  delegationLanguages,
} from '../../../src-core/delegations/delegation.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { type Problems, schemaProblems } from '../../ui/form/problems.ts'
import { useForm } from '../../ui/form/use-form.ts'
import classes from './delegations.module.css'
import { choicesOf } from './words.ts'

type Values = {
  readonly titleTr: string
  readonly titleEn: string
  readonly objective: string
  readonly fromDate: string | null
  readonly toDate: string | null
  readonly parallelGroups: number | null
  readonly language: string | null
  readonly partner: string
  readonly coordinator: string
  readonly minAttendancePct: number | null
  readonly lessons: string
  readonly followUp: string
}

const valuesOf = (file: Delegation): Values => ({
  ...{ titleTr: file.titleTr, titleEn: file.titleEn, objective: file.objective, coordinator: file.coordinator },
  ...{ fromDate: file.fromDate, toDate: file.toDate, parallelGroups: file.parallelGroups, language: file.language },
  partner: file.partner ?? '',
  minAttendancePct: file.minAttendancePct,
  lessons: file.lessons ?? '',
  followUp: file.followUp ?? '',
})

const problems = (values: Values): Problems<Values> => ({
  ...(schemaProblems(delegationFieldsSchema, values) as Problems<Values>),
  ...(values.fromDate &&
    values.toDate &&
    values.fromDate > values.toDate && { toDate: { key: 'delegations:errors.rule.visitDatesReversed' } as const }),
})

const late = ['CERTIFIED', 'CLOSING', 'CLOSED', 'FOLLOWED_UP']

/** The data of a file itself. */
export function DelegationForm({ file, readOnly }: { readonly file: Delegation; readonly readOnly: boolean }) {
  const { t } = useTranslation('delegations')
  const form = useForm<Values>({
    initial: valuesOf(file),
    check: problems,
    draft: `delegation:${file.id}`,
    submit: async (values) => {
      const fields = delegationFieldsSchema.parse(values)
      await client.delegations.changeDelegation({ id: file.id, rowVersion: file.rowVersion, fields })
      tell({ text: t('files.saved'), tone: 'good' })
    },
  })
  return (
    <form {...form.props}>
      <fieldset className={`${classes.stack} ${classes.plain}`} disabled={readOnly}>
        <Fields columns={2}>
          <TextInput label={t('field.titleTr')} required {...form.text('titleTr')} />
          <TextInput label={t('field.titleEn')} required {...form.text('titleEn')} />
          <DateField label={t('field.fromDate')} required {...form.of('fromDate')} />
          <DateField label={t('field.toDate')} required {...form.of('toDate')} />
          <TextInput label={t('field.coordinator')} required {...form.text('coordinator')} />
          <TextInput label={t('field.partner')} {...form.text('partner')} />
          <NumberField label={t('field.parallelGroups')} required min={1} max={4} {...form.number('parallelGroups')} />
          <NumberField
            label={t('field.minAttendancePct')}
            required
            min={0}
            max={100}
            {...form.number('minAttendancePct')}
          />
          <Select
            label={t('field.language')}
            allowDeselect={false}
            data={choicesOf(delegationLanguages, 'languageOf')}
            {...form.choice('language')}
          />
        </Fields>
        <Fields>
          <Textarea label={t('field.objective')} autosize minRows={2} {...form.text('objective')} />
          {late.includes(file.state) && (
            <>
              <Textarea label={t('field.lessons')} autosize minRows={2} {...form.text('lessons')} />
              <Textarea label={t('field.followUp')} autosize minRows={2} {...form.text('followUp')} />
            </>
          )}
        </Fields>
        {!readOnly && <FormActions form={form} error={<ErrorNote error={form.failure} />} />}
      </fieldset>
    </form>
  )
}
