import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../feedback/Note.tsx'
import classes from './FormLayout.module.css'

type FieldsProps = {
  readonly title?: string
  /** Fields side by side where there is room: 1 or 2. */
  readonly columns?: 1 | 2
  readonly children: ReactNode
}

/** A group of fields under an optional heading. */
export function Fields({ title, columns = 1, children }: FieldsProps) {
  return (
    <fieldset className={classes.fields} data-columns={columns}>
      {title && <legend className={classes.legend}>{title}</legend>}
      {children}
    </fieldset>
  )
}

type ActionsProps = {
  readonly form: { readonly busy: boolean; readonly restored: boolean; readonly reset: () => void }
  readonly submit?: string
  readonly onCancel?: () => void
  /** Why it could not be saved: an `ErrorNote` of `form.failure`. */
  readonly error?: ReactNode
}

/** The end of a form: what went wrong, what was brought back, cancel and save. */
export function FormActions({ form, submit, onCancel, error }: ActionsProps) {
  const { t } = useTranslation('common')
  return (
    <div className={classes.end}>
      {error}
      {form.restored && (
        <Note
          tone="neutral"
          text={t('form.draft')}
          action={{ label: t('form.discardDraft'), run: () => form.reset() }}
        />
      )}
      <div className={classes.buttons}>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('actions.cancel')}
          </Button>
        )}
        <Button type="submit" loading={form.busy}>
          {submit ?? t('actions.save')}
        </Button>
      </div>
    </div>
  )
}
