import { Button, FocusTrap } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { enter, leave, look, type Session } from '../../app/session.ts'
import { askYesNo } from '../../ui/feedback/ask.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import classes from './access.module.css'
import { PasswordField } from './PasswordField.tsx'

type Props = { readonly session: Extract<Session, { phase: 'signedIn' }> }

/** Covers the screens, which stay as they are, until the same officer has proved who she is. */
export function LockScreen({ session: { officer, barred, sample } }: Props) {
  const { t } = useTranslation(['access', 'common'])
  const expired = barred === 'expired'
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({ password: sample || password !== '' ? undefined : t('common:form.required') }),
    submit: async ({ password }) => {
      if (sample) await enter(client, await client.access.signInAsSample({ accountId: officer.id }))
      else if (expired) await enter(client, await client.access.signIn({ userName: officer.userName, password }))
      else {
        await client.access.unlock({ password })
        await look(client)
      }
    },
  })
  const other = async () => {
    const yes = await askYesNo({
      question: t('lock.otherQuestion'),
      detail: t('lock.otherDetail'),
      yes: t('lock.other'),
    })
    if (yes) await leave(client)
  }
  return (
    <FocusTrap active>
      <div
        className={classes.cover}
        role="dialog"
        aria-modal="true"
        aria-label={t(expired ? 'lock.expiredTitle' : 'lock.title')}
      >
        <div className={classes.card}>
          <p className={classes.over}>{officer.displayName}</p>
          <h1>{t(expired ? 'lock.expiredTitle' : 'lock.title')}</h1>
          <p className={classes.hint}>{t(sample ? 'lock.sampleHint' : expired ? 'lock.expiredHint' : 'lock.hint')}</p>
          <form {...form.props} className={classes.form}>
            {!sample && (
              <PasswordField
                label={t('signIn.password')}
                autoComplete="current-password"
                data-autofocus
                {...form.text('password')}
              />
            )}
            <ErrorNote error={form.failure} />
            <Button type="submit" fullWidth loading={form.busy} data-autofocus={sample || undefined}>
              {t(sample ? 'lock.goOn' : expired ? 'signIn.submit' : 'lock.unlock')}
            </Button>
          </form>
          <Button variant="subtle" className={classes.aside ?? ''} onClick={() => void other()}>
            {t('lock.other')}
          </Button>
        </div>
      </div>
    </FocusTrap>
  )
}
