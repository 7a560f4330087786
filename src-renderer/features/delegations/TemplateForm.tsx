import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import classes from './delegations.module.css'

type Titles = { readonly titleTr: string; readonly titleEn: string }

type Props = {
  readonly initial: Titles
  readonly label: string
  readonly onSave: (titles: Titles) => Promise<void>
  readonly onClose: () => void
}

/** What a template of a programme is called, in both languages. */
export function TemplateForm({ initial, label, onSave, onClose }: Props) {
  const { t } = useTranslation(['delegations', 'common'])
  const [titles, setTitles] = useState(initial)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const missing = titles.titleTr.trim() === '' || titles.titleEn.trim() === ''
  const save = async () => {
    setFailure(undefined)
    setBusy(true)
    try {
      await onSave({ titleTr: titles.titleTr.trim(), titleEn: titles.titleEn.trim() })
      onClose()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const field = (name: keyof Titles) => ({
    value: titles[name],
    maxLength: 160,
    required: true,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setTitles({ ...titles, [name]: event.currentTarget.value }),
  })
  return (
    <form
      className={classes.action}
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing) void save()
      }}
    >
      <div className={classes.row}>
        <TextInput w={300} label={t('field.titleTr')} {...field('titleTr')} />
        <TextInput w={300} label={t('field.titleEn')} {...field('titleEn')} />
        <Button type="submit" loading={busy} disabled={missing}>
          {label}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </div>
      <ErrorNote error={failure} />
    </form>
  )
}
