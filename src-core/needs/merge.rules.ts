import { similarityIndex } from '../kernel/similarity-index.ts'

/** Wordings at least this alike are shown as one wish. */
const alikeFrom = 0.62

type Wording = { readonly key: string; readonly text: string; readonly lines: number }

/**
 * Groups of wordings that probably mean the same: each joins the most asked wording it is alike enough to. The most
 * asked wording names its group; order is by lines.
 */
export function groupWordings<W extends Wording>(wordings: readonly W[]): readonly (readonly W[])[] {
  const byKey = new Map(wordings.map((wording) => [wording.key, wording]))
  const index = similarityIndex(wordings.map(({ key }) => ({ key, text: key })))
  const leaders = new Map<string, W[]>()
  const ordered = [...wordings].sort((a, b) => b.lines - a.lines || (a.key < b.key ? -1 : 1))
  for (const wording of ordered) {
    const leader = index
      .best(wording.key, 12)
      .filter((match) => match.score >= alikeFrom && leaders.has(match.key))
      .sort((a, b) => b.score - a.score || (byKey.get(b.key)?.lines ?? 0) - (byKey.get(a.key)?.lines ?? 0))[0]
    const group = leader && leaders.get(leader.key)
    if (group) group.push(wording)
    else leaders.set(wording.key, [wording])
  }
  const linesOf = (group: readonly W[]) => group.reduce((sum, wording) => sum + wording.lines, 0)
  return [...leaders.values()].sort(
    (a, b) => linesOf(b) - linesOf(a) || ((a[0]?.key ?? '') < (b[0]?.key ?? '') ? -1 : 1),
  )
}
