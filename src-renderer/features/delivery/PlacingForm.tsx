import { Button, NumberInput, SegmentedControl, Select } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectivePart } from '../../../src-core/delivery/placing/weights.ts'
import { type PlacingSettings, standardPlacing } from '../../../src-core/delivery/placing.settings.ts'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { toNumber } from '../../ui/form/to-number.ts'
import { Section } from '../../ui/screen/Section.tsx'
import classes from './delivery.module.css'

const efforts = [0.2, 1, 3] as const
const parts = Object.keys(standardPlacing.weights) as ObjectivePart[]

type Props = {
  readonly settings: PlacingSettings
  readonly busy: boolean
  readonly anyPlaced: boolean
  readonly onRun: (settings: PlacingSettings, keep: boolean) => void
}

/** What the search is told: how to begin, how long, which chance, and what each wish is worth. */
export function PlacingForm({ settings, busy, anyPlaced, onRun }: Props) {
  const { t } = useTranslation('delivery')
  const [asked, setAsked] = useState(settings)
  const [keep, setKeep] = useState(anyPlaced)
  const effort = efforts.find((one) => one === asked.effort) ?? 1
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onRun(asked, keep && anyPlaced)
      }}
    >
      {anyPlaced && (
        <SegmentedControl
          aria-label={t('placing.begin')}
          data={[
            { value: 'keep', label: t('placing.keep') },
            { value: 'fresh', label: t('placing.fresh') },
          ]}
          value={keep ? 'keep' : 'fresh'}
          onChange={(value) => setKeep(value === 'keep')}
        />
      )}
      <Select
        label={t('placing.effort')}
        allowDeselect={false}
        data={efforts.map((one) => ({
          value: String(one),
          label: t(`placing.efforts.${one === 0.2 ? 'short' : one === 1 ? 'usual' : 'long'}`),
        }))}
        value={String(effort)}
        onChange={(value) => setAsked({ ...asked, effort: Number(value) })}
      />
      <NumberInput
        label={t('placing.seed')}
        description={t('placing.seedHint')}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        value={asked.seed}
        onChange={(value) => setAsked({ ...asked, seed: Math.max(1, Math.round(toNumber(value) ?? 1)) })}
      />
      <NumberInput
        label={t('placing.absence')}
        description={t('placing.absenceHint')}
        min={0}
        max={100}
        suffix=" %"
        allowDecimal={false}
        value={Math.round(asked.absenceShare * 100)}
        onChange={(value) =>
          setAsked({ ...asked, absenceShare: Math.min(100, Math.max(0, toNumber(value) ?? 0)) / 100 })
        }
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} leftSection={<IconPlayerPlay size={16} aria-hidden />}>
          {t('placing.run')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => setAsked({ ...standardPlacing, seed: asked.seed })}>
          {t('placing.standard')}
        </Button>
      </div>
      <Section title={t('placing.weights')} note={t('placing.weightsNote')}>
        <div className={classes.weights}>
          {parts.map((part) => (
            <Weight
              key={part}
              label={t(`part.${part}`)}
              value={asked.weights[part]}
              onChange={(value) => setAsked({ ...asked, weights: { ...asked.weights, [part]: value } })}
            />
          ))}
        </div>
      </Section>
    </form>
  )
}

type WeightProps = { readonly label: string; readonly value: number; readonly onChange: (value: number) => void }

function Weight({ label, value, onChange }: WeightProps) {
  return (
    <>
      <span>{label}</span>
      <NumberField
        size="xs"
        aria-label={label}
        decimalScale={2}
        min={0}
        max={100_000}
        value={value}
        onChange={(said) => onChange(Math.max(0, toNumber(said) ?? 0))}
      />
    </>
  )
}
