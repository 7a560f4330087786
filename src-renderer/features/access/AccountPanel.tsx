import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountStanding } from '../../../src-core/access/administration.contract.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { AccountFields } from './AccountFields.tsx'
import classes from './AccountPanel.module.css'
import { AccountSignIn } from './AccountSignIn.tsx'
import { valuesOf } from './account-form.ts'
import { standingWord } from './account-standing.ts'
import { HistoryPanel } from './HistoryPanel.tsx'
import { useAccountCheck } from './use-account-check.ts'
import { useMayAdminister } from './use-may-administer.ts'

const formId = 'account'

type Props = {
  readonly account: AccountStanding
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

/** One account: who it is and what she may do, how she signs in, its history. */
export function AccountPanel({ account, onClose, onStep }: Props) {
  const { t } = useTranslation(['administration', 'common', 'courses', 'records'])
  const may = useMayAdminister()
  const [tab, setTab] = useState<string | null>('details')
  const check = useAccountCheck()
  const form = useForm({
    initial: valuesOf(account),
    check,
    submit: async ({ roles, ...values }) => {
      const { id, rowVersion } = account
      await client.access.updateAccount({ id, rowVersion, ...values, roles: [...roles] })
      tell({ text: t('accounts.saved', { name: values.displayName }), tone: 'good' })
    },
  })
  const { tone, word } = standingWord(account)
  return (
    <SidePanel
      title={account.displayName}
      note={
        <>
          <span>{account.userName}</span>
          <StatusWord tone={tone}>{t(`accounts.${word}`)}</StatusWord>
        </>
      }
      width={520}
      onClose={onClose}
      onStep={onStep}
      {...(tab === 'details' &&
        may && {
          actions: (
            <>
              <div className={classes.left}>
                <ActiveButton account={account} />
              </div>
              <Button type="submit" form={formId} loading={form.busy}>
                {t('common:actions.save')}
              </Button>
            </>
          ),
        })}
    >
      <Tabs value={tab} onChange={setTab} keepMounted={false} className={classes.tabs ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="details">{t('courses:tabs.details')}</Tabs.Tab>
          <Tabs.Tab value="signIn">{t('accounts.signInTab')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('records:history.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details">
          <form id={formId} {...form.props}>
            <fieldset disabled={!may} className={classes.fields}>
              {!may && <p className={classes.hint}>{t('readOnly')}</p>}
              <AccountFields form={form} />
              <ErrorNote error={form.failure} />
            </fieldset>
          </form>
        </Tabs.Panel>
        <Tabs.Panel value="signIn">
          <AccountSignIn account={account} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistoryPanel table="account" id={account.id} />
        </Tabs.Panel>
      </Tabs>
    </SidePanel>
  )
}

function ActiveButton({ account }: { readonly account: AccountStanding }) {
  const { t } = useTranslation('administration')
  const [busy, setBusy] = useState(false)
  const { id, active, displayName } = account
  const turn = async (to: boolean, rowVersion: number) =>
    (await client.access.setAccountActive({ id, rowVersion, active: to })).account
  const run = async () => {
    setBusy(true)
    try {
      const { rowVersion } = await turn(!active, account.rowVersion)
      tellUndo(t(active ? 'accounts.deactivated' : 'accounts.activated', { name: displayName }), () =>
        turn(active, rowVersion).catch(tellError),
      )
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="default" loading={busy} onClick={() => void run()}>
      {t(active ? 'accounts.deactivate' : 'accounts.activate')}
    </Button>
  )
}
