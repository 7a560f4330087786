import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CycleFields, CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { client, refreshData } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Fields } from '../../../ui/form/FormLayout.tsx'
import { NumberField } from '../../../ui/form/NumberField.tsx'
import type { Problems } from '../../../ui/form/problems.ts'
import { useForm } from '../../../ui/form/use-form.ts'
import { WeightFields } from '../priorities/WeightFields.tsx'
import classes from './CycleForm.module.css'
import { chooseCycle } from './use-cycle.ts'

export type CycleFormValues = CycleFields & { readonly year: number }

type Values = {
  year: number | null
  name: string
  opensOn: string | null
  closesOn: string | null
  eligibleTypes: CycleFields['eligibleTypes']
  maxLinesPerPerson: number | null
  weights: CycleFields['weights']
}

type Props = {
  readonly id: string
  /** Undefined while a new one is set up. */
  readonly cycle: CycleView | undefined
  readonly initial: CycleFormValues
  readonly onDone: () => void
}

const types = ['OFFICER', 'CONTRACTED', 'CANDIDATE_OFFICER', 'WORKER', 'COMPANY'] as const

function check(values: Values): Problems<Values> {
  const { year, name, opensOn, closesOn, eligibleTypes, maxLinesPerPerson } = values
  return {
    ...((year === null || year < 2000 || year > 2100) && { year: { key: 'needs:cycle.form.yearRange' } as const }),
    ...(name.trim().length < 2 && { name: { key: 'common:form.tooShort', values: { count: 2 } } as const }),
    ...(!opensOn && { opensOn: { key: 'common:form.required' } as const }),
    ...(!closesOn && { closesOn: { key: 'common:form.required' } as const }),
    ...(opensOn && closesOn && closesOn < opensOn && { closesOn: { key: 'needs:cycle.form.reversed' } as const }),
    ...(eligibleTypes.length === 0 && { eligibleTypes: { key: 'needs:cycle.form.chooseType' } as const }),
    ...((maxLinesPerPerson === null || maxLinesPerPerson < 1) && {
      maxLinesPerPerson: { key: 'common:form.tooSmall', values: { limit: 1 } } as const,
    }),
  }
}

/** Everything an officer decides of a cycle before it opens. */
export function CycleForm({ id, cycle, initial, onDone }: Props) {
  const { t } = useTranslation('needs')
  const form = useForm<Values>({
    initial: { ...initial },
    check,
    draft: cycle ? `cycle-${cycle.id}-${cycle.rowVersion}` : 'cycle-new',
    submit: async ({ year, ...values }) => {
      const fields = { ...values, name: values.name.trim() } as CycleFields
      if (cycle) {
        await client.needs.changeCycle({ id: cycle.id, rowVersion: cycle.rowVersion, fields })
        tell({ text: t('cycle.done.saved'), tone: 'good' })
      } else {
        const made = await client.needs.createCycle({ ...fields, year: year ?? 0 })
        tell({ text: t('cycle.done.created', { year: made.year }), tone: 'good' })
        // The panel goes first: choosing the new cycle draws the screen, and this form with it, anew.
        onDone()
        refreshData()
        return chooseCycle(made.id)
      }
      refreshData()
      onDone()
    },
  })
  const { value, onChange, error, ...chosen } = form.of('eligibleTypes')
  return (
    <form id={id} {...form.props} className={classes.form}>
      <Fields>
        {!cycle && (
          <NumberInput
            label={t('cycle.form.year')}
            description={t('cycle.form.yearHint')}
            className={classes.short ?? ''}
            hideControls
            {...form.number('year')}
          />
        )}
        <TextInput label={t('cycle.form.name')} {...form.text('name')} />
      </Fields>
      <Fields columns={2}>
        <DateField label={t('cycle.form.opensOn')} description={t('cycle.form.opensHint')} {...form.of('opensOn')} />
        <DateField label={t('cycle.form.closesOn')} description={t('cycle.form.closesHint')} {...form.of('closesOn')} />
      </Fields>
      <Fields>
        <Checkbox.Group
          label={t('cycle.form.types')}
          value={[...value]}
          onChange={(next) => onChange(types.filter((type) => next.includes(type)))}
          error={error}
          {...chosen}
        >
          <div className={classes.types}>
            {types.map((type) => (
              <Checkbox key={type} value={type} label={t(`word.employment.${type}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <NumberField
          label={t('cycle.form.maxLines')}
          min={1}
          max={50}
          className={classes.short ?? ''}
          {...form.number('maxLinesPerPerson')}
        />
      </Fields>
      <WeightFields weights={form.values.weights} onChange={(weights) => form.set('weights', weights)} />
      <ErrorNote error={form.failure} />
    </form>
  )
}
