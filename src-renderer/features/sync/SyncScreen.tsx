import { IconDevices, IconDownload, IconLink, IconLinkOff, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncConflict } from '../../../src-core/sync/sync.contract.ts'
import { useOpenId } from '../../app/address.ts'
import { client, orpc, refreshData } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { sentenceOf } from '../../app/errors/sentence.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../app/session.ts'
import { askYesNo } from '../../ui/feedback/ask.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { type PageAction, PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import { DateText } from '../../ui/values/texts.tsx'
import { fieldWord, operationWord } from '../access/record-words.ts'
import { ConflictPanel } from './ConflictPanel.tsx'
import { DevicesDialog } from './DevicesDialog.tsx'
import { JoinDialog } from './JoinDialog.tsx'
import { SyncStanding } from './SyncStanding.tsx'
import { useSyncStatus } from './use-sync-status.ts'

/** Synchronisation and conflicts: where it stands, the portal, and what waits for a person. */
export function SyncScreen() {
  const { t } = useTranslation('sync')
  const status = useSyncStatus()
  const reads = holds(useOfficer(), ['SA', 'TM', 'TO', 'CR', 'DC', 'EC', 'AU'])
  const list = useQuery(orpc.sync.conflicts.queryOptions({ enabled: reads }))
  const [openId, setOpenId] = useOpenId()
  const [joining, setJoining] = useState(false)
  const table = useRef<TableHandle>(null)
  const columns = useColumns()
  const [listing, setListing] = useState(false)
  const actions = useActions(
    () => setJoining(true),
    () => setListing(true),
    (list.data ?? []).length,
  )
  const open = list.data?.find((conflict) => conflict.commandId === openId)
  const close = () => {
    setOpenId(undefined)
    if (openId) table.current?.focus(openId)
  }
  return (
    <Screen
      header={<PageHeader title={t('title')} {...actions} />}
      toolbar={
        <>
          {status.data && <SyncStanding status={status.data} />}
          {status.isError && <ErrorNote error={status.error} onRetry={() => void status.refetch()} />}
          {joining && <JoinDialog onClose={() => setJoining(false)} />}
          {listing && <DevicesDialog onClose={() => setListing(false)} />}
        </>
      }
      panel={
        open && (
          <ConflictPanel
            key={open.commandId}
            conflict={open}
            onClose={close}
            onStep={(by) => table.current?.step(by)}
          />
        )
      }
    >
      <DataTable
        name="sync.conflicts"
        label={t('inbox')}
        columns={columns}
        rowId={(row) => row.commandId}
        rows={reads ? list.data : []}
        openId={openId}
        onOpen={(row) => setOpenId(row.commandId)}
        handle={table}
        failure={list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      />
    </Screen>
  )
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
    refreshData()
  } catch (error) {
    tellError(error)
  }
}

function useActions(onJoin: () => void, onDevices: () => void, conflicts: number) {
  const { t } = useTranslation('sync')
  const { data } = useSyncStatus()
  const officer = useOfficer()
  const [busy, setBusy] = useState(false)
  const works = holds(officer, ['SA', 'TM', 'TO', 'CR', 'DC', 'EC'])
  const administers = holds(officer, ['SA'])
  const syncNow = async () => {
    setBusy(true)
    await attempt(() => client.sync.now())
    setBusy(false)
  }
  const leave = async () => {
    const yes = await askYesNo({
      question: t('leave.question'),
      detail: t('leave.detail'),
      yes: t('leave.yes'),
      danger: true,
    })
    if (yes) await attempt(() => client.sync.leave())
  }
  const exported: PageAction = {
    label: t('export'),
    icon: IconDownload,
    run: () => void attempt(async () => saveFile(await client.sync.exportConflicts())),
  }
  const more: readonly PageAction[] = [
    ...(conflicts > 0 ? [exported] : []),
    ...(data?.joined && works ? [{ label: t('devices.label'), icon: IconDevices, run: onDevices }] : []),
    ...(data?.joined && administers ? [{ label: t('leave.label'), icon: IconLinkOff, run: () => void leave() }] : []),
  ]
  const join = administers && data && !data.joined && !data.joining
  const primary: PageAction | undefined = join
    ? { label: t('join.label'), icon: IconLink, run: onJoin }
    : data?.joined && works
      ? { label: t('now'), icon: IconRefresh, run: () => void syncNow(), busy: busy || data.running }
      : undefined
  return { ...(primary && { primary }), more }
}

function useColumns(): readonly Column<SyncConflict>[] {
  const { t } = useTranslation('sync')
  return useMemo<readonly Column<SyncConflict>[]>(
    () => [
      { id: 'what', title: t('columns.what'), type: 'text', width: 240, value: (row) => operationWord(row.operation) },
      {
        id: 'record',
        title: t('columns.record'),
        type: 'text',
        width: 220,
        value: (row) => row.fields[0]?.record ?? null,
      },
      {
        id: 'why',
        title: t('columns.why'),
        type: 'text',
        width: 320,
        grow: 1,
        value: (row) =>
          row.fields.length > 0
            ? t('columns.fields', { fields: row.fields.map(({ field }) => fieldWord(field)).join(', ') })
            : sentenceOf(row.refusal),
      },
      { id: 'by', title: t('columns.by'), type: 'text', width: 180, value: (row) => row.by },
      {
        id: 'at',
        title: t('columns.at'),
        type: 'date',
        width: 170,
        value: (row) => row.at,
        render: (row) => <DateText iso={row.at} time />,
      },
    ],
    [t],
  )
}
