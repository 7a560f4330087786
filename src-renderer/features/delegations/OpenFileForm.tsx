import { TextInput } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitRequest } from '../../../src-core/delegations/request.ts'
import { useGo } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { useOfficer } from '../../app/session.ts'
import { tell } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import type { Problems } from '../../ui/form/problems.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './delegations.module.css'
import { titleOf } from './words.ts'

type Values = {
  readonly titleTr: string
  readonly titleEn: string
  readonly fromDate: string | null
  readonly toDate: string | null
  readonly coordinator: string
}

const required = { key: 'common:form.required' } as const

function problems(values: Values): Problems<Values> {
  const { fromDate, toDate } = values
  return {
    ...(values.titleTr.trim() === '' && { titleTr: required }),
    ...(values.titleEn.trim() === '' && { titleEn: required }),
    ...(values.coordinator.trim() === '' && { coordinator: required }),
    ...(fromDate === null && { fromDate: required }),
    ...(toDate === null && { toDate: required }),
    ...(fromDate &&
      toDate &&
      fromDate > toDate && { toDate: { key: 'delegations:errors.rule.visitDatesReversed' } as const }),
  }
}

/** Makes the file of an accepted request. */
export function OpenFileForm({ request, onCancel }: { readonly request: VisitRequest; readonly onCancel: () => void }) {
  const { t } = useTranslation('delegations')
  const officer = useOfficer()
  const go = useGo()
  const language = useNumberLanguage()
  const form = useForm<Values>({
    initial: {
      // The topic is written in the language of who wrote it down; the other name is still to be found.
      titleTr: language === 'tr' ? request.topicMain : '',
      titleEn: language === 'en' ? request.topicMain : '',
      fromDate: request.preferredFrom,
      toDate: request.preferredTo,
      coordinator: officer.displayName,
    },
    check: problems,
    submit: async ({ fromDate, toDate, ...values }) => {
      const made = await client.delegations.openDelegation({
        ...values,
        ...{ requestId: request.id, fromDate: fromDate ?? '', toDate: toDate ?? '' },
      })
      tell({ text: t('files.created', { title: titleOf(values) }), tone: 'good' })
      go(`/delegations/files/${made.id}`)
    },
  })
  const { ref } = form.props
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest' })
    ref.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [ref])
  return (
    <form {...form.props} className={classes.action}>
      <strong>{t('requests.openFile')}</strong>
      <Fields columns={2}>
        <TextInput label={t('field.titleTr')} required {...form.text('titleTr')} />
        <TextInput label={t('field.titleEn')} required {...form.text('titleEn')} />
        <DateField label={t('field.fromDate')} required {...form.of('fromDate')} />
        <DateField label={t('field.toDate')} required {...form.of('toDate')} />
        <TextInput label={t('field.coordinator')} required {...form.text('coordinator')} />
      </Fields>
      <FormActions
        form={form}
        submit={t('requests.openFile')}
        onCancel={onCancel}
        error={<ErrorNote error={form.failure} />}
      />
    </form>
  )
}
