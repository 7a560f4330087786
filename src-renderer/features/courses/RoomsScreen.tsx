import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { clockText, type Room, roomLayouts } from '../../../src-core/courses/room.ts'
import { client } from '../../app/api.ts'
import type { Column } from '../../ui/table/columns.ts'
import type { TableView } from '../../ui/table/view.ts'
import { ListScreen } from './ListScreen.tsx'
import { RoomPanel } from './RoomPanel.tsx'

const start: TableView = {
  search: '',
  sort: [
    { column: 'venue', descending: false },
    { column: 'code', descending: false },
  ],
  filter: { active: { kind: 'oneOf', values: [1] } },
}

/** Rooms, halls and grounds. */
export function RoomsScreen() {
  const { t } = useTranslation('courses')
  const columns = useMemo<readonly Column<Room>[]>(
    () => [
      { id: 'code', title: t('rooms.code'), type: 'text', width: 124, value: (row) => row.code },
      { id: 'name', title: t('rooms.name'), type: 'text', width: 260, grow: 1, value: (row) => row.name },
      { id: 'venue', title: t('rooms.venue'), type: 'text', width: 200, grow: 1, value: (row) => row.venue },
      {
        id: 'capacity',
        title: t('rooms.capacity'),
        type: 'number',
        width: 96,
        sum: true,
        value: (row) => row.capacity,
      },
      {
        id: 'layout',
        title: t('rooms.layout'),
        type: 'choice',
        width: 148,
        choices: roomLayouts.map((value) => ({ value, label: t(`word.layout.${value}`) })),
        value: (row) => row.layout,
      },
      {
        id: 'equipment',
        title: t('rooms.equipment'),
        type: 'text',
        width: 260,
        grow: 1,
        value: (row) => row.equipment.join(', '),
      },
      { id: 'accessible', title: t('rooms.accessible'), type: 'flag', width: 120, value: (row) => row.accessible },
      {
        id: 'bookableFrom',
        title: t('rooms.hours'),
        type: 'text',
        width: 128,
        filterable: false,
        value: (row) => `${clockText(row.bookableFrom)}–${clockText(row.bookableTo)}`,
      },
      { id: 'unitName', title: t('rooms.unit'), type: 'text', width: 240, hidden: true, value: (row) => row.unitName },
      { id: 'active', title: t('word.activity.active'), type: 'flag', width: 88, value: (row) => row.active },
    ],
    [t],
  )
  return (
    <ListScreen<Room>
      name="courses.rooms"
      words={{
        title: t('rooms.title'),
        add: t('rooms.add'),
        search: t('rooms.search'),
        empty: t('rooms.empty'),
        emptyText: t('rooms.emptyText'),
      }}
      columns={columns}
      fetch={(page) => client.courses.listRooms(page)}
      start={start}
      exportFile={(list) => client.courses.exportRooms(list)}
      importAt="/catalogue/import?kind=rooms"
      panel={(props) => <RoomPanel key={props.id ?? 'new'} {...props} />}
    />
  )
}
