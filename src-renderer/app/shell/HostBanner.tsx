import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo } from '../address.ts'
import { host } from '../api.ts'
import { useOffered } from '../features.ts'
import classes from './Banner.module.css'

/** Goes where the host's menu points, and says when a new version waits for a restart. */
export function HostBanner() {
  const { t } = useTranslation('common')
  const go = useGo()
  const { screens } = useOffered()
  const [version, setVersion] = useState<string>()
  useEffect(() => host?.onUpdateReady(setVersion), [])
  useEffect(
    () =>
      host?.onOpen((place) => {
        const group = place === 'guide' ? 'help' : 'settings'
        const first = screens.find((screen) => screen.group === group)
        if (first) go(first.path)
      }),
    [go, screens],
  )
  if (!version || !host) return null
  return (
    <div className={classes.banner} data-tone="quiet" role="status">
      <strong>{t('shell.updateReady', { version })}</strong>
      <span className={classes.hint}>{t('shell.updateHint')}</span>
      <Button size="xs" variant="subtle" onClick={host.restartToUpdate}>
        {t('shell.updateRestart')}
      </Button>
    </div>
  )
}
