import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { SettingsForm } from './SettingsForm.tsx'

/** What the institution decides about its certificates. */
export function SettingsScreen() {
  const { t } = useTranslation('certificates')
  const settings = useQuery(orpc.certificates.certificateSettings.queryOptions())
  return (
    <Screen header={<PageHeader title={t('settings.title')} />} layout="flow">
      {settings.error && <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />}
      {!settings.data && !settings.error && <Loader aria-label={t('settings.title')} />}
      {settings.data && <SettingsForm key={JSON.stringify(settings.data)} settings={settings.data} />}
    </Screen>
  )
}
