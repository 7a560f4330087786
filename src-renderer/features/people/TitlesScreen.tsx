import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TitleRow } from '../../../src-core/people/title.ts'
import { client } from '../../app/api.ts'
import type { Column } from '../../ui/table/columns.ts'
import type { TableView } from '../../ui/table/view.ts'
import { ListScreen } from '../courses/ListScreen.tsx'
import { TitlePanel } from './TitlePanel.tsx'

const start: TableView = {
  search: '',
  sort: [{ column: 'name', descending: false }],
  filter: { active: { kind: 'oneOf', values: [1] } },
}

/** The titles that staff bear. */
export function TitlesScreen() {
  const { t } = useTranslation('people')
  const columns = useMemo<readonly Column<TitleRow>[]>(
    () => [
      { id: 'code', title: t('titles.code'), type: 'text', width: 88, value: (row) => row.code },
      { id: 'name', title: t('titles.name'), type: 'text', width: 280, grow: 1, value: (row) => row.name },
      { id: 'nameEn', title: t('titles.nameEn'), type: 'text', width: 280, grow: 1, value: (row) => row.nameEn },
      { id: 'staffStatus', title: t('titles.staffStatus'), type: 'text', width: 148, value: (row) => row.staffStatus },
      {
        id: 'serviceClass',
        title: t('titles.serviceClass'),
        type: 'text',
        width: 120,
        value: (row) => row.serviceClass,
      },
      { id: 'level', title: t('titles.level'), type: 'text', width: 80, value: (row) => row.level },
      { id: 'staff', title: t('titles.staff'), type: 'number', width: 88, sum: true, value: (row) => row.staff },
      { id: 'active', title: t('titles.active'), type: 'flag', width: 136, value: (row) => row.active },
    ],
    [t],
  )
  return (
    <ListScreen<TitleRow>
      name="people.titles"
      words={{
        title: t('titles.title'),
        add: t('titles.add'),
        search: t('titles.search'),
        empty: t('titles.empty'),
        emptyText: t('titles.emptyText'),
      }}
      columns={columns}
      fetch={(page) => client.people.listTitles(page)}
      start={start}
      exportFile={(list) => client.people.exportTitles(list)}
      importAt="/people/import?kind=titles"
      panel={(props) => <TitlePanel key={props.id ?? 'new'} {...props} />}
    />
  )
}
