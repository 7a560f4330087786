import { Button, Popover } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../src-core/people/staff.ts'
import { client, orpc, queryClient } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import { mostMoved } from './chosen-staff.ts'
import classes from './people.module.css'
import { UnitPicker } from './UnitPicker.tsx'

type Props = {
  readonly count: number | undefined
  /** Reads the chosen people; undefined when they are too many. */
  readonly read: () => Promise<readonly StaffRow[] | undefined>
  readonly onDone: () => void
}

/** Gives the chosen people another unit; undo sends each back to where they were. */
export function MoveStaff({ count, read, onDone }: Props) {
  const { t } = useTranslation('people')
  const [open, setOpen] = useState(false)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const takeBack = async (rows: readonly StaffRow[]) => {
    try {
      for (const [former, people] of Map.groupBy(rows, (row) => row.unitId)) {
        const versions = people.map(({ id, rowVersion }) => ({ id, rowVersion: rowVersion + 1 }))
        await client.people.moveStaff({ people: versions, unitId: former })
      }
    } catch (error) {
      tellError(error)
    }
  }
  const move = async () => {
    if (!unitId) return
    setBusy(true)
    try {
      const rows = await read()
      if (!rows) return tell({ text: t('staff.moveTooMany', { most: mostMoved }), tone: 'warn' })
      const moving = rows.filter((row) => row.unitId !== unitId)
      if (moving.length > 0) {
        const people = moving.map(({ id, rowVersion }) => ({ id, rowVersion }))
        await client.people.moveStaff({ people, unitId })
      }
      const { units } = await queryClient.fetchQuery(orpc.people.unitOptions.queryOptions())
      const unit = units.find(({ id }) => id === unitId)?.name ?? ''
      setOpen(false)
      onDone()
      tellUndo(t('said.moved', { count: moving.length, unit }), () => takeBack(moving))
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Popover opened={open} onChange={setOpen} position="top-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button size="xs" variant="default" onClick={() => setOpen(!open)}>
          {t('staff.move')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.leave}>
          <UnitPicker label={t('staff.moveTo')} clearable={false} value={unitId} onChange={setUnitId} />
          <Button loading={busy} disabled={unitId === null} onClick={() => void move()}>
            {t('staff.moveDo', { count: count ?? 0 })}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
