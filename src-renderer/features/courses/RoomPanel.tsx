import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../../src-core/courses/room.ts'
import { client, orpc } from '../../app/api.ts'
import { tell } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { ActivityButton, ActivityWord } from './Activity.tsx'
import type { PanelProps } from './ListScreen.tsx'
import { LoadingPanel, RecordPanel } from './RecordPanel.tsx'
import { RoomForm } from './RoomForm.tsx'
import { newRoom, roomFields, roomProblems, valuesOf } from './room-form.ts'
import { useMay } from './use-may.ts'

const formId = 'room-form'

/** One room, or the form of a new one. */
export function RoomPanel(props: PanelProps) {
  const { t } = useTranslation('courses')
  const { id, ...rest } = props
  const found = useQuery({
    ...orpc.courses.getRoom.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  if (id === undefined) return <NewRoom {...props} />
  if (!found.data)
    return <LoadingPanel title={t('rooms.title')} error={found.error} onRetry={() => void found.refetch()} {...rest} />
  return <RoomRecord room={found.data} {...rest} />
}

function NewRoom({ onClose, onAdded }: PanelProps) {
  const { t } = useTranslation('courses')
  const form = useForm({
    initial: newRoom,
    check: roomProblems,
    draft: 'room:new',
    submit: async (values) => {
      const { id } = await client.courses.addRoom(roomFields(values))
      tell({ text: t('said.added', { name: values.name }), tone: 'good' })
      onAdded(id)
    },
  })
  return (
    <RecordPanel
      title={t('rooms.new')}
      record={undefined}
      onClose={onClose}
      onStep={undefined}
      formId={formId}
      busy={form.busy}
      details={<RoomForm id={formId} form={form} readOnly={false} fresh />}
    />
  )
}

type RecordProps = Omit<PanelProps, 'id'> & { readonly room: Room }

function RoomRecord({ room, onClose, onStep }: RecordProps) {
  const may = useMay()
  return (
    <RecordPanel
      title={room.name}
      note={
        <>
          <span>{room.code}</span>
          <span>{room.venue}</span>
          <ActivityWord active={room.active} />
        </>
      }
      record={{ table: 'room', id: room.id }}
      onClose={onClose}
      onStep={onStep}
      formId={may.edit ? formId : undefined}
      actions={
        may.edit && (
          <ActivityButton
            name={room.name}
            active={room.active}
            record={room}
            deactivate={(record) => client.courses.deactivateRoom(record)}
            reactivate={(record) => client.courses.reactivateRoom(record)}
          />
        )
      }
      details={<RoomDetails key={room.rowVersion} room={room} readOnly={!may.edit} />}
    />
  )
}

function RoomDetails({ room, readOnly }: { readonly room: Room; readonly readOnly: boolean }) {
  const { t } = useTranslation('courses')
  const form = useForm({
    initial: valuesOf(room),
    check: roomProblems,
    draft: `room:${room.id}`,
    submit: async (values) => {
      const { id, rowVersion } = room
      await client.courses.changeRoom({ id, rowVersion, fields: roomFields(values) })
      tell({ text: t('said.saved', { name: values.name }), tone: 'good' })
    },
  })
  return <RoomForm id={formId} form={form} readOnly={readOnly} />
}
