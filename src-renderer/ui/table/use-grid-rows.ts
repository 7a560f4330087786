import type { GridApi, GridOptions, IGetRowsParams } from 'ag-grid-community'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { fold } from '../../../src-core/kernel/turkish.ts'
import { type CellWords, type Column, cellText } from './columns.ts'
import { matchesSearch } from './filters.ts'
import type { ServerRows } from './rows.ts'
import { fromSortModel } from './use-grid-view.ts'

type Options<Row> = {
  readonly rows: readonly Row[] | undefined
  readonly server: ServerRows<Row> | undefined
  readonly declared: RefObject<readonly Column<Row>[]>
  readonly words: CellWords
  readonly search: string
}

/** Rows a service is asked for at once: about four windows full. */
const blockSize = 200

/** Feeds the grid: all rows at once, or block by block from the service. */
export function useGridRows<Row>({ rows, server, declared, words, search }: Options<Row>) {
  const [api, setApi] = useState<GridApi<Row>>()
  const [shown, setShown] = useState<number>()
  const [failed, setFailed] = useState<unknown>()
  const latest = useRef({ server, search })
  latest.current = { server, search }
  const asked = useRef('')

  const datasource = useMemo(
    () => ({
      getRows: async (params: IGetRowsParams<Row>) => {
        const source = latest.current.server
        if (!source) return params.failCallback()
        const view = {
          search: latest.current.search,
          sort: fromSortModel(params.sortModel).map((sort) => ({ ...sort })),
          filter: params.filterModel,
        }
        const key = JSON.stringify(view)
        asked.current = key
        try {
          const page = await source.fetch({ ...view, start: params.startRow, end: params.endRow })
          if (key === asked.current) {
            setShown(page.total)
            setFailed(undefined)
          }
          params.successCallback([...page.rows], page.total)
        } catch (error) {
          if (key === asked.current) setFailed(error)
          params.failCallback()
        }
      },
    }),
    [],
  )

  const isServer = server !== undefined
  const searched = useRef(search)
  useEffect(() => {
    if (!api || search === searched.current) return
    searched.current = search
    if (isServer) api.purgeInfiniteCache()
    else api.onFilterChanged()
  }, [api, search, isServer])

  const version = server?.version
  const seen = useRef(version)
  useEffect(() => {
    if (version === seen.current) return
    seen.current = version
    api?.refreshInfiniteCache()
  }, [api, version])

  // What a row says is folded once, not at every letter of a search; another language says it differently.
  const texts = useMemo(() => ({ words, of: new WeakMap<object, string>() }), [words])
  const textOf = (row: Row): string => {
    const key = row as object
    const known = texts.of.get(key)
    if (known !== undefined) return known
    const text = fold(declared.current.map((column) => cellText(column, row, texts.words)).join(' '))
    texts.of.set(key, text)
    return text
  }

  const options: GridOptions<Row> = isServer
    ? {
        rowModelType: 'infinite',
        cacheBlockSize: blockSize,
        maxBlocksInCache: 40,
        infiniteInitialRowCount: 20,
        datasource,
      }
    : {
        rowData: rows ? (rows as Row[]) : null,
        isExternalFilterPresent: () => latest.current.search !== '',
        doesExternalFilterPass: ({ data }) => data === undefined || matchesSearch(textOf(data), latest.current.search),
      }

  return {
    options,
    shown,
    failed,
    ready: setApi,
    updated: () => {
      if (!isServer && api && !api.isDestroyed()) setShown(api.getDisplayedRowCount())
    },
    retry: () => {
      setFailed(undefined)
      api?.purgeInfiniteCache()
    },
  }
}
