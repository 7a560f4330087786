import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FaultPage } from '../../ui/guard/FaultPage.tsx'

/** Stands in the place of a screen that could not be drawn. */
export function Fault({ reset }: ErrorComponentProps) {
  const { t } = useTranslation('common')
  return <FaultPage title={t('error.title')} text={t('error.SCREEN')} again={t('actions.reload')} onAgain={reset} />
}
