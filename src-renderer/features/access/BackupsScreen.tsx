import { IconDatabaseExport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../src-core/access/backup.ts'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import { useOpenId } from '../../app/address.ts'
import { client, orpc, refreshData } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import { DateText, useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { BackupPanel } from './BackupPanel.tsx'
import classes from './BackupsScreen.module.css'
import { useMayAdminister } from './use-may-administer.ts'
import { useStageWord } from './use-stage-word.ts'

/** Backups of the academy: what there is, how old, whether it is sound, and the way back. */
export function BackupsScreen() {
  const { t } = useTranslation('administration')
  const may = useMayAdminister()
  const stageWord = useStageWord()
  const list = useQuery(orpc.access.backups.queryOptions())
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const columns = useColumns(list.data?.entries ?? 0)
  const { work, start, cancel } = useLongOperation((_: undefined, options) => client.access.backUp({}, options))
  const backUp = async () => {
    if (!(await start(undefined))) return
    refreshData()
    tell({ text: t('backups.made'), tone: 'good' })
  }
  const newest = list.data?.backups[0]
  const open = list.data?.backups.find((backup) => backup.name === openId)
  const close = () => {
    setOpenId(undefined)
    if (openId) table.current?.focus(openId)
  }
  return (
    <Screen
      header={
        <PageHeader
          title={t('backups.title')}
          {...(may && {
            primary: {
              label: t('backups.now'),
              run: () => void backUp(),
              icon: IconDatabaseExport,
              busy: work.status === 'running',
            },
          })}
        />
      }
      toolbar={
        <div className={classes.notes}>
          {list.data?.dailyDue && newest ? (
            <Note tone="warn" text={t('backups.old', { date: formatInstant(newest.at) })} />
          ) : (
            <p className={classes.hint}>{t('backups.note')}</p>
          )}
          <ProgressPanel title={t('backups.making')} work={work} stageWord={stageWord} onCancel={cancel} />
          {work.status === 'failed' && <ErrorNote error={work.error} />}
        </div>
      }
      panel={
        open && (
          <BackupPanel
            key={open.name}
            backup={open}
            missing={(list.data?.entries ?? 0) - open.entries}
            onClose={close}
            onStep={(by) => table.current?.step(by)}
          />
        )
      }
    >
      <DataTable
        name="access.backups"
        label={t('backups.title')}
        columns={columns}
        rowId={(row) => row.name}
        rows={list.data?.backups}
        openId={openId}
        onOpen={(row) => setOpenId(row.name)}
        handle={table}
        failure={list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
        empty={
          <EmptyState
            title={t('backups.empty')}
            text={t('backups.emptyText')}
            {...(may && { action: { label: t('backups.now'), run: () => void backUp() } })}
          />
        }
      />
    </Screen>
  )
}

function useColumns(entries: number): readonly Column<Backup>[] {
  const { t } = useTranslation('administration')
  const language = useNumberLanguage()
  return useMemo<readonly Column<Backup>[]>(
    () => [
      {
        id: 'at',
        title: t('backups.at'),
        type: 'date',
        width: 170,
        value: (row) => row.at,
        render: (row) => <DateText iso={row.at} time />,
      },
      {
        id: 'kind',
        title: t('backups.kind'),
        type: 'choice',
        width: 240,
        value: (row) => row.kind,
        choices: (['daily', 'manual', 'migration'] as const).map((kind) => ({
          value: kind,
          label: t(`backups.${kind}`),
        })),
      },
      {
        id: 'missing',
        title: t('backups.missingTitle'),
        type: 'number',
        width: 180,
        value: (row) => entries - row.entries,
        render: (row) => {
          const count = entries - row.entries
          return count === 0 ? t('backups.none') : t('backups.missing', { count })
        },
      },
      {
        id: 'size',
        title: t('backups.size'),
        type: 'number',
        width: 120,
        value: (row) => row.bytes,
        render: (row) => t('backups.megabytes', { size: formatNumber(row.bytes / 1024 / 1024, 1, language) }),
      },
      { id: 'file', title: t('backups.file'), type: 'text', width: 260, grow: 1, value: (row) => `${row.name}.db` },
    ],
    [t, entries, language],
  )
}
