import { Autocomplete, Checkbox, Select, TagsInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { roomLayouts } from '../../../src-core/courses/room.ts'
import { orpc } from '../../app/api.ts'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import { UnitPicker } from '../people/UnitPicker.tsx'
import { RecordForm } from './RecordForm.tsx'
import type { RoomValues } from './room-form.ts'

type Props = {
  readonly id: string
  readonly form: ReturnType<typeof useForm<RoomValues>>
  readonly readOnly: boolean
  readonly fresh?: boolean
}

/** Everything a person types of a room. */
export function RoomForm({ id, form, readOnly, fresh = false }: Props) {
  const { t } = useTranslation('courses')
  const facets = useQuery(orpc.courses.roomFacets.queryOptions())
  return (
    <RecordForm id={id} form={form} readOnly={readOnly} fresh={fresh}>
      <Fields columns={2}>
        <TextInput label={t('rooms.code')} required {...form.text('code')} />
        <NumberField label={t('rooms.capacity')} min={0} required {...form.number('capacity')} />
      </Fields>
      <Fields>
        <TextInput label={t('rooms.name')} required {...form.text('name')} />
        <Autocomplete label={t('rooms.venue')} required data={facets.data?.venues ?? []} {...form.of('venue')} />
        <TextInput label={t('rooms.address')} {...form.text('address')} />
      </Fields>
      <Fields columns={2}>
        <Select
          label={t('rooms.layout')}
          data={roomLayouts.map((value) => ({ value, label: t(`word.layout.${value}`) }))}
          clearable
          {...form.choice('layout')}
        />
        <UnitPicker label={t('rooms.unit')} {...form.choice('unitId')} />
        <TextInput label={t('rooms.bookableFrom')} inputMode="numeric" {...form.text('bookableFrom')} />
        <TextInput label={t('rooms.bookableTo')} inputMode="numeric" {...form.text('bookableTo')} />
      </Fields>
      <Fields>
        <TagsInput
          label={t('rooms.equipment')}
          description={t('rooms.equipmentHint')}
          data={facets.data?.equipment ?? []}
          splitChars={[';', '|', ',']}
          {...form.of('equipment')}
          value={[...form.values.equipment]}
        />
        <Checkbox label={t('rooms.accessible')} description={t('rooms.accessibleHint')} {...form.flag('accessible')} />
      </Fields>
    </RecordForm>
  )
}
