import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { leave, look } from '../../app/session.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { AccessFrame } from './AccessFrame.tsx'
import classes from './access.module.css'
import { useNewPassword } from './new-password.ts'
import { PasswordField } from './PasswordField.tsx'

/** Stands before every screen until an officer whose password was given to her has chosen her own. */
export function FirstPassword({ displayName }: { readonly displayName: string }) {
  const { t } = useTranslation(['administration', 'access', 'common'])
  const { check, rules } = useNewPassword()
  const form = useForm({
    initial: { current: '', password: '', repeat: '' },
    check: ({ current, password, repeat }) => ({
      current: current === '' ? t('common:form.required') : undefined,
      ...check(password, repeat),
    }),
    submit: async ({ current, password }) => {
      await client.access.changePassword({ current, next: password })
      await look(client)
    },
  })
  return (
    <AccessFrame>
      <p className={classes.over}>{displayName}</p>
      <h1>{t('firstPassword.title')}</h1>
      <p className={classes.hint}>{t('firstPassword.hint')}</p>
      <form {...form.props} className={classes.form}>
        <PasswordField
          label={t('firstPassword.given')}
          autoComplete="current-password"
          autoFocus
          {...form.text('current')}
        />
        <PasswordField
          label={t('access:password.new')}
          description={rules}
          autoComplete="new-password"
          {...form.text('password')}
        />
        <PasswordField label={t('access:password.repeat')} autoComplete="new-password" {...form.text('repeat')} />
        <ErrorNote error={form.failure} />
        <Button type="submit" size="md" fullWidth loading={form.busy}>
          {t('firstPassword.submit')}
        </Button>
      </form>
      <Button variant="subtle" className={classes.aside ?? ''} onClick={() => void leave(client)}>
        {t('firstPassword.leave')}
      </Button>
    </AccessFrame>
  )
}
