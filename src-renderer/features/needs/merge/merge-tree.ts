import { fold } from '../../../../src-core/kernel/turkish.ts'

export type Wording = {
  readonly key: string
  readonly text: string
  readonly lines: number
  readonly persons: number
  readonly units: number
}

export type WordingGroup = {
  readonly key: string
  readonly label: string
  readonly lines: number
  readonly persons: number
  readonly units: number
  readonly wordings: readonly Wording[]
  readonly suggestions: readonly {
    readonly topicId: string
    readonly code: string
    readonly name: string
    readonly similarity: number
    readonly learned: boolean
  }[]
}

/** A row of the list: a group, or a wording of an open group. */
export type MergeItem =
  | { readonly id: string; readonly kind: 'group'; readonly group: WordingGroup; readonly open: boolean }
  | { readonly id: string; readonly kind: 'wording'; readonly group: WordingGroup; readonly wording: Wording }

/** The wordings an item stands for. */
export const keysOf = (item: MergeItem): readonly string[] =>
  item.kind === 'wording' ? [item.wording.key] : item.group.wordings.map(({ key }) => key)

/** Groups that have a wording with every word of the search. */
export function matching(groups: readonly WordingGroup[], search: string): readonly WordingGroup[] {
  const words = fold(search).split(' ').filter(Boolean)
  if (words.length === 0) return groups
  const fits = ({ key }: Wording) => words.every((word) => key.includes(word))
  return groups.filter((group) => group.wordings.some(fits))
}

/** The rows as they are walked through. A group of one wording has nothing to open. */
export const itemsOf = (groups: readonly WordingGroup[], open: ReadonlySet<string>): readonly MergeItem[] =>
  groups.flatMap((group): MergeItem[] => {
    const isOpen = group.wordings.length > 1 && open.has(group.key)
    const head: MergeItem = { id: `g:${group.key}`, kind: 'group', group, open: isOpen }
    if (!isOpen) return [head]
    return [
      head,
      ...group.wordings.map((wording): MergeItem => ({ id: `w:${wording.key}`, kind: 'wording', group, wording })),
    ]
  })

/** The type of what is dragged from the list to a topic. */
export const dragType = 'application/x-akademi-wordings'
