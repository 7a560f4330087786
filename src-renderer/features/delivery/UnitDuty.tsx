import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionHalves } from '../../../src-core/delivery/session.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { UnitPicker } from '../people/UnitPicker.tsx'
import classes from './delivery.module.css'
import { useMoving } from './use-moving.ts'
import { useScheduleWords } from './use-words.ts'

/** Days on which units can spare nobody. */
export function UnitDuty({ editable }: { readonly editable: boolean }) {
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const moving = useMoving()
  const found = useQuery(orpc.delivery.duty.queryOptions())
  return (
    <div className={classes.columns}>
      {editable ? <NewDuty /> : <p className={classes.dim}>{t('duty.text')}</p>}
      <div>
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
        {found.data?.length === 0 && <EmptyState title={t('duty.empty')} text={t('duty.text')} />}
        <ul className={classes.list}>
          {(found.data ?? []).map(({ id, unit, fromDate, toDate, half, note }) => (
            <li key={id}>
              <span>
                {unit} <span className={classes.dim}>{note}</span>
              </span>
              <span>
                {`${formatDate(fromDate)}–${formatDate(toDate)}, ${words.half(half)}`}{' '}
                {editable && (
                  <ActionIcon
                    size="sm"
                    aria-label={t('duty.remove', { unit })}
                    onClick={() => void moving.run(client.delivery.removeDuty({ ids: [id] }), t('duty.removed'))}
                  >
                    <IconTrash size={14} />
                  </ActionIcon>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function NewDuty() {
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const moving = useMoving()
  const [unitId, setUnitId] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [half, setHalf] = useState<(typeof sessionHalves)[number]>('none')
  const [note, setNote] = useState('')
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (unitId === null || from === null) return
        const duty = { unitId, fromDate: from, toDate: to ?? from, half, note: note.trim() || null }
        void moving.run(client.delivery.addDuty(duty), t('duty.added')).then((done) => {
          if (done) setNote('')
        })
      }}
    >
      <p className={classes.dim}>{t('duty.text')}</p>
      <UnitPicker label={t('duty.unit')} value={unitId} onChange={setUnitId} />
      <DateField label={t('holiday.from')} value={from} onChange={setFrom} />
      <DateField label={t('holiday.to')} value={to} onChange={setTo} />
      <Select
        label={t('holiday.half')}
        allowDeselect={false}
        data={sessionHalves.map((value) => ({ value, label: words.halfAlone(value) }))}
        value={half}
        onChange={(value) => setHalf(sessionHalves.find((one) => one === value) ?? 'none')}
      />
      <TextInput
        label={t('duty.note')}
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" disabled={unitId === null || from === null}>
          {t('duty.add')}
        </Button>
      </div>
    </form>
  )
}
