import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { educationLevels, employmentTypes } from '../../../src-core/people/staff.ts'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import { RecordForm } from '../courses/RecordForm.tsx'
import { StaffPicker } from './StaffPicker.tsx'
import type { StaffValues } from './staff-form.ts'
import { TitlePicker } from './TitlePicker.tsx'
import { UnitPicker } from './UnitPicker.tsx'

type Props = {
  readonly id: string
  readonly form: ReturnType<typeof useForm<StaffValues>>
  readonly readOnly: boolean
}

/** Everything a person types of a member of staff. */
export function StaffForm({ id, form, readOnly }: Props) {
  const { t } = useTranslation('people')
  return (
    <RecordForm id={id} form={form} readOnly={readOnly}>
      <Fields columns={2}>
        <TextInput label={t('staff.givenNames')} required {...form.text('givenNames')} />
        <TextInput label={t('staff.surname')} required {...form.text('surname')} />
        <TextInput label={t('staff.registryNo')} required {...form.text('registryNo')} />
        <Select
          label={t('staff.employmentType')}
          required
          allowDeselect={false}
          data={employmentTypes.map((value) => ({ value, label: t(`employmentType.${value}`) }))}
          {...form.choice('employmentType')}
        />
      </Fields>
      <Fields title={t('staff.duty')}>
        <UnitPicker label={t('staff.unit')} required clearable={false} {...form.choice('unitId')} />
        <TitlePicker label={t('staff.job')} {...form.choice('titleId')} />
      </Fields>
      <Fields columns={2}>
        <TextInput label={t('staff.position')} {...form.text('position')} />
        <DateField label={t('staff.hireDate')} {...form.of('hireDate')} />
      </Fields>
      <Fields>
        <StaffPicker
          label={t('staff.manager')}
          description={t('staff.managerHint')}
          {...form.choice('managerOverrideId')}
        />
      </Fields>
      <Fields title={t('staff.contact')} columns={2}>
        <TextInput label={t('staff.email')} type="email" {...form.text('email')} />
        <TextInput label={t('staff.phone')} {...form.text('phone')} />
      </Fields>
      <Fields title={t('staff.more')} columns={2}>
        <Select
          label={t('staff.gender')}
          clearable
          data={(['F', 'M'] as const).map((value) => ({ value, label: t(`gender.${value}`) }))}
          {...form.choice('gender')}
        />
        <Select
          label={t('staff.educationLevel')}
          clearable
          data={educationLevels.map((value) => ({ value, label: t(`educationLevel.${value}`) }))}
          {...form.choice('educationLevel')}
        />
      </Fields>
    </RecordForm>
  )
}
