import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { useSession } from '../../app/session.ts'
import { PasswordField } from '../access/PasswordField.tsx'
import classes from './certificates.module.css'

/** What the officer gave with an action; `password` is left out where none is asked for. */
export type Confirmation = { readonly reason: string; readonly password?: string; readonly requestedBy: string }

type Props = {
  /** What will be done, and to what. */
  readonly title: string
  readonly run: string
  readonly danger?: boolean
  readonly asks: readonly ('reason' | 'password' | 'requestedBy')[]
  /** More fields between the title and the reason. */
  readonly children?: ReactNode
  readonly onRun: (given: Confirmation) => Promise<unknown>
  readonly onCancel: () => void
}

/** Asks what an action needs before it is done, where it will be done. */
export function ConfirmForm({ title, run, danger = false, asks, children, onRun, onCancel }: Props) {
  const { t } = useTranslation(['certificates', 'common'])
  const session = useSession()
  const sample = session.phase === 'signedIn' && session.sample
  const [reason, setReason] = useState('')
  const [requestedBy, setRequestedBy] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const askPassword = asks.includes('password') && !sample
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(undefined)
    try {
      await onRun({ reason: reason.trim(), requestedBy: requestedBy.trim(), ...(askPassword && { password }) })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={classes.action} onSubmit={(event) => void send(event)}>
      <strong>{title}</strong>
      {children}
      {asks.includes('requestedBy') && (
        <TextInput
          label={t('field.requestedBy')}
          value={requestedBy}
          onChange={(event) => setRequestedBy(event.currentTarget.value)}
        />
      )}
      {asks.includes('reason') && (
        <Textarea
          label={t('field.reason')}
          required
          minLength={3}
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {askPassword && (
        <PasswordField
          label={t('field.password')}
          description={t('confirm.why')}
          required
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      <ErrorNote error={failure} />
      <div className={classes.row}>
        <Button type="submit" loading={busy} {...(danger && { color: 'red' })}>
          {run}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common:actions.cancel')}
        </Button>
      </div>
    </form>
  )
}
