import type { ComponentProps, ReactNode } from 'react'
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
  readonly children: ReactNode
}

/** A form in a record's panel: why it could not be saved, what was brought back, then its fields. The foot saves it. */
export function RecordForm({ id, form, readOnly, children }: Props) {
  const { t } = useTranslation('common')
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
