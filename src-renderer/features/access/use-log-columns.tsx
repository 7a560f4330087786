import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogRow } from '../../../src-core/access/audit.contract.ts'
import { orpc } from '../../app/api.ts'
import type { Column } from '../../ui/table/columns.ts'
import { DateText } from '../../ui/values/texts.tsx'
import { aboutWord, operationNames, operationWord, tableWord } from './record-words.ts'

/** Columns of the log; who stands in it is asked of the service, so that one can choose. */
export function useLogColumns(): readonly Column<LogRow>[] {
  const { t } = useTranslation('administration')
  const actors = useQuery(orpc.access.logActors.queryOptions())
  return useMemo<readonly Column<LogRow>[]>(() => {
    const touched = ({ touched: tables }: LogRow) =>
      tables
        .map(({ table, created, changed, removed }) => {
          const parts = [
            created > 0 && t('log.created', { count: created }),
            changed > 0 && t('log.changed', { count: changed }),
            removed > 0 && t('log.removed', { count: removed }),
          ]
          return `${tableWord(table)}: ${parts.filter(Boolean).join(', ')}`
        })
        .join(' · ')
    return [
      {
        id: 'at',
        title: t('log.at'),
        type: 'date',
        width: 160,
        value: (row) => row.at,
        render: (row) => <DateText iso={row.at} time />,
      },
      {
        id: 'actorId',
        title: t('log.actor'),
        type: 'choice',
        width: 190,
        sortable: false,
        value: (row) => row.actorId,
        choices: [
          { value: 'nobody', label: t('log.nobody') },
          ...(actors.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ],
      },
      {
        id: 'operation',
        title: t('log.operation'),
        type: 'choice',
        width: 260,
        sortable: false,
        value: (row) => row.operation,
        choices: operationNames.map((name) => ({ value: name, label: operationWord(name) })),
      },
      {
        id: 'about',
        title: t('log.about'),
        type: 'text',
        width: 220,
        grow: 1,
        sortable: false,
        filterable: false,
        value: aboutWord,
      },
      {
        id: 'touched',
        title: t('log.touched'),
        type: 'text',
        width: 260,
        grow: 1,
        sortable: false,
        filterable: false,
        value: touched,
      },
      {
        id: 'outcome',
        title: t('log.outcome'),
        type: 'choice',
        width: 130,
        sortable: false,
        value: (row) => row.outcome,
        choices: [
          { value: 'done', label: t('log.done'), tone: 'good' },
          { value: 'refused', label: t('log.refused'), tone: 'warn' },
        ],
      },
      {
        id: 'source',
        title: t('log.source'),
        type: 'choice',
        width: 130,
        hidden: true,
        sortable: false,
        value: (row) => row.source,
        choices: [
          { value: 'window', label: t('log.window') },
          { value: 'cli', label: t('log.cli') },
          { value: 'service', label: t('log.service') },
          { value: 'portal', label: t('log.portal') },
        ],
      },
    ]
  }, [t, actors.data])
}
