import { useTranslation } from 'react-i18next'
import { passwordMinimum } from '../../../src-core/access/password.rules.ts'

type Checked = { readonly password: string | undefined; readonly repeat: string | undefined }

/** What can be said of a new password before the service has looked at it; it knows the lists of common ones. */
export function useNewPassword() {
  const { t } = useTranslation(['access', 'common'])
  const check = (password: string, repeat: string): Checked => {
    const count = [...password].length
    return {
      password:
        count === 0
          ? t('common:form.required')
          : count < passwordMinimum
            ? t('password.short', { least: passwordMinimum, count })
            : undefined,
      repeat: repeat === '' ? t('common:form.required') : repeat === password ? undefined : t('password.different'),
    }
  }
  return { check, rules: t('password.rules', { least: passwordMinimum }) }
}
