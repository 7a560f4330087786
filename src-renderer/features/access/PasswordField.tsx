import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A password with an eye to look at it, and a word when Caps Lock is on. */
export function PasswordField({ description, ...props }: PasswordInputProps) {
  const { t } = useTranslation(['access', 'common'])
  const [caps, setCaps] = useState(false)
  const [shown, setShown] = useState(false)
  const look = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  return (
    <PasswordInput
      {...props}
      description={caps ? t('password.capsLock') : description}
      visible={shown}
      onVisibilityChange={setShown}
      visibilityToggleButtonProps={{
        'aria-label': t(shown ? 'common:actions.hidePassword' : 'common:actions.showPassword'),
        tabIndex: 0,
      }}
      onKeyDown={look}
      onKeyUp={look}
    />
  )
}
