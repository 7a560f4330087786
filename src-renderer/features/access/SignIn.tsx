import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { enter, type SampleAccount } from '../../app/session.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { AccessFrame } from './AccessFrame.tsx'
import classes from './access.module.css'
import { PasswordField } from './PasswordField.tsx'
import { SampleOfficers } from './SampleOfficers.tsx'

type Props = { readonly institution: string; readonly sampleAccounts: readonly SampleAccount[] }

/** Who are you? On a sample academy one click answers it. */
export function SignIn({ institution, sampleAccounts }: Props) {
  const { t } = useTranslation('access')
  const [asSample, setAsSample] = useState(true)
  const sample = sampleAccounts.length > 0
  return (
    <AccessFrame>
      <p className={classes.over}>{sample ? t('signIn.sample') : institution}</p>
      <h1>{sample && institution ? institution : t('signIn.title')}</h1>
      {sample && asSample ? (
        <>
          <p className={classes.hint}>{t('signIn.sampleHint')}</p>
          <SampleOfficers accounts={sampleAccounts} />
          <Button variant="subtle" className={classes.aside ?? ''} onClick={() => setAsSample(false)}>
            {t('signIn.withPassword')}
          </Button>
        </>
      ) : (
        <>
          <PasswordForm />
          {sample && (
            <Button variant="subtle" className={classes.aside ?? ''} onClick={() => setAsSample(true)}>
              {t('signIn.sampleList')}
            </Button>
          )}
        </>
      )}
    </AccessFrame>
  )
}

function PasswordForm() {
  const { t } = useTranslation(['access', 'common'])
  const form = useForm({
    initial: { userName: '', password: '' },
    check: ({ userName, password }) => ({
      userName: userName.trim() === '' ? t('common:form.required') : undefined,
      password: password === '' ? t('common:form.required') : undefined,
    }),
    submit: async (values) => enter(client, await client.access.signIn(values)),
  })
  return (
    <form {...form.props} className={classes.form}>
      <TextInput size="md" label={t('signIn.userName')} autoComplete="username" autoFocus {...form.text('userName')} />
      <PasswordField
        size="md"
        label={t('signIn.password')}
        autoComplete="current-password"
        {...form.text('password')}
      />
      <ErrorNote error={form.failure} />
      <Button type="submit" size="md" fullWidth loading={form.busy}>
        {t('signIn.submit')}
      </Button>
    </form>
  )
}
