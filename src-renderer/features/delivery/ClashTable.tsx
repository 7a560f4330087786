import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { clashKinds } from '../../../src-core/delivery/clash.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import classes from './delivery.module.css'
import type { ShownSchedule } from './use-schedule.ts'
import { useScheduleWords } from './use-words.ts'

type Row = NonNullable<ShownSchedule['clashes']>[number]

type Props = {
  readonly shown: ShownSchedule
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
}

const levelTones = { BLOCK: 'bad', BLOCK_AT_PUBLISH: 'warn', WARN: 'neutral' } as const

/** Every clash of the year; a row opens its session. */
export function ClashTable({ shown, openId, onOpen }: Props) {
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const columns: readonly Column<Row>[] = [
    { id: 'date', title: t('clash.date'), type: 'date', width: 120, value: (row) => row.date },
    { id: 'half', title: t('clash.half'), type: 'text', width: 120, value: (row) => words.halfAlone(row.half) },
    { id: 'code', title: t('result.code'), type: 'text', width: 150, value: (row) => row.code },
    { id: 'title', title: t('result.training'), type: 'text', width: 180, grow: 1, value: (row) => row.title },
    {
      id: 'kind',
      title: t('clash.kind'),
      type: 'choice',
      width: 120,
      value: (row) => row.clash.kind,
      choices: clashKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    { id: 'text', title: t('clash.text'), type: 'text', width: 320, grow: 3, value: (row) => words.clash(row.clash) },
    {
      id: 'level',
      title: t('clash.level'),
      type: 'choice',
      width: 150,
      value: (row) => row.level,
      choices: (['BLOCK', 'BLOCK_AT_PUBLISH', 'WARN'] as const).map((value) => ({
        value,
        label: t(`level.${value}`),
        tone: levelTones[value],
      })),
    },
    { id: 'accepted', title: t('clash.accepted'), type: 'text', width: 180, value: (row) => row.accepted },
  ]
  const rows = useMemo(
    () => shown.clashes?.map((row, at) => ({ ...row, key: `${at} ${row.sessionId}` })),
    [shown.clashes],
  )
  const openRow = rows?.find(({ sessionId }) => sessionId === openId)?.key
  return (
    <div className={classes.filler}>
      <DataTable
        name="delivery.clashes"
        label={t('clash.title')}
        columns={columns}
        rowId={(row) => row.key}
        rows={rows}
        openId={openRow}
        onOpen={(row) => onOpen(row.sessionId)}
        empty={<EmptyState title={t('clash.none')} text={t('clash.noneText')} />}
      />
    </div>
  )
}
