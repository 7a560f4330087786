import type { TextsOf } from '../texts.ts'
import type { help as turkish } from '../tr/help.ts'

export const help = {
  title: 'Guide',
  open: 'Open the guide',
  search: 'Search the guide',
  contents: 'Contents',
  around: 'Previous and next chapter',
  results: 'Search results',
  found_one: 'In {{count, number}} place',
  found_other: 'In {{count, number}} places',
  none: 'The guide does not say “{{text}}”',
  noneHint: 'Try a shorter word; capitals and Turkish letters make no difference.',
} as const satisfies TextsOf<typeof turkish>
