import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../src-core/kernel/dates.ts'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { client, refreshData } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Fields } from '../../../ui/form/FormLayout.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import classes from './CycleForm.module.css'

type Props = { readonly id: string; readonly cycle: CycleView; readonly onDone: () => void }

type Values = { closesOn: string | null; reason: string }

/** A later last day, and why. */
export function ExtendForm({ id, cycle, onDone }: Props) {
  const { t } = useTranslation('needs')
  const form = useForm<Values>({
    initial: { closesOn: null, reason: '' },
    check: ({ closesOn, reason }) => ({
      ...(!closesOn && { closesOn: { key: 'common:form.required' } as const }),
      ...(closesOn && closesOn <= cycle.closesOn && { closesOn: { key: 'needs:cycle.extend.later' } as const }),
      ...(reason.trim().length < 10 && { reason: { key: 'needs:cycle.extend.reasonShort' } as const }),
    }),
    draft: `cycle-extend-${cycle.id}`,
    submit: async ({ closesOn, reason }) => {
      const extended = await client.needs.extendCycle({
        id: cycle.id,
        rowVersion: cycle.rowVersion,
        closesOn: closesOn ?? '',
        reason: reason.trim(),
      })
      tell({ text: t('cycle.done.extend', { closes: formatDate(extended.closesOn) }), tone: 'good' })
      refreshData()
      onDone()
    },
  })
  return (
    <form id={id} {...form.props} className={classes.form}>
      <Fields>
        <DateField
          label={t('cycle.extend.closesOn')}
          description={t('cycle.extend.hint', { closes: formatDate(cycle.closesOn) })}
          {...form.of('closesOn')}
        />
        <Textarea
          label={t('cycle.extend.reason')}
          description={t('cycle.extend.reasonHint')}
          autosize
          minRows={3}
          {...form.text('reason')}
        />
      </Fields>
      <ErrorNote error={form.failure} />
    </form>
  )
}
