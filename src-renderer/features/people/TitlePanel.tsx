import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TitleRow } from '../../../src-core/people/title.ts'
import { client, orpc } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import type { PanelProps } from '../courses/ListScreen.tsx'
import { RecordForm } from '../courses/RecordForm.tsx'
import { LoadingPanel, RecordPanel } from '../courses/RecordPanel.tsx'
import { newTitle, type TitleValues, titleFields, titleProblems, valuesOf } from './title-form.ts'
import { useFirstField } from './use-first-field.ts'
import { useMay } from './use-may.ts'

const formId = 'title-form'

/** One title, or the form of a new one. */
export function TitlePanel(props: PanelProps) {
  const { t } = useTranslation('people')
  const { id, ...rest } = props
  const found = useQuery({
    ...orpc.people.getTitle.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  if (id === undefined) return <NewTitle {...props} />
  if (!found.data)
    return <LoadingPanel title={t('titles.title')} error={found.error} onRetry={() => void found.refetch()} {...rest} />
  return <TitleRecord title={found.data} {...rest} />
}

function NewTitle({ onClose, onAdded }: PanelProps) {
  const { t } = useTranslation('people')
  useFirstField(formId)
  const form = useForm({
    initial: newTitle,
    check: titleProblems,
    draft: 'title:new',
    submit: async (values) => {
      const { id } = await client.people.addTitle(titleFields(values))
      tell({ text: t('said.added', { name: values.name }), tone: 'good' })
      onAdded(id)
    },
  })
  return (
    <RecordPanel
      title={t('titles.new')}
      record={undefined}
      onClose={onClose}
      onStep={undefined}
      formId={formId}
      busy={form.busy}
      details={<TitleForm form={form} readOnly={false} />}
    />
  )
}

type RecordProps = Omit<PanelProps, 'id'> & { readonly title: TitleRow }

function TitleRecord({ title, onClose, onStep }: RecordProps) {
  const { t } = useTranslation('people')
  const may = useMay()
  return (
    <RecordPanel
      title={title.name}
      note={
        <>
          <span>{title.code}</span>
          <span>{t('titles.counts', { count: title.staff })}</span>
          <StatusWord tone={title.active ? 'good' : 'neutral'}>
            {t(title.active ? 'titles.isActive' : 'titles.isInactive')}
          </StatusWord>
        </>
      }
      record={{ table: 'title', id: title.id }}
      onClose={onClose}
      onStep={onStep}
      formId={may.edit ? formId : undefined}
      actions={may.edit && <UseButton title={title} />}
      details={<TitleDetails key={title.rowVersion} title={title} readOnly={!may.edit} />}
    />
  )
}

function UseButton({ title }: { readonly title: TitleRow }) {
  const { t } = useTranslation('people')
  const [busy, setBusy] = useState(false)
  const turn = (active: boolean, rowVersion: number) =>
    (active ? client.people.reactivateTitle : client.people.deactivateTitle)({ id: title.id, rowVersion })
  const run = async () => {
    setBusy(true)
    try {
      const { rowVersion } = await turn(!title.active, title.rowVersion)
      tellUndo(t(title.active ? 'said.closed' : 'said.opened', { name: title.name }), () =>
        turn(title.active, rowVersion).catch(tellError),
      )
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="default" loading={busy} onClick={() => void run()}>
      {t(title.active ? 'titles.deactivate' : 'titles.reactivate')}
    </Button>
  )
}

function TitleDetails({ title, readOnly }: { readonly title: TitleRow; readonly readOnly: boolean }) {
  const { t } = useTranslation('people')
  const form = useForm({
    initial: valuesOf(title),
    check: titleProblems,
    draft: `title:${title.id}`,
    submit: async (values) => {
      const { id, rowVersion } = title
      await client.people.changeTitle({ id, rowVersion, fields: titleFields(values) })
      tell({ text: t('said.saved', { name: values.name }), tone: 'good' })
    },
  })
  return <TitleForm form={form} readOnly={readOnly} />
}

type FormProps = { readonly form: ReturnType<typeof useForm<TitleValues>>; readonly readOnly: boolean }

function TitleForm({ form, readOnly }: FormProps) {
  const { t } = useTranslation('people')
  return (
    <RecordForm id={formId} form={form} readOnly={readOnly}>
      <Fields>
        <TextInput label={t('titles.name')} required {...form.text('name')} />
        <TextInput label={t('titles.nameEn')} {...form.text('nameEn')} />
      </Fields>
      <Fields columns={2}>
        <TextInput label={t('titles.code')} required {...form.text('code')} />
        <TextInput label={t('titles.staffStatus')} {...form.text('staffStatus')} />
        <TextInput label={t('titles.serviceClass')} {...form.text('serviceClass')} />
        <TextInput label={t('titles.level')} {...form.text('level')} />
      </Fields>
    </RecordForm>
  )
}
