import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../src-core/kernel/turkish.ts'
import { orpc } from '../../app/api.ts'
import classes from './people.module.css'

type Props = {
  readonly label?: ReactNode
  readonly ariaLabel?: string
  readonly description?: ReactNode
  readonly placeholder?: string
  readonly id?: string
  readonly required?: boolean
  readonly disabled?: boolean
  /** Default true: the choice can be taken back. */
  readonly clearable?: boolean
  readonly size?: 'xs' | 'sm'
  readonly width?: number
  /** These come before the tree: the likeliest ones. */
  readonly first?: readonly string[]
  readonly error?: string | undefined
  readonly onBlur?: () => void
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

const indent = 12

/** Of the list under a narrow field; unit names are long. */
const listWidth = 460

/** Chooses a unit by name, code or another spelling; without a search the units stand as a tree. Closed units are only shown where they were chosen before. */
export function UnitPicker({ value, onChange, ariaLabel, width, clearable = true, first = [], ...rest }: Props) {
  const { t } = useTranslation('people')
  const found = useQuery(orpc.people.unitOptions.queryOptions())
  const tree = (found.data?.units ?? []).filter((unit) => unit.active || unit.id === value)
  const likely = new Set(first)
  const units = [...tree.filter(({ id }) => likely.has(id)), ...tree.filter(({ id }) => !likely.has(id))]
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const isAChoice = (search: string) => units.some((unit) => unit.name === search)
  return (
    <Select
      placeholder={t('pick.unit')}
      {...rest}
      {...(ariaLabel && { 'aria-label': ariaLabel })}
      {...(width && { w: width })}
      searchable
      openOnFocus={false}
      clearable={clearable}
      allowDeselect={clearable}
      nothingFoundMessage={t('pick.none')}
      maxDropdownHeight={320}
      comboboxProps={{ width: width === undefined ? 'target' : listWidth, position: 'bottom-start' }}
      data={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      value={value}
      onChange={onChange}
      filter={({ options, search }) => {
        const words = isAChoice(search) ? [] : fold(search).split(' ')
        return options.filter(
          (option) =>
            'value' in option && words.every((word) => byId.get(option.value)?.searchKey.includes(word) ?? false),
        )
      }}
      renderOption={({ option }) => {
        const unit = byId.get(option.value)
        return (
          <span
            className={classes.option}
            style={{ paddingLeft: likely.has(option.value) ? 0 : (unit?.depth ?? 0) * indent }}
          >
            <span>{option.label}</span>
            <span className={classes.optionNote}>
              {[unit?.code, unit?.parentName, unit?.active === false ? t('pick.closed') : null]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        )
      }}
    />
  )
}
