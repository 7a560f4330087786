import { Button, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { passwordMinimum } from '../../../src-core/access/password.rules.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { Fields } from '../../ui/form/FormLayout.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { AccountFields } from './AccountFields.tsx'
import classes from './AccountPanel.module.css'
import { type NewAccountValues, newAccount } from './account-form.ts'
import { PasswordField } from './PasswordField.tsx'
import { useAccountCheck } from './use-account-check.ts'

const formId = 'new-account'

type Props = { readonly onClose: () => void; readonly onAdded: (id: string) => void }

/** The form of a new account, with the password its officer uses once. */
export function NewAccount({ onClose, onAdded }: Props) {
  const { t } = useTranslation(['administration', 'access', 'common'])
  const check = useAccountCheck()
  const form = useForm<NewAccountValues>({
    initial: newAccount,
    check: (values) => {
      const count = [...values.password].length
      const short = t('access:password.short', { least: passwordMinimum, count })
      return {
        ...check(values),
        password: count === 0 ? t('common:form.required') : count < passwordMinimum ? short : undefined,
      }
    },
    submit: async ({ language, roles, ...values }) => {
      const { account } = await client.access.createAccount({
        ...values,
        roles: [...roles],
        language: language === 'en' ? 'en' : 'tr',
      })
      tell({ text: t('accounts.added', { name: account.displayName }), tone: 'good' })
      onAdded(account.id)
    },
  })
  return (
    <SidePanel
      title={t('accounts.new')}
      width={520}
      onClose={onClose}
      actions={
        <Button type="submit" form={formId} loading={form.busy}>
          {t('accounts.add')}
        </Button>
      }
    >
      <form id={formId} {...form.props} className={classes.form}>
        <AccountFields form={form} />
        <Fields columns={2}>
          <PasswordField
            label={t('accounts.firstPassword')}
            required
            autoComplete="new-password"
            {...form.text('password')}
          />
          <Select
            label={t('accounts.language')}
            allowDeselect={false}
            data={[
              { value: 'tr', label: t('accounts.turkish') },
              { value: 'en', label: t('accounts.english') },
            ]}
            {...form.choice('language')}
          />
        </Fields>
        <p className={classes.hint}>{t('accounts.firstPasswordHint')}</p>
        <ErrorNote error={form.failure} />
      </form>
    </SidePanel>
  )
}
