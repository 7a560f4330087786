import { useTranslation } from 'react-i18next'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Fields, FormActions } from '../../ui/form/FormLayout.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import classes from './access.module.css'
import { useNewPassword } from './new-password.ts'
import { PasswordField } from './PasswordField.tsx'

/** One's own password. */
export function PasswordScreen() {
  const { t } = useTranslation(['access', 'common'])
  const { check, rules } = useNewPassword()
  const form = useForm({
    initial: { current: '', password: '', repeat: '' },
    check: ({ current, password, repeat }) => ({
      current: current === '' ? t('common:form.required') : undefined,
      ...check(password, repeat),
    }),
    submit: async ({ current, password }) => {
      await client.access.changePassword({ current, next: password })
      form.reset()
      tell({ text: t('password.changed'), tone: 'good' })
    },
  })
  return (
    <Screen header={<PageHeader title={t('password.title')} />} layout="flow">
      <form {...form.props} className={classes.narrow}>
        <Fields>
          <PasswordField label={t('password.current')} autoComplete="current-password" {...form.text('current')} />
          <PasswordField
            label={t('password.new')}
            description={rules}
            autoComplete="new-password"
            {...form.text('password')}
          />
          <PasswordField label={t('password.repeat')} autoComplete="new-password" {...form.text('repeat')} />
        </Fields>
        <FormActions form={form} submit={t('password.submit')} error={<ErrorNote error={form.failure} />} />
      </form>
    </Screen>
  )
}
