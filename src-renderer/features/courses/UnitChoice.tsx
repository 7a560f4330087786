import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { fold } from '../../../src-core/kernel/turkish.ts'
import { orpc } from '../../app/api.ts'
import classes from './RecordPanel.module.css'

type Props = {
  readonly label: ReactNode
  readonly id?: string
  readonly error?: string | undefined
  readonly onBlur?: () => void
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** Chooses a unit by name, code or another spelling; closed units are only shown where they were chosen before. */
export function UnitChoice({ value, onChange, ...rest }: Props) {
  const found = useQuery(orpc.people.unitOptions.queryOptions())
  const units = (found.data?.units ?? []).filter((unit) => unit.active || unit.id === value)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return (
    <Select
      {...rest}
      searchable
      clearable
      limit={60}
      data={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      value={value}
      onChange={onChange}
      filter={({ options, search }) => {
        const words = fold(search).split(' ')
        return options.filter(
          (option) =>
            'value' in option && words.every((word) => byId.get(option.value)?.searchKey.includes(word) ?? false),
        )
      }}
      renderOption={({ option }) => (
        <span>
          {option.label}
          <span className={classes.optionNote}>{byId.get(option.value)?.parentName}</span>
        </span>
      )}
    />
  )
}
