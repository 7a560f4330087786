import { Button, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { connection } from '../api.ts'
import { useConnectionState } from '../use-connection.ts'
import classes from './Banner.module.css'

/** Says that the service is away and being looked for; the screens stay as they are. */
export function ConnectionBanner() {
  const { t } = useTranslation('common')
  const { status } = useConnectionState()
  const away = status !== 'open'
  return (
    <div role="status">
      {away && (
        <div className={classes.banner}>
          <Loader size={14} />
          <strong>{t('shell.lost')}</strong>
          <span className={classes.hint}>{t('shell.lostHint')}</span>
          <Button size="xs" variant="subtle" onClick={connection.retry}>
            {t('shell.retryNow')}
          </Button>
        </div>
      )}
    </div>
  )
}
