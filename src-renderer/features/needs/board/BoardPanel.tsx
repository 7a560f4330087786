import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPercent } from '../../../../src-core/kernel/numbers.ts'
import type { SilentPerson } from '../../../../src-core/needs/board.contract.ts'
import { type BoardRow, responseRate } from '../../../../src-core/needs/board.ts'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { useGo } from '../../../app/address.ts'
import { client } from '../../../app/api.ts'
import { holds, useOfficer } from '../../../app/session.ts'
import { useListRows } from '../../../app/use-list-rows.ts'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { SidePanel } from '../../../ui/screen/SidePanel.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableView } from '../../../ui/table/view.ts'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import classes from './BoardPanel.module.css'

type Props = {
  readonly cycle: CycleView
  readonly row: BoardRow
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

const start: TableView = { search: '', filter: {}, sort: [{ column: 'name', descending: false }] }

/** Who of a unit and everything below it has not answered; opening somebody goes to her form. */
export function BoardPanel({ cycle, row, onClose, onStep }: Props) {
  const { t } = useTranslation('needs')
  const language = useNumberLanguage()
  const go = useGo()
  const [view, setView] = useState(start)
  const mayEnter = holds(useOfficer(), ['TO', 'TM'])
  const columns = useMemo(
    (): readonly Column<SilentPerson>[] => [
      { id: 'name', type: 'text', title: t('field.person'), value: (person) => person.name, grow: 2 },
      { id: 'registryNo', type: 'text', title: t('field.registryNo'), value: (person) => person.registryNo, width: 90 },
      { id: 'unit', type: 'text', title: t('field.unit'), value: (person) => person.unitName, grow: 2 },
    ],
    [t],
  )
  const server = useListRows((page) => client.needs.unanswered({ cycleId: cycle.id, unitId: row.unitId, page }))
  const { eligible, answered } = row.below
  const rate = responseRate(row.below)
  return (
    <SidePanel
      title={row.name}
      width={520}
      onClose={onClose}
      onStep={onStep}
      note={
        <>
          {rate !== null && `${formatPercent(rate, 1, language)} · `}
          {eligible > answered ? t('board.missingOf', { count: eligible - answered }) : t('board.everybody')}
        </>
      }
    >
      <div className={classes.people}>
        <DataTable
          name="board-people"
          label={t('board.people')}
          columns={columns}
          rowId={(person) => person.personId}
          server={server}
          view={view}
          onView={setView}
          {...(mayEnter && { onOpen: (person: SilentPerson) => go(`/needs/entry?person=${person.personId}`) })}
          empty={<EmptyState title={t('board.everybody')} />}
        />
      </div>
    </SidePanel>
  )
}
