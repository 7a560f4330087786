import type { GridApi, GridOptions } from 'ag-grid-community'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Column } from './columns.ts'
import { noSelection, type Selection, selectedCount } from './selection.ts'
import { sumsOf } from './sums.ts'
import type { TableView } from './view.ts'

type Options<Row> = {
  readonly declared: RefObject<readonly Column<Row>[]>
  readonly language: 'tr' | 'en'
  readonly shown: number | undefined
  readonly view: TableView
  readonly server: boolean
}

/** Which rows are chosen. Another search or filter lets go of them, so that nothing unseen is ever acted upon. */
export function useGridSelection<Row>({ declared, language, shown, view, server }: Options<Row>) {
  const [api, setApi] = useState<GridApi<Row>>()
  const [selection, setSelection] = useState<Selection>(noSelection)
  const current = useRef(selection)
  const following = useRef(false)

  const say = (next: Selection) => {
    current.current = next
    setSelection(next)
  }

  const clear = () => {
    say(noSelection)
    following.current = true
    api?.deselectAll()
    following.current = false
  }

  /** The grid tells of a choice a moment later; a key that acts on it may be quicker. */
  const rightNow = (): Selection =>
    api && !current.current.all
      ? { all: false, ids: api.getSelectedNodes().flatMap((node) => node.id ?? []) }
      : current.current

  const changed = () => {
    if (!api || following.current) return
    if (!current.current.all) return say(rightNow())
    const left = new Set(current.current.ids)
    api.forEachNode((node) => {
      if (!node.id || !node.data) return
      if (node.isSelected()) left.delete(node.id)
      else left.add(node.id)
    })
    say({ all: true, ids: [...left] })
  }

  /** Ticks the rows that were loaded after "all" was chosen. */
  const updated = () => {
    if (!api || !current.current.all) return
    const left = new Set(current.current.ids)
    following.current = true
    api.forEachNode((node) => {
      if (node.id && node.data && !left.has(node.id) && !node.isSelected()) node.setSelected(true, false, 'api')
    })
    following.current = false
  }

  const all = () => {
    if (!server) return api?.selectAll('filtered')
    say({ all: true, ids: [] })
    updated()
  }

  const seen = `${view.search}\n${JSON.stringify(view.filter)}`
  const lastSeen = useRef(seen)
  const letGo = useRef(clear)
  letGo.current = clear
  useEffect(() => {
    if (seen === lastSeen.current) return
    lastSeen.current = seen
    letGo.current()
  }, [seen])

  const count = selectedCount(selection, shown ?? 0)
  const chosen = api && count > 0 ? api.getSelectedRows() : []
  return {
    selection,
    rightNow,
    count,
    // A sum over rows that were never loaded would be wrong.
    sums: chosen.length === count ? sumsOf(declared.current, chosen, language) : [],
    all,
    clear,
    changed,
    updated,
    ready: setApi,
    options: (on: boolean, heading: string): GridOptions<Row> =>
      on
        ? {
            rowSelection: {
              mode: 'multiRow',
              headerCheckbox: !server,
              selectAll: 'filtered',
              enableClickSelection: false,
            },
            selectionColumnDef: {
              headerName: heading,
              width: 40,
              minWidth: 40,
              pinned: 'left',
              suppressMovable: true,
              resizable: false,
            },
          }
        : {},
  }
}
