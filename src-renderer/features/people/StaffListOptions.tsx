import { Checkbox, MultiSelect, SegmentedControl, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EmploymentType } from '../../../src-core/database/schema.ts'
import { employmentTypes } from '../../../src-core/people/staff.ts'
import { DateField } from '../../ui/form/DateField.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import type { ListChoices } from './list-choices.ts'
import classes from './list-import.module.css'
import { UnitPicker } from './UnitPicker.tsx'

type Props = {
  readonly choices: ListChoices
  readonly onChange: (part: Partial<ListChoices>) => void
}

const isType = (value: string | null): value is EmploymentType => employmentTypes.some((type) => type === value)

/** How a staff list is to be taken: whether it has everybody, and what stands for cells it leaves empty. */
export function StaffListOptions({ choices, onChange }: Props) {
  const { t } = useTranslation('people')
  const types = employmentTypes.map((value) => ({ value, label: t(`employmentType.${value}`) }))
  const whole = choices.mode === 'snapshot'
  return (
    <Section title={t('list.optionsTitle')}>
      <div className={classes.options}>
        <div>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('list.mode')}
            value={choices.mode}
            onChange={(mode) => onChange({ mode: mode === 'snapshot' ? 'snapshot' : 'update', confirmed: null })}
            data={[
              { value: 'update', label: t('list.update') },
              { value: 'snapshot', label: t('list.snapshot') },
            ]}
          />
          <p className={classes.quiet}>{t(whole ? 'list.snapshotText' : 'list.updateText')}</p>
        </div>
        {whole && (
          <MultiSelect
            label={t('list.completeTypes')}
            description={t('list.completeTypesHint')}
            data={types}
            value={[...choices.completeTypes]}
            onChange={(values) => onChange({ completeTypes: values.filter(isType), confirmed: null })}
          />
        )}
        <DateField
          label={t('list.leaveDate')}
          description={t('list.leaveDateHint')}
          value={choices.leaveDate}
          onChange={(leaveDate) => onChange({ leaveDate })}
        />
        <Select
          label={t('list.employmentType')}
          description={t('list.employmentTypeHint')}
          clearable
          data={types}
          value={choices.employmentType}
          onChange={(value) => onChange({ employmentType: isType(value) ? value : null })}
        />
        <UnitPicker
          label={t('list.unit')}
          description={t('list.employmentTypeHint')}
          value={choices.unitId}
          onChange={(unitId) => onChange({ unitId })}
        />
        <Checkbox
          label={t('list.addTitles')}
          checked={choices.addTitles}
          onChange={(event) => onChange({ addTitles: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('list.takeNationalIds')}
          checked={choices.takeNationalIds}
          onChange={(event) => onChange({ takeNationalIds: event.currentTarget.checked })}
        />
      </div>
    </Section>
  )
}
