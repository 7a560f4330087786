import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../app/api.ts'
import classes from './people.module.css'

type Props = {
  readonly label?: ReactNode
  readonly ariaLabel?: string
  readonly description?: ReactNode
  readonly id?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly clearable?: boolean
  readonly size?: 'xs' | 'sm'
  /** Only people of this unit and below it. */
  readonly unitId?: string
  readonly error?: string | undefined
  readonly onBlur?: () => void
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

const pause = 150

/** Chooses somebody who works here by name in any spelling or by the beginning of a registry number. */
export function StaffPicker({ value, onChange, ariaLabel, unitId, clearable = true, ...rest }: Props) {
  const { t } = useTranslation('people')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, pause)
  const held = useQuery({
    ...orpc.people.searchStaff.queryOptions({ input: { ids: value ? [value] : [] } }),
    enabled: value !== null,
    placeholderData: keepPreviousData,
  })
  const chosen = held.data?.staff.find((person) => person.id === value)
  const search = text === chosen?.name ? '' : text
  const found = useQuery({
    ...orpc.people.searchStaff.queryOptions({ input: { text: search, ...(unitId && { unitId }) } }),
    placeholderData: keepPreviousData,
  })
  const people = new Map([...(chosen ? [chosen] : []), ...(found.data?.staff ?? [])].map((one) => [one.id, one]))
  return (
    <Select
      {...rest}
      {...(ariaLabel && { 'aria-label': ariaLabel })}
      placeholder={t('pick.staff')}
      searchable
      openOnFocus={false}
      clearable={clearable}
      allowDeselect={clearable}
      nothingFoundMessage={found.isFetching ? '…' : t('pick.none')}
      data={[...people.values()].map((one) => ({ value: one.id, label: one.name }))}
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const person = people.get(option.value)
        return (
          <span className={classes.option}>
            <span>{option.label}</span>
            {person && (
              <span className={classes.optionNote}>
                {[
                  person.registryNo,
                  t(`employmentType.${person.employmentType}`),
                  person.unitName,
                  person.active ? null : t('pick.left'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            )}
          </span>
        )
      }}
    />
  )
}
