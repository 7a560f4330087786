import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client, refreshData } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Dialog } from '../../ui/layer/Dialog.tsx'
import classes from './SyncScreen.module.css'

/** The portal's address and a name by which this desktop is known there. */
export function JoinDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('sync')
  const [address, setAddress] = useState('https://')
  const [deviceName, setDeviceName] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const join = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await client.sync.join({ address: address.trim(), deviceName: deviceName.trim() })
      refreshData()
      onClose()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog opened onClose={onClose} title={t('join.title')} size="md" withClose>
      <form className={classes.fields} onSubmit={(event) => void join(event)}>
        <p className={classes.hint}>{t('join.how')}</p>
        <TextInput
          label={t('join.address')}
          type="url"
          required
          data-autofocus
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <TextInput
          label={t('join.deviceName')}
          placeholder={t('join.deviceHint')}
          required
          maxLength={80}
          value={deviceName}
          onChange={(event) => setDeviceName(event.currentTarget.value)}
        />
        {failure !== undefined && <ErrorNote error={failure} />}
        <Button type="submit" loading={busy}>
          {t('join.begin')}
        </Button>
      </form>
    </Dialog>
  )
}
