import { Button, Chip, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AvailabilityChange } from '../../../src-core/courses/availability.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { weekdayNames } from './calendar-words.ts'
import classes from './SpanForm.module.css'

type Props = { readonly onSubmit: (change: AvailabilityChange) => Promise<void> }

type Values = {
  readonly fromDate: string | null
  readonly toDate: string | null
  readonly half: string | null
  readonly kind: string | null
  readonly note: string
  readonly weekdays: readonly string[]
}

const empty: Values = {
  fromDate: null,
  toDate: null,
  half: 'none',
  kind: 'available',
  note: '',
  weekdays: ['1', '2', '3', '4', '5'],
}

/** States availability for a span of dates by keyboard: from, to, which half, which weekdays. */
export function SpanForm({ onSubmit }: Props) {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const form = useForm<Values>({
    initial: empty,
    check: ({ fromDate, toDate, weekdays }) => ({
      fromDate: fromDate ? undefined : { key: 'common:form.required' },
      toDate: fromDate && toDate && toDate < fromDate ? { key: 'courses:availability.fromAfterTo' } : undefined,
      weekdays: weekdays.length > 0 ? undefined : { key: 'common:form.required' },
    }),
    submit: async ({ fromDate, toDate, half, kind, note, weekdays }) => {
      await onSubmit({
        fromDate: fromDate ?? '',
        toDate: toDate ?? fromDate ?? '',
        half: half as AvailabilityChange['half'],
        kind: kind as AvailabilityChange['kind'],
        note: note || null,
        weekdays: weekdays.map(Number),
      })
      tell({ text: t('availability.stated'), tone: 'good' })
      form.reset()
    },
  })
  const weekdays = form.of('weekdays')
  return (
    <form className={classes.form} {...form.props}>
      <Fields columns={2}>
        <DateField label={t('availability.from')} required {...form.of('fromDate')} />
        <DateField label={t('availability.to')} {...form.of('toDate')} />
        <Select
          label={t('availability.part')}
          allowDeselect={false}
          data={(['none', 'am', 'pm'] as const).map((value) => ({ value, label: t(`word.half.${value}`) }))}
          {...form.choice('half')}
        />
        <Select
          label={t('availability.kind')}
          allowDeselect={false}
          data={(['available', 'unavailable'] as const).map((value) => ({
            value,
            label: t(`word.availability.${value}`),
          }))}
          {...form.choice('kind')}
        />
      </Fields>
      <fieldset className={classes.weekdays}>
        <legend>{t('availability.weekdays')}</legend>
        <Chip.Group multiple value={[...form.values.weekdays]} onChange={(days) => weekdays.onChange(days)}>
          <div className={classes.chips}>
            {weekdayNames(language).map(({ short, long }, at) => (
              <Chip key={long} size="xs" value={String(at + 1)} aria-label={long}>
                {short}
              </Chip>
            ))}
          </div>
        </Chip.Group>
        {weekdays.error && <p className={classes.error}>{weekdays.error}</p>}
      </fieldset>
      <TextInput label={t('availability.note')} {...form.text('note')} />
      <ErrorNote error={form.failure} />
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={form.busy}>
          {t('availability.add')}
        </Button>
      </div>
    </form>
  )
}
