import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { orpc } from '../../app/api.ts'
import classes from './RecordPanel.module.css'

type Props = {
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly id?: string
  readonly error?: string | undefined
  readonly onBlur?: () => void
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** Chooses a member of staff by name or registry number, in any spelling. */
export function StaffChoice({ value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 150)
  const own = useQuery({
    ...orpc.people.searchStaff.queryOptions({ input: { text: '', ids: value ? [value] : [] } }),
    enabled: value !== null,
    placeholderData: keepPreviousData,
  })
  const chosen = own.data?.staff.find((person) => person.id === value)
  const found = useQuery({
    ...orpc.people.searchStaff.queryOptions({ input: { text: text === chosen?.name ? '' : text } }),
    placeholderData: keepPreviousData,
  })
  const people = new Map([...(chosen ? [chosen] : []), ...(found.data?.staff ?? [])].map((one) => [one.id, one]))
  return (
    <Select
      {...rest}
      searchable
      data={[...people.values()].map((one) => ({ value: one.id, label: one.name }))}
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const person = people.get(option.value)
        return (
          <span>
            {option.label}
            <span className={classes.optionNote}>{person && `${person.registryNo} · ${person.unitName}`}</span>
          </span>
        )
      }}
    />
  )
}
