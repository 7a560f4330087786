import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import type { Found, SearchProvider } from '../feature.ts'

export type FoundGroup = {
  readonly provider: SearchProvider
  readonly found: readonly Found[]
  readonly failed: boolean
}

/** Asks every provider for records, and tells which are still looking. Single letters find too much to be asked. */
export function useRecordSearch(providers: readonly SearchProvider[], query: string) {
  const [text] = useDebouncedValue(query.trim(), 150)
  const asking = text.length >= 2
  const results = useQueries({
    queries: providers.map((provider) => ({
      queryKey: ['palette', provider.groupKey, text],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => provider.search(text, signal),
      enabled: asking,
      staleTime: 10_000,
      gcTime: 30_000,
    })),
  })
  const groups: readonly FoundGroup[] = asking
    ? results.flatMap((result, index) => {
        const provider = providers[index]
        return provider ? [{ provider, found: result.data ?? [], failed: result.isError }] : []
      })
    : []
  return { groups, searching: (asking && results.some((result) => result.isFetching)) || query.trim() !== text }
}
