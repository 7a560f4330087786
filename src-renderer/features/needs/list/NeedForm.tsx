import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { needReasons } from '../../../../src-core/needs/need.ts'
import type { NeedDetail } from '../../../../src-core/needs/need-list.contract.ts'
import { client, refreshData } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { Note } from '../../../ui/feedback/Note.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { TopicPicker } from '../../courses/TopicPicker.tsx'
import classes from './NeedPanel.module.css'

type Values = {
  topicId: string | null
  freeText: string
  reason: string | null
  urgency: number | null
  selfLevel: number | null
  targetLevel: number | null
  preferredQuarter: number | null
  note: string
  headcount: number | null
  names: string
}

type Props = { readonly id: string; readonly need: NeedDetail }

const digit = { hideControls: true, min: 1, max: 5, clampBehavior: 'strict', allowDecimal: false } as const

/** What an officer may correct of a need while the window is open. */
export function NeedForm({ id, need }: Props) {
  const { t } = useTranslation(['needs', 'common'])
  const isUnit = need.personId === null
  const form = useForm<Values>({
    initial: {
      topicId: need.topicId,
      freeText: need.freeText ?? '',
      reason: need.reason,
      urgency: need.urgency,
      selfLevel: need.selfLevel,
      targetLevel: need.targetLevel,
      preferredQuarter: need.quarter,
      note: need.note ?? '',
      headcount: need.headcount,
      names: need.names ?? '',
    },
    check: ({ topicId, freeText, headcount }) => ({
      ...(!topicId && freeText.trim() === '' && { topicId: { key: 'needs:errors.rule.needAsksNothing' } as const }),
      ...(isUnit && headcount === null && { headcount: { key: 'common:form.required' } as const }),
    }),
    draft: `need-${need.id}-${need.rowVersion}`,
    submit: async ({ headcount, names, reason, topicId, freeText, ...rest }) => {
      const asks = {
        ...(topicId !== need.topicId && { topicId }),
        ...(freeText !== (need.freeText ?? '') && { freeText }),
      }
      await client.needs.changeNeed({
        id: need.id,
        rowVersion: need.rowVersion,
        fields: {
          ...rest,
          ...asks,
          reason: reason as (typeof needReasons)[number] | null,
          ...(isUnit && { headcount: headcount ?? 1, names }),
        },
      })
      tell({ text: t('list.saved'), tone: 'good' })
      refreshData()
    },
  })
  return (
    <form id={id} {...form.props} className={classes.form}>
      <TopicPicker label={t('field.topic')} states={['ACTIVE', 'PROPOSED']} {...form.choice('topicId')} />
      {(!form.values.topicId || need.freeText) && (
        <TextInput label={t('field.freeText')} maxLength={500} {...form.text('freeText')} />
      )}
      {isUnit && (
        <div className={classes.row}>
          <NumberInput
            label={t('field.headcount')}
            hideControls
            min={1}
            max={10_000}
            allowDecimal={false}
            {...form.number('headcount')}
          />
        </div>
      )}
      <Select
        label={t('field.reason')}
        clearable
        data={needReasons.map((value) => ({ value, label: t(`word.reason.${value}`) }))}
        {...form.choice('reason')}
      />
      <div className={classes.row}>
        <NumberInput label={t('field.urgency')} {...digit} {...form.number('urgency')} />
        <NumberInput label={t('field.selfLevel')} {...digit} {...form.number('selfLevel')} />
        <NumberInput label={t('field.targetLevel')} {...digit} {...form.number('targetLevel')} />
        <NumberInput label={t('field.quarter')} {...digit} max={4} {...form.number('preferredQuarter')} />
      </div>
      {isUnit && <Textarea label={t('field.names')} autosize minRows={2} {...form.text('names')} />}
      <Textarea label={t('field.note')} autosize minRows={1} {...form.text('note')} />
      <ErrorNote error={form.failure} />
      {form.restored && (
        <Note
          tone="neutral"
          text={t('common:form.draft')}
          action={{ label: t('common:form.discardDraft'), run: () => form.reset() }}
        />
      )}
    </form>
  )
}
