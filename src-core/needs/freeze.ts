import type { NeedLineTable } from '../database/schema.ts'
import { sha256 } from '../kernel/hash.ts'

/**
 * What a snapshot holds of each need: what was asked for, by whom and how. What later work adds (group, outcome) is
 * left out, so that consolidation changes nothing here: the topic counts only where a topic was asked for, because a
 * wording is given one later. The order is the snapshot's and never changes.
 */
export const frozenFields = [
  'id',
  'personId',
  'unitId',
  'headcount',
  'kind',
  'topicId',
  'freeText',
  'reason',
  'selfLevel',
  'targetLevel',
  'urgency',
  'preferredQuarter',
  'managerPriority',
  'managerState',
  'note',
  'names',
  'carriedFromId',
  'sources',
] as const satisfies readonly (keyof NeedLineTable)[]

export type FrozenNeed = Pick<NeedLineTable, (typeof frozenFields)[number]>

const format = 'akademi needs 1'

/**
 * The snapshot of a cycle: a first line with its year and fields, then one JSON array a need, in the order of their
 * ids. UTF-8, each line ended by a line feed; its SHA-256 is the cycle's hash, so `sha256sum` confirms it as well.
 */
export function snapshotText(year: number, needs: Iterable<FrozenNeed>): string {
  const lines = [JSON.stringify({ format, year, fields: frozenFields })]
  for (const need of needs) lines.push(needText(need))
  return `${lines.join('\n')}\n`
}

export const needText = (need: FrozenNeed): string =>
  JSON.stringify(frozenFields.map((field) => (field === 'topicId' ? askedTopic(need) : (need[field] ?? null))))

const askedTopic = ({ kind, topicId }: FrozenNeed): string | null => (kind === 'topic' ? topicId : null)

export const snapshotHash = (text: string): string => sha256(text)

type Values = readonly (string | number | null)[]

/** The needs of a snapshot, as text by id; undefined when it is not one of ours. */
export function readSnapshot(text: string): ReadonlyMap<string, string> | undefined {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  if (!head.includes(`"format":"${format}"`)) return undefined
  return new Map(lines.map((line) => [String((JSON.parse(line) as Values)[0]), line]))
}

export type NeedDifference = {
  readonly lineId: string
  readonly kind: 'changed' | 'missing' | 'added'
  readonly fields: readonly { readonly field: string; readonly frozen: string | null; readonly now: string | null }[]
}

/** Where the needs of today leave the snapshot, in the order of their ids. */
export function compareSnapshot(frozen: ReadonlyMap<string, string>, needs: Iterable<FrozenNeed>): NeedDifference[] {
  const differences: NeedDifference[] = []
  const seen = new Set<string>()
  for (const need of needs) {
    seen.add(need.id)
    const before = frozen.get(need.id)
    const after = needText(need)
    if (before === undefined) differences.push({ lineId: need.id, kind: 'added', fields: [] })
    else if (before !== after)
      differences.push({ lineId: need.id, kind: 'changed', fields: fieldsApart(before, after) })
  }
  for (const id of frozen.keys()) if (!seen.has(id)) differences.push({ lineId: id, kind: 'missing', fields: [] })
  return differences.sort((a, b) => (a.lineId < b.lineId ? -1 : 1))
}

const asText = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

function fieldsApart(before: string, after: string): NeedDifference['fields'] {
  const was = JSON.parse(before) as Values
  const is = JSON.parse(after) as Values
  return frozenFields.flatMap((field, at) =>
    was[at] === is[at] ? [] : [{ field, frozen: asText(was[at]), now: asText(is[at]) }],
  )
}
