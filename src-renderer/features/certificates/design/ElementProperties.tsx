import { ColorInput, MultiSelect, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { exact } from '../../../../src-core/certificates/design.rules.ts'
import type { Element } from '../../../../src-core/certificates/layout.ts'
import { NumberField } from '../../../ui/form/NumberField.tsx'
import { toNumber } from '../../../ui/form/to-number.ts'
import classes from './design.module.css'
import { TextProperties } from './TextProperties.tsx'

type Props<E extends Element = Element> = {
  readonly element: E
  readonly onChange: (element: E, kind: string) => void
}

/** Everything one element says of itself, to be typed exactly. */
export function ElementProperties({ element, onChange }: Props) {
  return (
    <div className={classes.fields}>
      <Place element={element} onChange={onChange} />
      <Own element={element} onChange={onChange} />
    </div>
  )
}

const measures = ['x', 'y', 'w', 'h'] as const

function Place({ element, onChange }: Props) {
  const { t } = useTranslation('certificates')
  return (
    <div className={classes.pair}>
      {measures.map((name) => (
        <NumberField
          key={name}
          size="xs"
          label={t(`design.measure.${name}`)}
          suffix=" mm"
          decimalScale={2}
          min={name === 'w' || name === 'h' ? 0 : -600}
          max={600}
          clampBehavior="strict"
          value={element[name]}
          onChange={(said) => {
            const value = toNumber(said)
            if (value !== null && exact(value) !== element[name])
              onChange({ ...element, [name]: exact(value) }, `${name} of it`)
          }}
        />
      ))}
    </div>
  )
}

function Own({ element, onChange }: Props) {
  const { t } = useTranslation('certificates')
  switch (element.type) {
    case 'text':
      return <TextProperties element={element} onChange={onChange} />
    case 'line':
    case 'ring':
      return <Stroke element={element} onChange={onChange} />
    case 'box':
      return (
        <>
          <Stroke element={element} onChange={onChange} />
          <ColorInput
            withEyeDropper={false}
            size="xs"
            label={t('design.fill')}
            placeholder={t('design.noFill')}
            value={element.fill ?? ''}
            onChange={(said) => {
              const fill = /^#[0-9a-f]{6}$/i.test(said) ? said : said === '' ? null : element.fill
              if (fill !== element.fill) onChange({ ...element, fill }, 'fill')
            }}
          />
          <NumberField
            size="xs"
            label={t('design.radius')}
            suffix=" mm"
            decimalScale={1}
            min={0}
            max={100}
            clampBehavior="strict"
            value={element.radius}
            onChange={(said) => {
              const radius = toNumber(said)
              if (radius !== null && radius !== element.radius) onChange({ ...element, radius }, 'radius')
            }}
          />
        </>
      )
    case 'logo':
      return (
        <Select
          size="xs"
          label={t('design.logoSide')}
          allowDeselect={false}
          data={[
            { value: 'left', label: t('settings.logoLeft') },
            { value: 'right', label: t('settings.logoRight') },
          ]}
          value={element.side}
          onChange={(side) => onChange({ ...element, side: side === 'right' ? 'right' : 'left' }, 'side')}
        />
      )
    case 'image':
      return (
        <>
          <Select
            size="xs"
            label={t('design.fit')}
            allowDeselect={false}
            data={(['contain', 'cover', 'stretch'] as const).map((value) => ({
              value,
              label: t(`design.fits.${value}`),
            }))}
            value={element.fit}
            onChange={(said) => {
              const fit = said === 'cover' || said === 'stretch' ? said : 'contain'
              onChange({ ...element, fit }, 'fit')
            }}
          />
          <TextInput
            size="xs"
            label={t('design.alt')}
            maxLength={200}
            value={element.alt}
            onChange={(event) => onChange({ ...element, alt: event.currentTarget.value }, 'alt')}
          />
        </>
      )
    case 'signatories':
      return (
        <>
          <MultiSelect
            size="xs"
            label={t('design.dutyLanguages')}
            data={(['tr', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
            value={element.languages}
            onChange={(said) =>
              onChange(
                { ...element, languages: (['tr', 'en'] as const).filter((one) => said.includes(one)) },
                'languages',
              )
            }
          />
          <Colour value={element.colour} onChange={(colour) => onChange({ ...element, colour }, 'colour')} />
          <p className={classes.dim}>{t('design.signatoriesHint')}</p>
        </>
      )
    case 'qr':
      return <p className={classes.dim}>{t('design.qrHint')}</p>
  }
}

function Stroke({ element, onChange }: Props<Element & { type: 'line' | 'ring' | 'box' }>) {
  const { t } = useTranslation('certificates')
  return (
    <>
      <NumberField
        size="xs"
        label={t('design.stroke')}
        suffix=" mm"
        decimalScale={2}
        min={0}
        max={10}
        clampBehavior="strict"
        value={element.stroke}
        onChange={(said) => {
          const stroke = toNumber(said)
          if (stroke !== null && stroke !== element.stroke) onChange({ ...element, stroke }, 'stroke')
        }}
      />
      <Colour value={element.colour} onChange={(colour) => onChange({ ...element, colour }, 'colour')} />
    </>
  )
}

/** A colour; what is half typed is not yet one. */
export function Colour({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation('certificates')
  return (
    <ColorInput
      withEyeDropper={false}
      size="xs"
      label={t('design.colour')}
      value={value}
      swatches={['#1c2529', '#566268', '#0f5c6e', '#1f5c3d', '#22406f', '#6b2238', '#8a5300', '#ffffff']}
      onChange={(said) => {
        if (/^#[0-9a-f]{6}$/i.test(said) && said !== value) onChange(said)
      }}
    />
  )
}
