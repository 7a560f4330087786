import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AccountStanding } from '../../../src-core/access/administration.contract.ts'
import { passwordMinimum } from '../../../src-core/access/password.rules.ts'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { Facts, Section } from '../../ui/screen/Section.tsx'
import classes from './AccountPanel.module.css'
import { PasswordField } from './PasswordField.tsx'
import { useMayAdminister } from './use-may-administer.ts'

/** When an officer last signed in, where she is signed in now, and a new password for one who forgot hers. */
export function AccountSignIn({ account }: { readonly account: AccountStanding }) {
  const { t } = useTranslation('administration')
  const may = useMayAdminister()
  const { id, signedInAt, waitingUntil, sessions } = account
  const end = useMutation({
    ...orpc.access.endSessions.mutationOptions(),
    onSuccess: ({ ended }) => tell({ text: t('accounts.ended', { count: ended }), tone: 'good' }),
  })
  return (
    <div className={classes.sections}>
      <Section title={t('accounts.signInTab')}>
        <Facts
          facts={[
            [t('accounts.signedInAt'), signedInAt ? formatInstant(signedInAt) : t('accounts.never')],
            [
              t('accounts.sessions'),
              sessions === 0 ? t('accounts.noSessions') : t('accounts.sessions', { count: sessions }),
            ],
          ]}
        />
        {waitingUntil && <Note tone="warn" text={t('accounts.waitingUntil', { when: formatInstant(waitingUntil) })} />}
        {may && sessions > 0 && (
          <Button variant="default" mt={12} loading={end.isPending} onClick={() => end.mutate({ id })}>
            {t('accounts.endSessions')}
          </Button>
        )}
      </Section>
      {may && <ResetPassword account={account} />}
    </div>
  )
}

function ResetPassword({ account }: { readonly account: AccountStanding }) {
  const { t } = useTranslation(['administration', 'access', 'common'])
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => {
      const count = [...password].length
      if (count === 0) return { password: t('common:form.required') }
      return {
        password: count < passwordMinimum ? t('access:password.short', { least: passwordMinimum, count }) : undefined,
      }
    },
    submit: async ({ password }) => {
      await client.access.resetPassword({ id: account.id, password })
      form.reset()
      tell({ text: t('accounts.resetDone', { name: account.displayName }), tone: 'good' })
    },
  })
  return (
    <Section title={t('accounts.reset')}>
      <p className={classes.hint}>{t('accounts.resetHint')}</p>
      <form {...form.props} className={classes.password}>
        <PasswordField label={t('accounts.newPassword')} autoComplete="new-password" {...form.text('password')} />
        <ErrorNote error={form.failure} />
        <div>
          <Button type="submit" variant="default" loading={form.busy}>
            {t('accounts.reset')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
