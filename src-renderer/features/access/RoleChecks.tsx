import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type OfficerRole, officerRoles } from '../../../src-core/kernel/roles.ts'
import classes from './RoleChecks.module.css'

type Props = {
  readonly id: string
  readonly value: readonly OfficerRole[]
  readonly onChange: (roles: readonly OfficerRole[]) => void
  readonly onBlur?: () => void
  readonly error?: string | undefined
}

/** The roles an officer may hold, each with what it may do. */
export function RoleChecks({ id, value, onChange, onBlur, error }: Props) {
  const { t } = useTranslation(['administration', 'common'])
  return (
    <Checkbox.Group
      id={id}
      label={t('accounts.roles')}
      description={t('accounts.rolesHint')}
      required
      error={error}
      value={[...value]}
      onChange={(chosen) => onChange(officerRoles.filter((role) => chosen.includes(role)))}
    >
      <div className={classes.roles}>
        {officerRoles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`common:roles.${role}`)}
            description={t(`roleText.${role}`)}
            {...(onBlur && { onBlur })}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
