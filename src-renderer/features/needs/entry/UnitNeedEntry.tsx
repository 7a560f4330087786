import { Button, NumberInput, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { client, refreshData } from '../../../app/api.ts'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../../ui/feedback/toast.tsx'
import { useDraft } from '../../../ui/form/draft.ts'
import { useKeys } from '../../../ui/keys.ts'
import { type Reason, ReasonField } from '../priorities/ReasonField.tsx'
import { DigitField } from './DigitField.tsx'
import { PickField } from './PickField.tsx'
import classes from './UnitNeedEntry.module.css'
import { useUnits } from './unit-pick.ts'
import { WantedField, wantedText } from './WantedField.tsx'
import { sureWanted } from './wanted-pick.ts'

type Typed = {
  readonly unitId: string | null
  readonly unit: string
  readonly text: string
  readonly topicId: string | null
  readonly freeText: string | null
  readonly headcount: number | null
  readonly reason: Reason | null
  readonly urgency: number | null
  readonly quarter: number | null
  readonly names: string
}

const empty: Typed = {
  unitId: null,
  unit: '',
  text: '',
  topicId: null,
  freeText: null,
  headcount: null,
  reason: null,
  urgency: null,
  quarter: null,
  names: '',
}

type Props = { readonly cycle: CycleView }

/** A head-count need typed in one row: unit, training, how many. Enter goes on, at the end it adds. */
export function UnitNeedEntry({ cycle }: Props) {
  const { t } = useTranslation('needs')
  const draft = useDraft(`unit-need-${cycle.id}`, empty)
  const typed = draft.value
  const set = (patch: Partial<Typed>) => draft.set({ ...typed, ...patch })
  const row = useRef<HTMLDivElement>(null)
  const findUnits = useUnits()

  const field = (at: number) => row.current?.querySelectorAll<HTMLInputElement>('[data-entry]')[at]
  const next = () => {
    const fields = [...(row.current?.querySelectorAll<HTMLInputElement>('[data-entry]') ?? [])]
    const at = fields.indexOf(document.activeElement as HTMLInputElement)
    requestAnimationFrame(() => fields[at + 1]?.focus())
  }
  const focus = (at: number) => requestAnimationFrame(() => field(at)?.focus())

  const add = async () => {
    let { topicId, freeText } = typed
    if (!topicId && !freeText && typed.text.trim() !== '') {
      const sure = await sureWanted(typed.text)
      if (sure) ({ topicId, freeText } = wantedText(sure.value))
    }
    const missing = typed.unitId === null ? 0 : !topicId && !freeText ? 1 : typed.headcount === null ? 2 : undefined
    if (missing !== undefined || typed.unitId === null || typed.headcount === null) {
      tell({ text: t('units.incomplete'), tone: 'warn' })
      return focus(missing ?? 0)
    }
    try {
      const { unitId, unit, headcount, reason, urgency, quarter, names } = typed
      const { id } = await client.needs.addUnitNeed({
        cycleId: cycle.id,
        fields: { unitId, topicId, freeText, headcount, reason, urgency, preferredQuarter: quarter, names },
      })
      tellUndo(t('units.added', { unit, count: headcount }), () =>
        client.needs.removeNeeds({ ids: [id] }).then(refreshData, tellError),
      )
      // A unit's list has several trainings: the unit stays, the rest is typed anew.
      draft.clear({ ...empty, unitId, unit })
      refreshData()
      focus(1)
    } catch (error) {
      tellError(error)
    }
  }

  useKeys([
    { keys: 'n', labelKey: 'needs:units.quick', run: () => focus(0) },
    { keys: 'Ctrl+Enter', labelKey: 'needs:units.add', run: () => void add() },
  ])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of a grid
    <div className={classes.entry} ref={row} role="group" aria-label={t('units.quick')}>
      <PickField
        label={t('field.unit')}
        placeholder={t('units.unitHint')}
        text={typed.unit}
        onText={(unit) => set({ unit, unitId: null })}
        found={{ text: typed.unit, options: typed.unitId ? [] : findUnits(typed.unit) }}
        chosen={typed.unitId !== null}
        onPick={(unit) => {
          set({ unit: unit.name, unitId: unit.id })
          next()
        }}
        decide={async (text) => findUnits(text)[0]}
        onNext={next}
        nothing={t('units.unitNone')}
      />
      <WantedField
        value={typed}
        onChange={({ text, topicId, freeText }) => set({ text, topicId, freeText })}
        onPicked={next}
        onEmptyEnter={() => {}}
        label
      />
      <NumberInput
        label={t('units.headcount')}
        hideControls
        min={1}
        max={10_000}
        allowDecimal={false}
        value={typed.headcount ?? ''}
        data-entry
        onChange={(value) => set({ headcount: typeof value === 'number' ? value : null })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return
          event.preventDefault()
          next()
        }}
      />
      <ReasonField value={typed.reason} onChange={(reason) => set({ reason })} onNext={next} label />
      <DigitField
        label={t('field.urgency')}
        most={5}
        value={typed.urgency}
        onChange={(urgency) => set({ urgency })}
        onNext={next}
        showLabel
      />
      <DigitField
        label={t('field.quarter')}
        most={4}
        value={typed.quarter}
        onChange={(quarter) => set({ quarter })}
        onNext={next}
        showLabel
      />
      <TextInput
        label={t('field.names')}
        placeholder={t('units.namesHint')}
        autoComplete="off"
        value={typed.names}
        data-entry
        onChange={(event) => set({ names: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return
          event.preventDefault()
          void add()
        }}
      />
      <Button onClick={() => void add()}>{t('units.add')}</Button>
    </div>
  )
}
