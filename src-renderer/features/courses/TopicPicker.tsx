import { MultiSelect, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProposalCode } from '../../../src-core/courses/topic.rules.ts'
import type { TopicRow } from '../../../src-core/courses/topic.ts'
import { orpc } from '../../app/api.ts'
import classes from './RecordPanel.module.css'

type State = TopicRow['state']

type Common = {
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly placeholder?: string
  readonly id?: string
  readonly error?: string | undefined
  readonly onBlur?: () => void
  readonly disabled?: boolean
  readonly required?: boolean
  readonly size?: 'xs' | 'sm'
  /** Only topics of these states are offered; ACTIVE when left out. */
  readonly states?: readonly State[]
  /** Topics that are not offered, such as the one being edited. */
  readonly without?: readonly string[]
}

type PickerProps = Common & {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** Chooses one topic by code, name or another wording, in any spelling. */
export function TopicPicker({ value, onChange, states, without, placeholder, ...rest }: PickerProps) {
  const { t } = useTranslation('courses')
  const options = useTopicOptions(value ? [value] : [], states, without)
  return (
    <Select
      {...rest}
      searchable
      clearable
      data={options.data}
      value={value}
      onChange={onChange}
      searchValue={options.text}
      onSearchChange={options.setText}
      filter={({ options: all }) => all}
      placeholder={placeholder ?? t('topics.picker')}
      nothingFoundMessage={options.isReading ? undefined : t('topics.nothing')}
    />
  )
}

type PickersProps = Common & {
  readonly value: readonly string[]
  readonly onChange: (ids: string[]) => void
}

/** Chooses several topics in the same way. */
export function TopicsPicker({ value, onChange, states, without, placeholder, ...rest }: PickersProps) {
  const { t } = useTranslation('courses')
  const options = useTopicOptions(value, states, without)
  return (
    <MultiSelect
      {...rest}
      searchable
      clearable
      hidePickedOptions
      classNames={{ inputField: classes.pillInput ?? '' }}
      data={options.data}
      value={[...value]}
      onChange={onChange}
      searchValue={options.text}
      onSearchChange={options.setText}
      filter={({ options: all }) => all}
      placeholder={value.length === 0 ? (placeholder ?? t('topics.picker')) : ''}
      nothingFoundMessage={options.isReading ? undefined : t('topics.nothing')}
    />
  )
}

/** The best twenty for what is typed, and those chosen before, so that they keep their names. */
function useTopicOptions(
  chosen: readonly string[],
  states: readonly State[] = ['ACTIVE'],
  without: readonly string[] = [],
) {
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, 120)
  const known = useQuery({
    ...orpc.courses.topicsByIds.queryOptions({ input: { ids: [...chosen] } }),
    enabled: chosen.length > 0,
    placeholderData: keepPreviousData,
  })
  const own = known.data?.topics ?? []
  // What a single choice shows as its text is no search.
  const isOwnText = own.some((topic) => labelOf(topic) === search)
  const found = useQuery({
    ...orpc.courses.topicOptions.queryOptions({
      input: { search: isOwnText ? '' : search, states: [...states], without: [...without] },
    }),
    placeholderData: keepPreviousData,
  })
  const ids = new Set(chosen)
  const all = [...own.filter((topic) => ids.has(topic.id)), ...(found.data?.topics ?? [])]
  const data = [...new Map(all.map((topic) => [topic.id, { value: topic.id, label: labelOf(topic) }])).values()]
  return { data, text, setText, isReading: found.isFetching }
}

const labelOf = (topic: { readonly code: string; readonly name: string }): string =>
  isProposalCode(topic.code) ? topic.name : `${topic.code} · ${topic.name}`
