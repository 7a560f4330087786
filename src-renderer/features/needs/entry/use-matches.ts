import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PickOption } from './PickField.tsx'

type Found<T> = { readonly text: string; readonly options: readonly PickOption<T>[] }

/** The options of what is typed, looked up a moment after the last key. `name` keeps kinds of look-ups apart. */
export function useMatches<T>(
  name: string,
  text: string,
  lookup: (text: string) => Promise<readonly PickOption<T>[]>,
): Found<T> {
  const [asked] = useDebouncedValue(text, 80)
  const { data } = useQuery({
    queryKey: ['pick', name, asked],
    queryFn: async (): Promise<Found<T>> => ({ text: asked, options: await lookup(asked) }),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  return data ?? { text: '', options: [] }
}
