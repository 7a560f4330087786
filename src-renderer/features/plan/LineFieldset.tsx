import { Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type PlanLine, planLevels, planModes } from '../../../src-core/plan/plan.ts'
import { orpc } from '../../app/api.ts'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import { UnitPicker } from '../people/UnitPicker.tsx'
import type { LineValues } from './line-form.ts'
import { useMonths } from './use-plan-words.ts'

type Props = {
  readonly form: ReturnType<typeof useForm<LineValues>>
  /** What a level brings with it; left out, choosing one changes nothing else. */
  readonly onLevel?: (level: PlanLine['level']) => void
}

const everyone = { start: 0, end: 2000, sort: [{ column: 'name', descending: false }], filter: {}, search: '' }

/** The fields of a plan line. */
export function LineFieldset({ form, onLevel }: Props) {
  const { t } = useTranslation(['plan', 'records'])
  const months = useMonths()
  const trainers = useQuery(orpc.courses.listTrainers.queryOptions({ input: everyone }))
  const providers = useQuery(orpc.courses.listProviders.queryOptions({ input: everyone }))
  return (
    <>
      <Fields>
        <TextInput label={t('panel.name')} required {...form.text('name')} />
      </Fields>
      <Fields title={t('panel.who')} columns={2}>
        <NumberField label={t('panel.persons')} required {...form.number('personsPlanned')} />
        <NumberField label={t('panel.groups')} required {...form.number('groups')} />
        <NumberField label={t('panel.groupSize')} required {...form.number('groupSize')} />
        <UnitPicker label={t('panel.unit')} {...form.choice('unitId')} />
      </Fields>
      <Fields title={t('panel.when')} columns={2}>
        <Select
          label={t('panel.level')}
          allowDeselect={false}
          data={planLevels.map((value) => ({ value, label: t(`records:value.level.${value}`) }))}
          {...form.choice('level')}
          {...(onLevel && {
            onChange: (value: string | null) => {
              const level = planLevels.find((one) => one === value)
              if (level) onLevel(level)
            },
          })}
        />
        <NumberField label={t('panel.hours')} required decimalScale={1} {...form.number('lessonHours')} />
        <Select
          label={t('panel.month')}
          clearable
          placeholder={t('months')}
          data={months.map((label, at) => ({ value: String(at + 1), label }))}
          {...form.choice('month')}
        />
        <Select
          label={t('panel.quarter')}
          clearable
          data={['1', '2', '3', '4']}
          {...form.choice('quarter')}
          {...(form.values.month !== null && {
            value: String(Math.ceil(Number(form.values.month) / 3)),
            disabled: true,
          })}
        />
        <Select
          label={t('panel.mode')}
          allowDeselect={false}
          data={planModes.map((value) => ({ value, label: t(`records:value.mode.${value}`) }))}
          {...form.choice('mode')}
        />
        <TextInput label={t('panel.responsible')} required {...form.text('responsible')} />
      </Fields>
      <Fields title={t('panel.giver')} columns={2}>
        <Select
          label={t('panel.trainer')}
          searchable
          clearable
          openOnFocus={false}
          data={(trainers.data?.rows ?? []).map(({ id, name, institution }) => ({
            value: id,
            label: institution ? `${name} · ${institution}` : name,
          }))}
          {...form.choice('trainerId')}
        />
        <Select
          label={t('panel.provider')}
          searchable
          clearable
          openOnFocus={false}
          data={(providers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.choice('providerId')}
        />
        <TextInput label={t('panel.permissionNo')} {...form.text('permissionNo')} />
      </Fields>
      <Fields>
        <Textarea label={t('panel.note')} autosize minRows={2} maxRows={6} {...form.text('note')} />
      </Fields>
    </>
  )
}
