import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconCloudCheck, IconCloudExclamation, IconCloudOff, IconCloudUp, IconDeviceDesktop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { useGo } from '../../app/address.ts'
import classes from './SyncHeader.module.css'
import { standingOf, useArrivals, useSyncStatus } from './use-sync-status.ts'

const icons = {
  alone: IconDeviceDesktop,
  paused: IconCloudExclamation,
  conflicts: IconCloudExclamation,
  unreachable: IconCloudOff,
  never: IconCloudUp,
  waiting: IconCloudUp,
  synced: IconCloudCheck,
} as const

/** In the header of every screen: when the portal was last agreed with, how much waits, and why it is paused. */
export function SyncHeader() {
  const { t } = useTranslation('sync')
  const { data } = useSyncStatus()
  useArrivals(data?.arrivedUpTo)
  const go = useGo()
  if (!data) return null
  const standing = standingOf(data)
  const Icon = icons[standing]
  const words = {
    alone: t('header.alone'),
    paused: t('header.paused'),
    conflicts: t('header.conflicts', { count: data.conflicts }),
    unreachable: t('header.unreachable', { count: data.waiting }),
    never: t('header.never'),
    waiting: t('header.waiting', { count: data.waiting }),
    synced: t('header.synced'),
  }
  const last = data.lastSyncedAt
    ? t('header.last', { at: formatInstant(data.lastSyncedAt) })
    : t(data.joined ? 'header.never' : 'header.aloneText')
  return (
    <Tooltip label={data.paused ? t(`pause.${data.paused.reason}.title`) : last}>
      <UnstyledButton
        className={classes.button}
        data-tone={standing === 'paused' || standing === 'conflicts' ? 'warn' : undefined}
        onClick={() => go('/sync')}
      >
        <Icon size={16} aria-hidden />
        <span>{words[standing]}</span>
      </UnstyledButton>
    </Tooltip>
  )
}
