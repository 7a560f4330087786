import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { useGo } from '../address.ts'

/** An address that leads nowhere, or to a screen of other roles. */
export function NotFound() {
  const { t } = useTranslation('common')
  const go = useGo()
  return (
    <EmptyState
      title={t('shell.notFound')}
      text={t('shell.notFoundHint')}
      action={{ label: t('shell.goHome'), run: () => go('/') }}
    />
  )
}
