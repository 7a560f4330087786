import { Checkbox, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import type { GroupValues } from './group-form.ts'
import { SignatoriesField } from './SignatoriesField.tsx'
import { kindChoices, languageChoices } from './words.ts'

type Props = { readonly form: ReturnType<typeof useForm<GroupValues>> }

/** The fields of an occasion. */
export function GroupForm({ form }: Props) {
  const { t } = useTranslation('certificates')
  return (
    <>
      <Fields columns={2}>
        <Select label={t('field.kind')} required allowDeselect={false} data={kindChoices()} {...form.choice('kind')} />
        <Select
          label={t('field.language')}
          required
          allowDeselect={false}
          data={languageChoices()}
          {...form.choice('language')}
        />
      </Fields>
      <Fields>
        <TextInput label={t('field.titleTr')} required {...form.text('titleTr')} />
        <TextInput label={t('field.titleEn')} required={form.values.language !== 'tr'} {...form.text('titleEn')} />
        <TextInput label={t('field.partner')} description={t('field.partnerHint')} {...form.text('partner')} />
      </Fields>
      <Fields columns={2}>
        <DateField label={t('field.fromDate')} required {...form.of('fromDate')} />
        <DateField label={t('field.toDate')} required {...form.of('toDate')} />
        <TextInput label={t('field.place')} {...form.text('place')} />
        <TextInput label={t('field.placeEn')} {...form.text('placeEn')} />
        <NumberField label={t('field.hours')} required min={0} decimalScale={1} {...form.number('hours')} />
        <DateField label={t('field.validUntil')} {...form.of('validUntil')} />
      </Fields>
      <Fields title={t('groups.rules')} columns={2}>
        <NumberField
          label={t('field.minAttendancePct')}
          required
          min={0}
          max={100}
          {...form.number('minAttendancePct')}
        />
        <NumberField
          label={t('field.passMark')}
          min={0}
          max={100}
          disabled={!form.values.testRequired}
          {...form.number('passMark')}
        />
        <Checkbox label={t('field.testRequired')} {...form.flag('testRequired')} />
      </Fields>
      <Fields title={t('field.signatories')}>
        <SignatoriesField
          value={form.values.signatories}
          onChange={(signatories) => form.set('signatories', signatories)}
        />
      </Fields>
    </>
  )
}
