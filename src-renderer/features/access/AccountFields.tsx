import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Fields } from '../../ui/form/FormLayout.tsx'
import type { useForm } from '../../ui/form/use-form.ts'
import type { AccountValues } from './account-form.ts'
import { RoleChecks } from './RoleChecks.tsx'

type Form = Pick<ReturnType<typeof useForm<AccountValues>>, 'text' | 'of'>

/** What a new account and an existing one have in common. */
export function AccountFields({ form }: { readonly form: Form }) {
  const { t } = useTranslation('administration')
  return (
    <>
      <Fields columns={2}>
        <TextInput label={t('accounts.displayName')} required autoComplete="off" {...form.text('displayName')} />
        <TextInput label={t('accounts.userName')} required autoComplete="off" {...form.text('userName')} />
      </Fields>
      <RoleChecks {...form.of('roles')} />
    </>
  )
}
