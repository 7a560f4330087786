import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import type { UnitRow } from '../../../src-core/people/unit.ts'
import { useGo } from '../../app/address.ts'
import { client, orpc } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import type { PanelProps } from '../courses/ListScreen.tsx'
import { LoadingPanel, RecordPanel } from '../courses/RecordPanel.tsx'
import classes from './people.module.css'
import { UnitForm } from './UnitForm.tsx'
import { newUnit, unitFields, unitProblems, valuesOf } from './unit-form.ts'
import { useFirstField } from './use-first-field.ts'
import { useMay } from './use-may.ts'

const formId = 'unit-form'

type Props = PanelProps & {
  /** Where a new unit is to stand. */
  readonly parentId: string | null
  readonly onAddBelow: (parentId: string) => void
}

/** One unit, or the form of a new one. */
export function UnitPanel(props: Props) {
  const { t } = useTranslation('people')
  const { id, parentId: _, onAddBelow, ...rest } = props
  const found = useQuery({
    ...orpc.people.getUnit.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  if (id === undefined) return <NewUnit {...props} />
  if (!found.data)
    return <LoadingPanel title={t('units.title')} error={found.error} onRetry={() => void found.refetch()} {...rest} />
  return <UnitRecord unit={found.data} onAddBelow={onAddBelow} {...rest} />
}

function NewUnit({ onClose, onAdded, parentId }: Props) {
  const { t } = useTranslation('people')
  useFirstField(formId)
  const form = useForm({
    initial: newUnit(parentId),
    check: unitProblems,
    draft: `unit:new:${parentId ?? ''}`,
    submit: async (values) => {
      const { id } = await client.people.addUnit(unitFields(values))
      tell({ text: t('said.added', { name: values.name }), tone: 'good' })
      onAdded(id)
    },
  })
  return (
    <RecordPanel
      title={t('units.new')}
      record={undefined}
      onClose={onClose}
      onStep={undefined}
      formId={formId}
      busy={form.busy}
      details={<UnitForm id={formId} form={form} readOnly={false} />}
    />
  )
}

type RecordProps = Omit<Props, 'id' | 'parentId'> & { readonly unit: UnitRow }

function UnitRecord({ unit, onClose, onStep, onAddBelow }: RecordProps) {
  const { t } = useTranslation('people')
  const may = useMay()
  const go = useGo()
  return (
    <RecordPanel
      title={unit.name}
      note={
        <>
          <span>{unit.code}</span>
          <span>{t('units.counts', { own: unit.staff, below: unit.staffBelow })}</span>
          <UnitState unit={unit} />
        </>
      }
      record={{ table: 'orgUnit', id: unit.id }}
      onClose={onClose}
      onStep={onStep}
      formId={may.edit ? formId : undefined}
      actions={may.edit && <CloseButton unit={unit} />}
      details={
        <div className={classes.form}>
          <div className={classes.links}>
            <Button size="xs" variant="default" onClick={() => go(`/people/staff?unit=${unit.id}`)}>
              {t('units.showStaff')}
            </Button>
            {may.add && unit.active && (
              <Button size="xs" variant="default" onClick={() => onAddBelow(unit.id)}>
                {t('units.addBelow')}
              </Button>
            )}
          </div>
          <UnitDetails key={unit.rowVersion} unit={unit} readOnly={!may.edit} />
        </div>
      }
    />
  )
}

/** Whether a unit works, and since when it does not. */
export function UnitState({ unit }: { readonly unit: Pick<UnitRow, 'active' | 'validTo'> }) {
  const { t } = useTranslation('people')
  if (unit.active) return <StatusWord tone="good">{t('units.isOpen')}</StatusWord>
  return (
    <StatusWord tone="neutral">
      {unit.validTo ? t('units.isClosed', { date: formatDate(unit.validTo) }) : t('units.isClosedUndated')}
    </StatusWord>
  )
}

function CloseButton({ unit }: { readonly unit: UnitRow }) {
  const { t } = useTranslation('people')
  const [busy, setBusy] = useState(false)
  const turn = (active: boolean, rowVersion: number) =>
    active
      ? client.people.reactivateUnit({ id: unit.id, rowVersion })
      : client.people.deactivateUnit({ id: unit.id, rowVersion, validTo: null })
  const run = async () => {
    setBusy(true)
    try {
      const { rowVersion } = await turn(!unit.active, unit.rowVersion)
      tellUndo(t(unit.active ? 'said.closed' : 'said.opened', { name: unit.name }), () =>
        turn(unit.active, rowVersion).catch(tellError),
      )
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="default" loading={busy} onClick={() => void run()}>
      {t(unit.active ? 'units.close' : 'units.reopen')}
    </Button>
  )
}

function UnitDetails({ unit, readOnly }: { readonly unit: UnitRow; readonly readOnly: boolean }) {
  const { t } = useTranslation('people')
  const form = useForm({
    initial: valuesOf(unit),
    check: unitProblems,
    draft: `unit:${unit.id}`,
    submit: async (values) => {
      const { id, rowVersion } = unit
      await client.people.changeUnit({ id, rowVersion, fields: unitFields(values) })
      tell({ text: t('said.saved', { name: values.name }), tone: 'good' })
    },
  })
  return <UnitForm id={formId} form={form} readOnly={readOnly} />
}
