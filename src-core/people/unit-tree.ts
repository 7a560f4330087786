type Node = { readonly id: string; readonly parentId: string | null }

/** Units in the order of a tree (parents before their children, siblings as given), each with its depth. */
export function inTreeOrder<N extends Node>(
  nodes: readonly N[],
): readonly { readonly node: N; readonly depth: number }[] {
  const known = new Set(nodes.map((node) => node.id))
  const below = new Map<string | null, N[]>()
  for (const node of nodes) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null
    const siblings = below.get(parent) ?? []
    below.set(parent, siblings)
    siblings.push(node)
  }
  const ordered: { node: N; depth: number }[] = []
  const walk = (parent: string | null, depth: number): void => {
    for (const node of below.get(parent) ?? []) {
      ordered.push({ node, depth })
      walk(node.id, depth + 1)
    }
  }
  walk(null, 0)
  return ordered
}

/** A unit's id and those of everything below it. */
export function withBelow(nodes: readonly Node[], id: string): ReadonlySet<string> {
  const found = new Set([id])
  // Parents come before their children, so that one pass is enough.
  for (const { node } of inTreeOrder(nodes)) if (node.parentId !== null && found.has(node.parentId)) found.add(node.id)
  return found
}

/** For every node the sum of `own` over it and everything below it. */
export function sumsBelow(nodes: readonly Node[], own: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map(nodes.map((node) => [node.id, own.get(node.id) ?? 0]))
  for (const { node } of [...inTreeOrder(nodes)].reverse()) {
    if (node.parentId === null || !sums.has(node.parentId)) continue
    sums.set(node.parentId, (sums.get(node.parentId) ?? 0) + (sums.get(node.id) ?? 0))
  }
  return sums
}
