import { Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { unitKinds } from '../../../src-core/people/unit.ts'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import { RecordForm } from '../courses/RecordForm.tsx'
import { StaffPicker } from './StaffPicker.tsx'
import { UnitPicker } from './UnitPicker.tsx'
import type { UnitValues } from './unit-form.ts'

type Props = {
  readonly id: string
  readonly form: ReturnType<typeof useForm<UnitValues>>
  readonly readOnly: boolean
}

/** Everything a person types of a unit. */
export function UnitForm({ id, form, readOnly }: Props) {
  const { t } = useTranslation('people')
  return (
    <RecordForm id={id} form={form} readOnly={readOnly}>
      <Fields title={t('units.names')}>
        <TextInput label={t('units.nameField')} required {...form.text('name')} />
        <TextInput label={t('units.nameEn')} {...form.text('nameEn')} />
        <TagsInput
          label={t('units.aliases')}
          description={t('units.aliasesHint')}
          splitChars={[';', '|']}
          {...form.of('aliases')}
          value={[...form.values.aliases]}
        />
      </Fields>
      <Fields title={t('units.place')}>
        <UnitPicker
          label={t('units.parent')}
          description={t('units.parentHint')}
          placeholder={t('units.noParent')}
          {...form.choice('parentId')}
        />
      </Fields>
      <Fields columns={2}>
        <TextInput label={t('units.code')} required {...form.text('code')} />
        <Select
          label={t('units.kind')}
          required
          allowDeselect={false}
          data={unitKinds.map((value) => ({ value, label: t(`unitKind.${value}`) }))}
          {...form.choice('kind')}
        />
        <DateField label={t('units.validFrom')} {...form.of('validFrom')} />
        <DateField label={t('units.validTo')} {...form.of('validTo')} />
        <TextInput label={t('units.costCentre')} {...form.text('costCentre')} />
      </Fields>
      <Fields title={t('units.people')}>
        <StaffPicker label={t('units.manager')} {...form.choice('managerId')} />
        <StaffPicker label={t('units.coordinator')} {...form.choice('coordinatorId')} />
      </Fields>
    </RecordForm>
  )
}
