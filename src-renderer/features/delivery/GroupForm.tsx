import { ActionIcon, Button, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { groupMixes } from '../../../src-core/delivery/groups.contract.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { toNumber } from '../../ui/form/to-number.ts'
import { UnitPicker } from '../people/UnitPicker.tsx'
import classes from './delivery.module.css'
import { useMoving } from './use-moving.ts'

type Props = { readonly plan: Plan; readonly trainingId: string; readonly editable: boolean }

/** How placing makes up the groups of a line, and the seats of this group that are kept for units. */
export function GroupForm({ plan, trainingId, editable }: Props) {
  const { t } = useTranslation('delivery')
  const moving = useMoving()
  const [unitId, setUnitId] = useState<string | null>(null)
  const [seats, setSeats] = useState<number | null>(null)
  const found = useQuery(orpc.delivery.groups.queryOptions({ input: { trainingId } }))
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const group = found.data?.groups.find((one) => one.trainingId === trainingId)
  if (!found.data || !group) return null
  const { lineNo, mix } = found.data
  const kept = group.reserved.map((one) => ({ unitId: one.unitId, seats: one.seats }))
  const reserve = (next: { readonly unitId: string; readonly seats: number }[]) =>
    moving.run(client.delivery.reserveSeats({ planId: plan.id, trainingId, seats: next }), t('groups.reservedDone'))
  const add = async () => {
    if (unitId === null || seats === null) return
    const others = kept.filter((one) => one.unitId !== unitId)
    if (!(await reserve([...others, { unitId, seats }]))) return
    setUnitId(null)
    setSeats(null)
  }
  return (
    <div className={classes.form}>
      <Select
        label={t('groups.mix')}
        description={t('groups.mixHint')}
        allowDeselect={false}
        disabled={!editable}
        data={groupMixes.map((value) => ({ value, label: t(`groups.mixes.${value}`) }))}
        value={mix}
        onChange={(value) => {
          const next = groupMixes.find((one) => one === value)
          if (next) void moving.run(client.delivery.setMix({ planId: plan.id, lineNo, mix: next }), t('groups.mixDone'))
        }}
      />
      {(editable || group.reserved.length > 0) && <strong>{t('groups.reserved')}</strong>}
      {group.reserved.length > 0 && (
        <ul className={classes.list}>
          {group.reserved.map((one) => (
            <li key={one.unitId}>
              <span>{t('groups.reservedSeats', { unit: one.unit, seats: one.seats })}</span>
              {editable && (
                <ActionIcon
                  size="sm"
                  aria-label={t('groups.remove', { unit: one.unit })}
                  onClick={() => void reserve(kept.filter((other) => other.unitId !== one.unitId))}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {editable && (
        <form
          className={classes.reserve}
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <UnitPicker size="xs" ariaLabel={t('groups.unit')} width={220} value={unitId} onChange={setUnitId} />
          <NumberField
            size="xs"
            w={88}
            aria-label={t('groups.seats')}
            placeholder={t('groups.seats')}
            min={1}
            max={group.seats}
            value={seats ?? ''}
            onChange={(said) => setSeats(toNumber(said))}
          />
          <Button size="xs" variant="default" type="submit" disabled={unitId === null || seats === null}>
            {t('groups.reserve')}
          </Button>
        </form>
      )}
    </div>
  )
}
