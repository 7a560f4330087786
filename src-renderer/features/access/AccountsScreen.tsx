import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountStanding } from '../../../src-core/access/administration.contract.ts'
import { officerRoles } from '../../../src-core/kernel/roles.ts'
import { useOpenId, useTableView } from '../../app/address.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import { DateText } from '../../ui/values/texts.tsx'
import { AccountPanel } from './AccountPanel.tsx'
import { standings, standingTones, standingWord } from './account-standing.ts'
import { NewAccount } from './NewAccount.tsx'
import { useMayAdminister } from './use-may-administer.ts'

const adding = 'new'

/** Officers' accounts: who may do what, who is signed in. */
export function AccountsScreen() {
  const { t } = useTranslation(['administration', 'common'])
  const may = useMayAdminister()
  const accounts = useQuery(orpc.access.accounts.queryOptions())
  const { view, onView } = useTableView()
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const columns = useMemo<readonly Column<AccountStanding>[]>(
    () => [
      {
        id: 'displayName',
        title: t('accounts.displayName'),
        type: 'text',
        width: 220,
        value: (row) => row.displayName,
      },
      { id: 'userName', title: t('accounts.userName'), type: 'text', width: 150, value: (row) => row.userName },
      {
        id: 'roles',
        title: t('accounts.roles'),
        type: 'text',
        width: 320,
        grow: 1,
        value: (row) =>
          officerRoles
            .filter((role) => row.roles.includes(role))
            .map((role) => t(`common:roles.${role}`))
            .join(', '),
      },
      {
        id: 'state',
        title: t('accounts.state'),
        type: 'choice',
        width: 170,
        value: (row) => standingWord(row).word,
        choices: standings.map((word) => ({ value: word, label: t(`accounts.${word}`), tone: standingTones[word] })),
      },
      {
        id: 'signedInAt',
        title: t('accounts.signedInAt'),
        type: 'date',
        width: 150,
        value: (row) => row.signedInAt,
        render: (row) => (row.signedInAt ? <DateText iso={row.signedInAt} time /> : t('accounts.never')),
      },
      { id: 'sessions', title: t('accounts.sessions'), type: 'number', width: 120, value: (row) => row.sessions },
    ],
    [t],
  )
  const open = accounts.data?.find((account) => account.id === openId)
  const close = () => {
    setOpenId(undefined)
    if (openId && openId !== adding) table.current?.focus(openId)
  }
  return (
    <Screen
      header={
        <PageHeader
          title={t('accounts.title')}
          {...(may && { primary: { label: t('accounts.add'), run: () => setOpenId(adding), icon: IconPlus } })}
        />
      }
      toolbar={
        <Toolbar
          search={{
            value: view.search,
            onChange: (search) => onView({ ...view, search }),
            placeholder: t('accounts.search'),
          }}
        >
          <ListFilters columns={columns} view={view} onView={onView} />
        </Toolbar>
      }
      panel={
        openId === adding ? (
          <NewAccount onClose={close} onAdded={setOpenId} />
        ) : (
          open && (
            <AccountPanel
              key={`${open.id}:${open.rowVersion}`}
              account={open}
              onClose={close}
              onStep={(by) => table.current?.step(by)}
            />
          )
        )
      }
    >
      <DataTable
        name="access.accounts"
        label={t('accounts.title')}
        columns={columns}
        rowId={(row) => row.id}
        rows={accounts.data}
        view={view}
        onView={onView}
        openId={openId === adding ? undefined : openId}
        onOpen={(row) => setOpenId(row.id)}
        handle={table}
        failure={accounts.isError && <ErrorNote error={accounts.error} onRetry={() => void accounts.refetch()} />}
        empty={<EmptyState title={t('accounts.empty')} text={t('accounts.emptyText')} />}
      />
    </Screen>
  )
}
