import { Button, Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { language } from '../../app/i18n.ts'
import { enter } from '../../app/session.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { useSetting } from '../../ui/stored.ts'
import { AccessFrame } from './AccessFrame.tsx'
import classes from './access.module.css'
import { useNewPassword } from './new-password.ts'
import { PasswordField } from './PasswordField.tsx'

/** First start: the institution gets its name and its first account. */
export function SetUp() {
  const { t } = useTranslation(['access', 'common'])
  const [now] = useSetting(language)
  const { check, rules } = useNewPassword()
  const least = (text: string) =>
    text.trim() === ''
      ? t('common:form.required')
      : text.trim().length < 2
        ? t('common:form.tooShort', { count: 2 })
        : undefined
  const form = useForm({
    initial: { institution: '', displayName: '', userName: '', password: '', repeat: '', alsoOfficer: true },
    check: ({ institution, displayName, userName, password, repeat }) => ({
      institution: least(institution),
      displayName: least(displayName),
      userName: least(userName),
      ...check(password, repeat),
    }),
    submit: async ({ repeat: _, ...values }) => enter(client, await client.access.setUp({ ...values, language: now })),
  })
  return (
    <AccessFrame>
      <h1>{t('setUp.title')}</h1>
      <p className={classes.hint}>{t('setUp.hint')}</p>
      <form {...form.props} className={`${classes.form} ${classes.dense}`}>
        <TextInput
          label={t('setUp.institution')}
          description={t('setUp.institutionHint')}
          autoComplete="organization"
          autoFocus
          {...form.text('institution')}
        />
        <TextInput label={t('setUp.displayName')} autoComplete="name" {...form.text('displayName')} />
        <TextInput label={t('signIn.userName')} autoComplete="username" {...form.text('userName')} />
        <PasswordField
          label={t('signIn.password')}
          description={rules}
          autoComplete="new-password"
          {...form.text('password')}
        />
        <PasswordField label={t('password.again')} autoComplete="new-password" {...form.text('repeat')} />
        <Checkbox
          label={t('setUp.alsoOfficer')}
          description={t('setUp.alsoOfficerHint')}
          {...form.flag('alsoOfficer')}
        />
        <ErrorNote error={form.failure} />
        <Button type="submit" size="md" fullWidth loading={form.busy}>
          {t('setUp.submit')}
        </Button>
      </form>
    </AccessFrame>
  )
}
