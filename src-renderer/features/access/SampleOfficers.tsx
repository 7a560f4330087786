import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { enter, type SampleAccount } from '../../app/session.ts'
import classes from './access.module.css'

/** The officers of a sample academy; one click signs in as one of them. */
export function SampleOfficers({ accounts }: { readonly accounts: readonly SampleAccount[] }) {
  const { t } = useTranslation(['access', 'common'])
  const [failure, setFailure] = useState<unknown>(null)
  const signIn = async (accountId: string) => {
    try {
      await enter(client, await client.access.signInAsSample({ accountId }))
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <>
      <ul className={classes.officers} aria-label={t('signIn.sampleList')}>
        {accounts.map((account) => (
          <li key={account.id}>
            <button type="button" className={classes.officer} onClick={() => void signIn(account.id)}>
              <span className={classes.officerName}>{account.displayName}</span>
              <span className={classes.officerRoles}>
                {account.roles.map((role) => t(`common:roles.${role}`)).join(', ')}
              </span>
              <IconChevronRight size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <ErrorNote error={failure} />
    </>
  )
}
