import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { importBatchSchema } from '../../../src-core/imports/imports.contract.ts'
import { formatInstant } from '../../../src-core/kernel/dates.ts'
import { useGo, useOpenId, useTableView } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { holds, useOfficer } from '../../app/session.ts'
import { askYesNo } from '../../ui/feedback/ask.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Facts, Section } from '../../ui/screen/Section.tsx'
import { SidePanel } from '../../ui/screen/SidePanel.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { DateText } from '../../ui/values/texts.tsx'
import { useUndoImport } from './use-undo-import.ts'

type Batch = z.infer<typeof importBatchSchema>

const tones = {
  UPLOADED: 'neutral',
  MAPPED: 'neutral',
  CHECKED: 'active',
  COMMITTED: 'good',
  UNDONE: 'neutral',
  PARTLY_UNDONE: 'warn',
} as const
const states = Object.keys(tones) as readonly Batch['state'][]
const kinds = [
  'needs',
  'staff',
  'units',
  'titles',
  'topics',
  'trainers',
  'providers',
  'rooms',
  'holidays',
  'needsResults',
  'externalTrainings',
  'plan',
] as const

/** Every import with what it wrote; for thirty days it can be taken back. */
export function ImportsList() {
  const { t } = useTranslation('imports')
  const go = useGo()
  const officer = useOfficer()
  const { view, onView } = useTableView()
  const [openId, setOpenId] = useOpenId()
  const { data } = useQuery(orpc.imports.list.queryOptions())
  const columns: readonly Column<Batch>[] = [
    { id: 'file', title: t('list.file'), type: 'text', grow: 1, value: (row) => row.fileName },
    {
      id: 'kind',
      title: t('list.kind'),
      type: 'choice',
      width: 130,
      value: (row) => row.kind,
      choices: kinds.map((value) => ({ value, label: t(`list.kinds.${value}`) })),
    },
    { id: 'sender', title: t('list.sender'), type: 'text', width: 180, value: (row) => row.sender },
    {
      id: 'at',
      title: t('list.at'),
      type: 'text',
      width: 150,
      value: (row) => formatInstant(row.at),
      render: (row) => <DateText iso={row.at} time />,
    },
    { id: 'by', title: t('list.by'), type: 'text', width: 160, value: (row) => row.by },
    { id: 'created', title: t('list.created'), type: 'number', width: 90, sum: true, value: (row) => row.created },
    { id: 'changed', title: t('list.changed'), type: 'number', width: 90, sum: true, value: (row) => row.changed },
    {
      id: 'state',
      title: t('list.state'),
      type: 'choice',
      width: 160,
      value: (row) => row.state,
      choices: states.map((value) => ({ value, label: t(`list.states.${value}`), tone: tones[value] })),
    },
  ]
  const open = data?.find((batch) => batch.id === openId)
  const mayImport = holds(officer, ['TM', 'TO'])
  return (
    <Screen
      header={
        <PageHeader
          title={t('list.title')}
          {...(mayImport ? { primary: { label: t('needs.title'), run: () => go('/needs/import') } } : {})}
        />
      }
      panel={open && <BatchPanel batch={open} mayUndo={mayImport} onClose={() => setOpenId(undefined)} />}
    >
      <DataTable
        name="imports"
        label={t('list.title')}
        columns={columns}
        rowId={(row) => row.id}
        rows={data}
        view={view}
        onView={onView}
        openId={openId}
        onOpen={(row) => setOpenId(row.id)}
        empty={
          <EmptyState
            title={t('list.empty')}
            text={t('list.emptyText')}
            {...(mayImport ? { action: { label: t('needs.title'), run: () => go('/needs/import') } } : {})}
          />
        }
      />
    </Screen>
  )
}

function BatchPanel({
  batch,
  mayUndo,
  onClose,
}: {
  readonly batch: Batch
  readonly mayUndo: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation('imports')
  const undo = useUndoImport()
  const ask = async () => {
    const yes = await askYesNo({
      question: t('list.undoAsk', { file: batch.fileName }),
      detail: t('list.undoDetail', { created: batch.created, changed: batch.changed }),
      yes: t('list.undo'),
      danger: true,
    })
    if (yes) await undo(batch.id)
  }
  const download = async () => {
    try {
      saveFile(await client.imports.file({ batchId: batch.id }))
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <SidePanel title={batch.fileName} onClose={onClose}>
      <Section title={t('list.state')}>
        <Facts
          facts={[
            [t('list.kind'), t(`list.kinds.${batch.kind}`)],
            [t('list.state'), t(`list.states.${batch.state}`)],
            [t('list.at'), <DateText key="at" iso={batch.at} time />],
            [t('list.by'), batch.by],
            [t('list.sender'), batch.sender],
            [t('list.created'), batch.created],
            [t('list.changed'), batch.changed],
          ]}
        />
        {batch.kept > 0 && <p>{t('list.kept', { count: batch.kept })}</p>}
      </Section>
      <Button variant="default" onClick={() => void download()}>
        {t('list.download')}
      </Button>
      {mayUndo && batch.state === 'COMMITTED' && (
        <Section title={t('list.undo')} note={t('list.until', { date: formatInstant(batch.undoableUntil) })}>
          <Button variant="default" onClick={() => void ask()}>
            {t('list.undo')}
          </Button>
        </Section>
      )}
    </SidePanel>
  )
}
