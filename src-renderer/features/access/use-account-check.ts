import { useTranslation } from 'react-i18next'
import type { AccountValues } from './account-form.ts'

/** What is wrong with an account before the service has looked at it. */
export function useAccountCheck() {
  const { t } = useTranslation(['administration', 'common'])
  const name = (text: string) =>
    text.trim() === ''
      ? t('common:form.required')
      : text.trim().length < 2
        ? t('common:form.tooShort', { count: 2 })
        : undefined
  return ({ displayName, userName, roles }: AccountValues) => ({
    displayName: name(displayName),
    userName: name(userName),
    roles: roles.length === 0 ? t('accounts.rolesNeeded') : undefined,
  })
}
