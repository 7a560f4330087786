import { SegmentedControl, Select, Textarea } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldNames } from '../../../../src-core/certificates/field-names.ts'
import type { TextElement } from '../../../../src-core/certificates/layout.ts'
import { NumberField } from '../../../ui/form/NumberField.tsx'
import { toNumber } from '../../../ui/form/to-number.ts'
import classes from './design.module.css'
import { Colour } from './ElementProperties.tsx'

type Props = {
  readonly element: TextElement
  readonly onChange: (element: TextElement, kind: string) => void
}

/** Words, type and how they stand in their box. */
export function TextProperties({ element, onChange }: Props) {
  const { t } = useTranslation('certificates')
  const area = useRef<HTMLTextAreaElement>(null)
  const insert = (field: string | null) => {
    if (field === null) return
    const { selectionStart, selectionEnd } = area.current ?? {}
    const from = selectionStart ?? element.text.length
    const text = `${element.text.slice(0, from)}{${field}}${element.text.slice(selectionEnd ?? from)}`
    onChange({ ...element, text: text.slice(0, 1000) }, 'field')
  }
  const choice = <K extends 'font' | 'weight' | 'style' | 'lang' | 'mode'>(
    name: K,
    values: readonly TextElement[K][],
  ) => (
    <Select
      size="xs"
      label={t(`design.${name}` as 'design.font')}
      allowDeselect={false}
      data={values.map((value) => ({ value, label: t(`design.${name}s.${value}` as 'design.fonts.serif') }))}
      value={element[name]}
      onChange={(said) => {
        const value = values.find((one) => one === said)
        if (value !== undefined) onChange({ ...element, [name]: value }, name)
      }}
    />
  )
  const points = (name: 'size' | 'least' | 'tracking') => (
    <NumberField
      size="xs"
      label={t(`design.${name}`)}
      suffix=" pt"
      decimalScale={1}
      min={name === 'tracking' ? 0 : 4}
      max={name === 'tracking' ? 10 : 120}
      value={element[name]}
      onChange={(said) => {
        const value = toNumber(said)
        const [least, most] = name === 'tracking' ? [0, 10] : [4, 120]
        if (value !== null && value >= least && value <= most && value !== element[name])
          onChange({ ...element, [name]: value }, name)
      }}
    />
  )
  return (
    <>
      <Textarea
        ref={area}
        size="xs"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        label={t('design.text')}
        value={element.text}
        onChange={(event) => onChange({ ...element, text: event.currentTarget.value }, 'text')}
      />
      <Select
        size="xs"
        searchable
        placeholder={t('design.insertField')}
        aria-label={t('design.insertField')}
        data={fieldNames.map((value) => ({ value, label: t(`design.fields.${value}`) }))}
        value={null}
        onChange={insert}
      />
      <div className={classes.pair}>
        {choice('font', ['serif', 'sans'])}
        {choice('weight', ['regular', 'semibold', 'bold'])}
        {points('size')}
        {points('least')}
        {choice('style', ['normal', 'italic'])}
        {points('tracking')}
        {choice('mode', ['line', 'body'])}
        {choice('lang', ['tr', 'en'])}
      </div>
      <Colour value={element.fill} onChange={(fill) => onChange({ ...element, fill }, 'fill')} />
      <SegmentedControl
        size="xs"
        aria-label={t('design.align')}
        data={(['left', 'center', 'right'] as const).map((value) => ({ value, label: t(`design.aligns.${value}`) }))}
        value={element.align}
        onChange={(said) => {
          const align = said === 'left' || said === 'right' ? said : 'center'
          onChange({ ...element, align }, 'align')
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('design.vertical')}
        data={(['top', 'middle', 'bottom'] as const).map((value) => ({ value, label: t(`design.verticals.${value}`) }))}
        value={element.vertical}
        onChange={(said) => {
          const vertical = said === 'top' || said === 'bottom' ? said : 'middle'
          onChange({ ...element, vertical }, 'vertical')
        }}
      />
    </>
  )
}
