import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Weights } from '../../../../src-core/needs/cycle.ts'
import { Fields } from '../../../ui/form/FormLayout.tsx'
import { NumberField } from '../../../ui/form/NumberField.tsx'
import classes from '../cycle/CycleForm.module.css'
import { weightKeys } from './weight-keys.ts'

type Props = { readonly weights: Weights; readonly onChange: (weights: Weights) => void }

const rows = [...weightKeys, 'personsFull'] as const

/** The most that each part of the priority score can give. */
export function WeightFields({ weights, onChange }: Props) {
  const { t } = useTranslation('needs')
  const id = useId()
  return (
    <Fields title={t('cycle.form.weights')}>
      <p className={classes.hint}>{t('cycle.form.weightsHint')}</p>
      <div className={classes.weights}>
        {rows.map((key) => (
          <div key={key} className={classes.weight}>
            <label htmlFor={`${id}-${key}`}>{t(`cycle.weight.${key}`)}</label>
            <NumberField
              id={`${id}-${key}`}
              size="xs"
              min={key === 'personsFull' ? 1 : 0}
              max={key === 'personsFull' ? 10_000 : 100}
              clampBehavior="strict"
              value={weights[key]}
              onChange={(value) => typeof value === 'number' && onChange({ ...weights, [key]: value })}
            />
          </div>
        ))}
      </div>
    </Fields>
  )
}
