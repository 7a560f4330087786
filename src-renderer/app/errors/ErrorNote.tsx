import { useTranslation } from 'react-i18next'
import { Note } from '../../ui/feedback/Note.tsx'
import { sentenceOf } from './sentence.ts'

type Props = {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Says why something could not be read or done, at the place where it would have been. Draws nothing without an error. */
export function ErrorNote({ error, onRetry }: Props) {
  const { t } = useTranslation('common')
  if (error === null || error === undefined) return null
  return (
    <Note
      tone="bad"
      text={sentenceOf(error)}
      {...(onRetry && { action: { label: t('actions.retry'), run: onRetry } })}
    />
  )
}
