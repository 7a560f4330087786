import { Button, Slider } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Weights } from '../../../../src-core/needs/cycle.ts'
import { NumberField } from '../../../ui/form/NumberField.tsx'
import { SidePanel } from '../../../ui/screen/SidePanel.tsx'
import classes from './PrioritiesWeights.module.css'
import { weightKeys } from './weight-keys.ts'

type Props = {
  readonly weights: Weights
  readonly changed: boolean
  readonly moved: number
  readonly mayChange: boolean
  readonly busy: boolean
  readonly onChange: (weights: Weights) => void
  readonly onReset: () => void
  readonly onSave: () => void
  readonly onClose: () => void
}

/** The weights of the score; the table beside it follows every change at once. */
export function PrioritiesWeights(props: Props) {
  const { weights, changed, moved, mayChange, busy, onChange, onReset, onSave, onClose } = props
  const { t } = useTranslation('needsDecide')
  return (
    <SidePanel
      title={t('priority.weights.title')}
      note={moved > 0 ? t('priority.weights.moved', { count: moved }) : t('priority.weights.unmoved')}
      width={360}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" disabled={!changed} onClick={onReset}>
            {t('priority.weights.reset')}
          </Button>
          {mayChange && (
            <Button disabled={!changed} loading={busy} onClick={onSave}>
              {t('priority.weights.save')}
            </Button>
          )}
        </>
      }
    >
      <p className={classes.hint}>{t('priority.weights.hint')}</p>
      {weightKeys.map((key) => (
        <Weight
          key={key}
          label={t(`priority.part.${key}`)}
          value={weights[key]}
          onChange={(value) => onChange({ ...weights, [key]: value })}
        />
      ))}
      <NumberField
        size="xs"
        className={classes.full ?? ''}
        label={t('priority.weights.personsFull')}
        min={1}
        max={10_000}
        value={weights.personsFull}
        onChange={(value) => {
          if (typeof value === 'number' && value >= 1) onChange({ ...weights, personsFull: value })
        }}
      />
    </SidePanel>
  )
}

type WeightProps = { readonly label: string; readonly value: number; readonly onChange: (value: number) => void }

function Weight({ label, value, onChange }: WeightProps) {
  const id = useId()
  return (
    <div className={classes.weight}>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      <NumberField
        id={id}
        size="xs"
        w={56}
        min={0}
        max={100}
        decimalScale={1}
        value={value}
        onChange={(next) => {
          if (typeof next === 'number' && next >= 0 && next <= 100) onChange(next)
        }}
      />
      <Slider
        className={classes.slider ?? ''}
        size="xs"
        min={0}
        max={50}
        label={null}
        thumbLabel={label}
        value={Math.min(50, value)}
        onChange={onChange}
      />
    </div>
  )
}
