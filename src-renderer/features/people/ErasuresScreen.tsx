import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedErasure } from '../../../src-core/people/erasure.contract.ts'
import { useOpenId, useTableView } from '../../app/address.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { FilterBar } from '../../ui/table/FilterBar.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import { DateText } from '../../ui/values/texts.tsx'
import { ErasurePanel } from './ErasurePanel.tsx'
import { erasureTones } from './erasure-words.ts'

const states = ['ASKED', 'ANSWERED', 'WITHDRAWN'] as const

/** Requests of staff to have data about them erased. */
export function ErasuresScreen() {
  const { t } = useTranslation('people')
  const { data, error, isError, refetch } = useQuery(orpc.people.erasures.queryOptions())
  const { view, onView } = useTableView()
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const columns = useMemo<readonly Column<ListedErasure>[]>(
    () => [
      { id: 'name', title: t('erasure.name'), type: 'text', width: 220, grow: 1, value: (row) => row.name },
      { id: 'registryNo', title: t('erasure.registryNo'), type: 'text', width: 110, value: (row) => row.registryNo },
      { id: 'unit', title: t('erasure.unit'), type: 'text', width: 260, grow: 1, value: (row) => row.unit },
      {
        id: 'state',
        title: t('erasure.state'),
        type: 'choice',
        width: 150,
        value: (row) => row.state,
        choices: states.map((value) => ({ value, label: t(`erasure.states.${value}`), tone: erasureTones[value] })),
      },
      {
        id: 'askedAt',
        title: t('erasure.askedAt'),
        type: 'date',
        width: 150,
        value: (row) => row.askedAt,
        render: (row) => <DateText iso={row.askedAt} time />,
      },
      { id: 'dueOn', title: t('erasure.dueOn'), type: 'date', width: 140, value: (row) => row.dueOn },
      {
        id: 'answeredAt',
        title: t('erasure.answeredAt'),
        type: 'date',
        width: 150,
        value: (row) => row.answeredAt,
        render: (row) => row.answeredAt && <DateText iso={row.answeredAt} time />,
      },
    ],
    [t],
  )
  const open = data?.erasures.find(({ id }) => id === openId)
  const close = () => {
    setOpenId(undefined)
    if (openId) table.current?.focus(openId)
  }
  return (
    <Screen
      header={<PageHeader title={t('erasure.title')} />}
      toolbar={
        <Toolbar search={{ value: view.search, onChange: (search) => onView({ ...view, search }) }}>
          <FilterBar columns={columns} view={view} onView={onView} />
        </Toolbar>
      }
      panel={
        open && (
          <ErasurePanel
            key={`${open.id}:${open.rowVersion}`}
            erasure={open}
            onClose={close}
            onStep={(by) => table.current?.step(by)}
          />
        )
      }
    >
      <DataTable
        name="people.erasures"
        label={t('erasure.title')}
        columns={columns}
        rowId={(row) => row.id}
        rows={data && [...data.erasures]}
        view={view}
        onView={onView}
        openId={openId}
        onOpen={(row) => setOpenId(row.id)}
        handle={table}
        failure={isError && <ErrorNote error={error} onRetry={() => void refetch()} />}
        empty={<EmptyState title={t('erasure.empty')} text={t('erasure.emptyText')} />}
      />
    </Screen>
  )
}
