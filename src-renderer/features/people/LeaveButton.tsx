import { Button, Popover } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { istanbulDate } from '../../../src-core/kernel/dates.ts'
import type { StaffDetail } from '../../../src-core/people/staff.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import { DateField } from '../../ui/form/DateField.tsx'
import classes from './people.module.css'

type Props = { readonly person: StaffDetail; readonly name: string }

/** Records that somebody has left on a day, or is in service again; either can be undone. */
export function LeaveButton({ person, name }: Props) {
  const { t } = useTranslation('people')
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [day, setDay] = useState<string | null>(() => istanbulDate(new Date()))
  const { id } = person

  const leave = async () => {
    if (day === null) return
    setBusy(true)
    setFailure(null)
    try {
      const { rowVersion, leads } = await client.people.deactivateStaff({
        id,
        rowVersion: person.rowVersion,
        leaveDate: day,
      })
      setOpen(false)
      const units = [...new Set(leads.map((lead) => lead.name))].join(', ')
      const text = units ? t('said.leftLeads', { name, units }) : t('said.left', { name })
      tellUndo(text, () => client.people.reactivateStaff({ id, rowVersion }).catch(tellError))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const comeBack = async () => {
    setBusy(true)
    try {
      await client.people.reactivateStaff({ id, rowVersion: person.rowVersion })
      tell({ text: t('said.returned', { name }), tone: 'good' })
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }

  if (!person.active)
    return (
      <Button variant="default" loading={busy} onClick={() => void comeBack()}>
        {t('staff.back')}
      </Button>
    )
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpen(!open)}>
          {t('staff.leave')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.leave}>
          <DateField label={t('staff.leaveDay')} value={day} onChange={setDay} required />
          <span className={classes.quiet}>{t('staff.leaveText')}</span>
          <ErrorNote error={failure} />
          <Button loading={busy} disabled={day === null} onClick={() => void leave()}>
            {t('staff.leaveDo')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
