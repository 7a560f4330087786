import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../app/session.ts'
import { askYesNo } from '../../ui/feedback/ask.tsx'
import { Dialog } from '../../ui/layer/Dialog.tsx'
import classes from './SyncScreen.module.css'

/** The computers that the portal lets in; whoever administers it removes one of the others. */
export function DevicesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('sync')
  const administers = holds(useOfficer(), ['SA'])
  const devices = useQuery(orpc.sync.devices.queryOptions())
  const remove = async (id: string, name: string) => {
    const yes = await askYesNo({
      question: t('devices.question', { name }),
      detail: t('devices.detail'),
      yes: t('devices.remove'),
      danger: true,
    })
    if (!yes) return
    try {
      await client.sync.removeDevice({ id })
      await devices.refetch()
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <Dialog opened onClose={onClose} title={t('devices.title')} size="xl" withClose>
      {devices.isError && <ErrorNote error={devices.error} onRetry={() => void devices.refetch()} />}
      {devices.data && (
        <table className={classes.devices}>
          <thead>
            <tr>
              <th scope="col">{t('devices.name')}</th>
              <th scope="col">{t('devices.since')}</th>
              <th scope="col">{t('devices.seen')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {devices.data.map(({ id, name, joinedAt, lastSeenAt, own }) => (
              <tr key={id}>
                <th scope="row">
                  {name} {own && <span className={classes.hint}>({t('devices.own')})</span>}
                </th>
                <td>{formatInstant(joinedAt)}</td>
                <td>{lastSeenAt ? formatInstant(lastSeenAt) : t('devices.never')}</td>
                <td>
                  {administers && !own && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('devices.removeNamed', { name })}
                      onClick={() => void remove(id, name)}
                    >
                      {t('devices.remove')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}
