import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NeedInspection } from '../../../src-core/needs/import.contract.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { useLaidOut } from '../../ui/work/use-laid-out.ts'
import { type Choices, type Column, type Mapping, meaningOf, type Sheet, withMeaning } from './choices.ts'
import classes from './imports.module.css'
import { ScaleEditor } from './ScaleEditor.tsx'

type Props = {
  readonly inspection: NeedInspection
  readonly choices: Choices
  readonly onChange: (change: Partial<Choices>) => void
  /** Looks at the file again, with another layout for a sheet or with hidden parts. */
  readonly onLook: (
    change: Partial<Choices>,
    layout?: { readonly sheet: string; readonly layout: 'long' | 'wide' },
  ) => void
}

/** Which sheets are read and what each column means. */
export function MapStep({ inspection, choices, onChange, onLook }: Props) {
  const { t } = useTranslation('imports')
  const chosen = choices.sheets ?? []
  const [openName, setOpenName] = useState(chosen[0]?.sheet ?? inspection.sheets[0]?.name ?? '')
  const open = inspection.sheets.find((sheet) => sheet.name === openName) ?? inspection.sheets[0]
  const mappingOf = (sheet: Sheet) => chosen.find((one) => one.sheet === sheet.name)?.mapping ?? sheet.mapping
  const setMapping = (sheet: string, mapping: Mapping) =>
    onChange({ sheets: [...chosen.filter((one) => one.sheet !== sheet), { sheet, mapping }] })
  const toggle = (sheet: Sheet) => {
    const without = chosen.filter((one) => one.sheet !== sheet.name)
    const mapping = sheet.mapping
    onChange({
      sheets: without.length < chosen.length || !mapping ? without : [...without, { sheet: sheet.name, mapping }],
    })
  }
  const mapping = open && mappingOf(open)
  return (
    <div className={classes.map}>
      <nav className={classes.sheets} aria-label={t('map.sheets')}>
        {inspection.sheets.map((sheet) => (
          <div key={sheet.name} className={classes.sheet} data-open={sheet === open || undefined}>
            <Checkbox
              size="xs"
              aria-label={sheet.name}
              checked={chosen.some((one) => one.sheet === sheet.name)}
              disabled={!sheet.mapping}
              onChange={() => toggle(sheet)}
              mt={2}
            />
            <button
              type="button"
              className={classes.sheet}
              style={{ padding: 0 }}
              onClick={() => setOpenName(sheet.name)}
            >
              <span>
                <span className={classes.sheetName}>{sheet.name}</span>
                <br />
                <span className={classes.quiet}>
                  {t('map.rows', { count: sheet.rowCount })}
                  {sheet.visibility === 'visible' ? '' : ` · ${t('map.hidden')}`}
                </span>
              </span>
            </button>
          </div>
        ))}
        <Checkbox
          mt={12}
          size="xs"
          label={t('map.readHidden')}
          checked={choices.readHidden}
          onChange={(event) => onLook({ readHidden: event.currentTarget.checked })}
        />
      </nav>
      <div className={classes.page}>
        {open && mapping ? (
          <SheetMapping
            sheet={open}
            mapping={mapping}
            fields={inspection.fields}
            onMapping={(next) => setMapping(open.name, next)}
            onLayout={(layout) => onLook({}, { sheet: open.name, layout })}
          />
        ) : (
          <Note tone="warn" text={open?.issues[0]?.message ?? t('map.noTable')} />
        )}
      </div>
    </div>
  )
}

type SheetProps = {
  readonly sheet: Sheet
  readonly mapping: Mapping
  readonly fields: NeedInspection['fields']
  readonly onMapping: (mapping: Mapping) => void
  readonly onLayout: (layout: 'long' | 'wide') => void
}

function SheetMapping({ sheet, mapping, fields, onMapping, onLayout }: SheetProps) {
  const { t } = useTranslation('imports')
  const layout = mapping.layout ?? 'long'
  const [topics, setTopics] = useState(false)
  const topicColumns = sheet.columns.filter((column) => meaningOf(column, mapping) === 'topic')
  const folded = topicColumns.length > 6 && !topics
  const wanted = folded ? sheet.columns.filter((column) => !topicColumns.includes(column)) : sheet.columns
  // A wide sheet has hundreds of columns, each with a choice of its own.
  const shown = wanted.slice(0, useLaidOut(wanted.length, 3))
  return (
    <>
      {sheet.recognised === 'remembered' && <Note tone="neutral" text={t('map.remembered')} />}
      {sheet.hiddenRows > 0 && <Note tone="warn" text={t('map.hiddenRows', { count: sheet.hiddenRows })} />}
      {sheet.hiddenColumns > 0 && <Note tone="warn" text={t('map.hiddenColumns', { count: sheet.hiddenColumns })} />}
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label={t('map.layout')}
          value={layout}
          onChange={(value) => onLayout(value === 'wide' ? 'wide' : 'long')}
          data={[
            { value: 'long', label: t('map.long') },
            { value: 'wide', label: t('map.wide') },
          ]}
        />
        {sheet.headerRow !== null && <span className={classes.quiet}>{t('map.header', { row: sheet.headerRow })}</span>}
        {topicColumns.length > 6 && (
          <Button size="xs" variant="default" onClick={() => setTopics(!topics)}>
            {topics ? t('map.hideTopics') : t('map.showAll', { count: topicColumns.length })}
          </Button>
        )}
      </div>
      <table className={classes.columns}>
        <thead>
          <tr>
            <th colSpan={2}>{t('map.column')}</th>
            <th>{t('map.samples')}</th>
            <th>{t('map.meaning')}</th>
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <ColumnRow
              key={column.column}
              column={column}
              wide={layout === 'wide'}
              fields={fields}
              meaning={meaningOf(column, mapping)}
              onMeaning={(meaning) => onMapping(withMeaning(mapping, column, meaning))}
            />
          ))}
        </tbody>
      </table>
      {layout === 'wide' && mapping.scale && (
        <Section title={t('map.scale')} note={t('map.scaleHint')}>
          <ScaleEditor scale={mapping.scale} onScale={(scale) => onMapping({ ...mapping, scale })} />
        </Section>
      )}
    </>
  )
}

type RowProps = {
  readonly column: Column
  readonly wide: boolean
  readonly fields: NeedInspection['fields']
  readonly meaning: string
  readonly onMeaning: (meaning: string) => void
}

const sureFrom = 0.75
const likelyFrom = 0.55

function ColumnRow({ column, wide, fields, meaning, onMeaning }: RowProps) {
  const { t } = useTranslation('imports')
  const language = useNumberLanguage()
  const data = [
    { value: 'none', label: t('map.ignore') },
    ...(wide
      ? [
          { value: 'topic', label: t('map.topic') },
          { value: 'freeText', label: t('map.freeText') },
        ]
      : []),
    ...fields.map((field) => ({ value: `field:${field.key}`, label: field[language] })),
  ]
  const found = column.field !== null && meaning === `field:${column.field}`
  return (
    <tr>
      <td className={classes.letter}>{column.letter}</td>
      <td className={classes.name}>{column.topic ?? column.name}</td>
      <td className={classes.samples} title={column.samples.join(' · ')}>
        {column.samples.join(' · ')}
      </td>
      <td>
        <Select
          size="xs"
          w={210}
          searchable
          aria-label={`${column.letter} ${t('map.meaning')}`}
          data={data}
          value={meaning === '' ? 'none' : meaning}
          allowDeselect={false}
          onChange={(value) => onMeaning(value === 'none' || value === null ? '' : value)}
        />
      </td>
      <td>{found && <Confidence value={column.confidence} />}</td>
    </tr>
  )
}

function Confidence({ value }: { readonly value: number }) {
  const { t } = useTranslation('imports')
  if (value >= sureFrom) return <StatusWord tone="good">{t('map.sure')}</StatusWord>
  if (value >= likelyFrom) return <StatusWord tone="neutral">{t('map.likely')}</StatusWord>
  return <StatusWord tone="warn">{t('map.unsure')}</StatusWord>
}
