import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import classes from './delegations.module.css'

/** What is about to be done to a file. */
export type Asked = 'approve' | 'return' | 'cancel'

type Props = { readonly file: Delegation; readonly asked: Asked; readonly onClose: () => void }

const titles = { approve: 'files.approve', return: 'files.return', cancel: 'files.cancel' } as const

/** Asks for what an approval, a return or a cancellation needs. */
export function DelegationDecision({ file, asked, onClose }: Props) {
  const { t } = useTranslation(['delegations', 'common'])
  const [reason, setReason] = useState('')
  const [approvedNo, setApprovedNo] = useState('')
  const [approvedOn, setApprovedOn] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>()
  const { id, rowVersion } = file
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(undefined)
    try {
      if (asked === 'approve')
        await client.delegations.approveDelegation({ id, rowVersion, approvedNo, approvedOn: approvedOn ?? '' })
      else if (asked === 'return') await client.delegations.returnDelegation({ id, rowVersion, reason })
      else {
        await client.delegations.cancelDelegation({ id, rowVersion, reason })
        tell({ text: t('files.cancelled'), tone: 'good' })
      }
      onClose()
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <div className={classes.bar}>
      <form className={`${classes.action} ${classes.fillWidth}`} onSubmit={(event) => void send(event)}>
        <strong>{t(titles[asked])}</strong>
        {asked === 'approve' ? (
          <div className={classes.row}>
            <TextInput
              label={t('files.approvedNo')}
              required
              value={approvedNo}
              onChange={(event) => setApprovedNo(event.currentTarget.value)}
            />
            <DateField label={t('files.approvedOn')} required value={approvedOn} onChange={setApprovedOn} />
          </div>
        ) : (
          <Textarea
            label={t('field.reason')}
            required
            minLength={3}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <ErrorNote error={failure} />
        <div className={classes.row}>
          <Button
            type="submit"
            disabled={asked === 'approve' && approvedOn === null}
            {...(asked === 'cancel' && { color: 'red' })}
          >
            {t(asked === 'cancel' ? 'files.cancelRun' : titles[asked])}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
        </div>
      </form>
    </div>
  )
}
