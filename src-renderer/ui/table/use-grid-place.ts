import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef, useState } from 'react'
import { sameView, type TableView } from './view.ts'

type Place = { readonly top: number; readonly view: TableView }

/** Where each table was left while this window is open. */
const places = new Map<string, Place>()

/** A list that is come back to stands where it was left, as long as it shows the same. */
export function useGridPlace<Row>(name: string, view: TableView, shown: number | undefined) {
  const [api, setApi] = useState<GridApi<Row>>()
  const latest = useRef(view)
  latest.current = view
  const restored = useRef(false)

  useEffect(() => {
    if (!api || shown === undefined || restored.current) return
    restored.current = true
    const place = places.get(name)
    if (place && sameView(place.view, latest.current) && place.top < shown) api.ensureIndexVisible(place.top, 'top')
  }, [api, name, shown])

  return {
    ready: setApi,
    scrolled: ({ api: grid }: { readonly api: GridApi<Row> }) => {
      if (!restored.current) return
      // The grid draws some rows above the window as well; the first one in sight is looked for among them.
      const { top: pixel } = grid.getVerticalPixelRange()
      let top = grid.getFirstDisplayedRowIndex()
      while ((grid.getDisplayedRowAtIndex(top)?.rowTop ?? pixel) < pixel) top++
      places.set(name, { top, view: latest.current })
    },
  }
}
