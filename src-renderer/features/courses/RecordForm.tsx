import { type ComponentProps, type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { RecordFields } from './RecordPanel.tsx'

type Form = {
  readonly props: ComponentProps<'form'>
  readonly failure: unknown
  readonly restored: boolean
  readonly reset: () => void
}

type Props = {
  readonly id: string
  readonly form: Form
  readonly readOnly: boolean
  /** A record that is being added: one begins to type at once. */
  readonly fresh?: boolean
  readonly children: ReactNode
}

/** A form in a record's panel: why it could not be saved, what was brought back, then its fields. The foot saves it. */
export function RecordForm({ id, form, readOnly, fresh = false, children }: Props) {
  const { t } = useTranslation('common')
  useEffect(() => {
    if (fresh) document.getElementById(id)?.querySelector('input')?.focus()
  }, [fresh, id])
  return (
    <form id={id} {...form.props}>
      <RecordFields readOnly={readOnly}>
        {children}
        <ErrorNote error={form.failure} />
        {form.restored && (
          <Note
            tone="neutral"
            text={t('form.draft')}
            action={{ label: t('form.discardDraft'), run: () => form.reset() }}
          />
        )}
      </RecordFields>
    </form>
  )
}
