import { Checkbox, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { holidayHalves, holidayKinds } from '../../../src-core/courses/holiday.ts'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import type { HolidayValues } from './holiday-form.ts'
import { RecordForm } from './RecordForm.tsx'

type HolidayKind = (typeof holidayKinds)[number]

type Props = {
  readonly id: string
  readonly form: ReturnType<typeof useForm<HolidayValues>>
  readonly readOnly: boolean
  readonly fresh?: boolean
  /** A new holiday may run over several days. */
  readonly span: boolean
}

/** Everything a person types of a holiday. */
export function HolidayForm({ id, form, readOnly, span, fresh = false }: Props) {
  const { t } = useTranslation('courses')
  const kind = form.choice('kind')
  const word = (value: HolidayKind) => t(`word.holidayKind.${value}`)
  const kindWords: readonly string[] = ['', ...holidayKinds.map(word)]
  return (
    <RecordForm id={id} form={form} readOnly={readOnly} fresh={fresh}>
      <Fields>
        <TextInput label={t('holidays.name')} required {...form.text('name')} />
        <TextInput label={t('holidays.nameEn')} lang="en" {...form.text('nameEn')} />
      </Fields>
      <Fields columns={2}>
        <DateField label={t(span ? 'holidays.from' : 'holidays.date')} required {...form.of('date')} />
        {span && <DateField label={t('holidays.to')} {...form.of('to')} />}
        <Select
          label={t('holidays.kind')}
          allowDeselect={false}
          data={holidayKinds.map((value) => ({ value, label: word(value) }))}
          {...kind}
          onChange={(value) => {
            kind.onChange(value)
            // A name that only repeats the kind follows it.
            if (value && kindWords.includes(form.values.name)) form.set('name', word(value as HolidayKind))
          }}
        />
        <Select
          label={t('holidays.half')}
          allowDeselect={false}
          data={holidayHalves.map((value) => ({ value, label: t(`word.half.${value}`) }))}
          {...form.choice('half')}
        />
      </Fields>
      <Fields>
        {span && form.values.to && form.values.to !== form.values.date && (
          <Checkbox label={t('holidays.skipWeekends')} {...form.flag('skipWeekends')} />
        )}
        <Checkbox
          label={t('holidays.announcedField')}
          description={t('holidays.calculatedHint')}
          {...form.flag('announced')}
        />
      </Fields>
    </RecordForm>
  )
}
