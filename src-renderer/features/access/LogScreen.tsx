import { IconShieldCheck } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenId, useTableView } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../app/session.ts'
import { useListRows } from '../../app/use-list-rows.ts'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import type { TableView } from '../../ui/table/view.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { LogEntryPanel } from './LogEntryPanel.tsx'
import { useLogColumns } from './use-log-columns.tsx'
import { VerifyPanel } from './VerifyPanel.tsx'

const start: TableView = { search: '', sort: [{ column: 'at', descending: true }], filter: {} }

const verifying = 'verify'

/** Who did what and when, refusals included, and the check that nobody changed it since. */
export function LogScreen() {
  const { t } = useTranslation('administration')
  const language = useNumberLanguage()
  const oversees = holds(useOfficer(), ['SA', 'TM', 'AU'])
  const { view, onView } = useTableView(start)
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const columns = useLogColumns()
  const server = useListRows((request) => client.access.log(request))
  const download = async ({ search, sort, filter }: TableView) => {
    try {
      saveFile(await client.access.exportLog({ search, sort: [...sort], filter: { ...filter }, language }))
    } catch (error) {
      tellError(error)
    }
  }
  const close = () => {
    setOpenId(undefined)
    if (openId && openId !== verifying) table.current?.focus(openId)
  }
  return (
    <Screen
      header={
        <PageHeader
          title={t(oversees ? 'log.title' : 'log.ownTitle')}
          secondary={
            oversees ? [{ label: t('log.verify'), run: () => setOpenId(verifying), icon: IconShieldCheck }] : []
          }
        />
      }
      toolbar={
        <Toolbar>
          <ListFilters columns={columns} view={view} onView={onView} />
        </Toolbar>
      }
      panel={
        openId === verifying ? (
          <VerifyPanel onClose={close} />
        ) : (
          openId !== undefined && (
            <LogEntryPanel key={openId} commandId={openId} onClose={close} onStep={(by) => table.current?.step(by)} />
          )
        )
      }
    >
      <DataTable
        name="access.log"
        label={t('log.title')}
        columns={columns}
        rowId={(row) => row.commandId}
        server={server}
        view={view}
        onView={onView}
        openId={openId === verifying ? undefined : openId}
        onOpen={(row) => setOpenId(row.commandId)}
        {...(oversees && { onExport: (_: readonly string[], shown: TableView) => void download(shown) })}
        handle={table}
        empty={<EmptyState title={t('log.empty')} text={t('log.emptyText')} />}
      />
    </Screen>
  )
}
