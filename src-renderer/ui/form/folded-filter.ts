import { type ComboboxParsedItem, isOptionsGroup, type OptionsFilter } from '@mantine/core'
import { fold } from '../../../src-core/kernel/turkish.ts'

/** Options in any spelling: every word of what was typed occurs. With a chosen option's own words all of them are offered. */
export const foldedFilter: OptionsFilter = ({ options, search, limit }) => {
  const chosen = options.some((item) =>
    isOptionsGroup(item) ? item.items.some(({ label }) => label === search) : item.label === search,
  )
  const words = chosen ? [] : fold(search).split(' ').filter(Boolean)
  const fits = ({ label }: { readonly label: string }): boolean => {
    const folded = fold(label)
    return words.every((word) => folded.includes(word))
  }
  const found = options.flatMap((item): ComboboxParsedItem[] => {
    if (!isOptionsGroup(item)) return fits(item) ? [item] : []
    const items = item.items.filter(fits)
    return items.length > 0 ? [{ ...item, items }] : []
  })
  return found.slice(0, limit)
}
