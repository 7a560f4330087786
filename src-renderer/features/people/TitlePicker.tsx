import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../src-core/kernel/turkish.ts'
import { orpc } from '../../app/api.ts'

type Props = {
  readonly label: ReactNode
  readonly id?: string
  readonly error?: string | undefined
  readonly onBlur?: () => void
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** Chooses a title by name or code in any spelling. */
export function TitlePicker({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation('people')
  const found = useQuery(orpc.people.titleOptions.queryOptions())
  const titles = (found.data?.titles ?? []).filter((title) => title.active || title.id === value)
  const keys = new Map(titles.map(({ id, code, name }) => [id, fold(`${code} ${name}`)]))
  return (
    <Select
      {...rest}
      placeholder={t('pick.title')}
      searchable
      openOnFocus={false}
      clearable
      nothingFoundMessage={t('pick.none')}
      data={titles.map((title) => ({ value: title.id, label: title.name }))}
      value={value}
      onChange={onChange}
      filter={({ options, search }) => {
        const chosen = titles.some((title) => title.name === search)
        const words = chosen ? [] : fold(search).split(' ')
        return options.filter(
          (option) => 'value' in option && words.every((word) => keys.get(option.value)?.includes(word) ?? false),
        )
      }}
    />
  )
}
