import type {
  CellClickedEvent,
  CellFocusedEvent,
  CellKeyDownEvent,
  FullWidthCellKeyDownEvent,
  GridApi,
} from 'ag-grid-community'
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../feedback/toast.tsx'
import type { CellWords } from './columns.ts'
import { copyCell, copyRows } from './copy-grid.ts'
import type { ColumnSource } from './grid-columns.tsx'

type Options<Row> = {
  readonly api: GridApi<Row> | undefined
  readonly now: ColumnSource<Row>
  readonly words: CellWords
  readonly rowId: (row: Row) => string
  readonly openId: string | undefined
  readonly onOpen: ((row: Row) => void) | undefined
  readonly onOpenWhole: ((row: Row) => void) | undefined
  readonly selectAll: (() => void) | undefined
  readonly root: RefObject<HTMLElement | null>
}

const hasMarkedText = () => window.getSelection()?.isCollapsed === false

const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button,a,input,label,select,textarea') !== null

/** What keys and clicks in the grid's cells do, and how the record panel walks through its rows. */
export function useGridKeys<Row>(options: Options<Row>) {
  const { api, now, words, rowId, openId, onOpen, onOpenWhole, selectAll, root } = options
  const { t } = useTranslation('common')

  const copy = async (event: CellKeyDownEvent<Row>) => {
    const chosen = event.api.getSelectedRows()
    try {
      if (chosen.length > 0) {
        await copyRows(event.api, chosen, now, words)
        tell({ text: t('table.copied', { count: chosen.length }) })
      } else if (event.data) {
        await copyCell(event.column.getColId(), event.data, now, words)
        tell({ text: t('table.copiedCell') })
      }
    } catch {
      tell({ text: t('table.copyFailed'), tone: 'bad' })
    }
  }

  const onCellKeyDown = (event: CellKeyDownEvent<Row> | FullWidthCellKeyDownEvent<Row>) => {
    const key = event.event
    if (!(key instanceof KeyboardEvent) || !('column' in event)) return
    const control = key.ctrlKey || key.metaKey
    const letter = key.key.toLowerCase()
    if (key.key === 'Enter' && event.data && !isControl(key.target)) {
      if (control && onOpenWhole) onOpenWhole(event.data)
      else onOpen?.(event.data)
      key.preventDefault()
    } else if (control && letter === 'c' && !hasMarkedText()) {
      key.preventDefault()
      void copy(event)
    } else if (control && letter === 'a' && selectAll) {
      key.preventDefault()
      selectAll()
    }
  }

  const onCellClicked = ({ data, event, column }: CellClickedEvent<Row>) => {
    const ofTheGrid = column.getColId().startsWith('ag-Grid-')
    if (!data || ofTheGrid || hasMarkedText() || isControl(event?.target ?? null)) return
    onOpen?.(data)
  }

  const byKey = useRef(false)
  useEffect(() => {
    const element = root.current
    const key = () => {
      byKey.current = true
    }
    const pointer = () => {
      byKey.current = false
    }
    element?.addEventListener('keydown', key, true)
    element?.addEventListener('pointerdown', pointer, true)
    return () => {
      element?.removeEventListener('keydown', key, true)
      element?.removeEventListener('pointerdown', pointer, true)
    }
  }, [root])

  // The open panel follows the arrows; a click opens its row by itself.
  const onCellFocused = ({ rowIndex, api: grid }: CellFocusedEvent<Row>) => {
    if (openId === undefined || rowIndex === null || !byKey.current) return
    const row = grid.getDisplayedRowAtIndex(rowIndex)?.data
    if (row && rowId(row) !== openId) onOpen?.(row)
  }

  const focus = (id?: string) => {
    const index = id === undefined ? 0 : api?.getRowNode(id)?.rowIndex
    const column = api?.getAllDisplayedColumns().find((one) => !one.getColId().startsWith('ag-Grid-'))
    if (!api || index === null || index === undefined || !column) return
    api.ensureIndexVisible(index)
    api.setFocusedCell(index, column)
  }

  const step = (by: 1 | -1) => {
    const from = openId === undefined ? undefined : api?.getRowNode(openId)?.rowIndex
    if (!api || from === null || from === undefined) return
    const next = api.getDisplayedRowAtIndex(from + by)
    if (!next) return
    api.ensureIndexVisible(from + by)
    if (next.data) return onOpen?.(next.data)
    // The row is on its way from the service; it is opened when it arrives.
    const arrived = () => {
      const row = api.getDisplayedRowAtIndex(from + by)?.data
      if (!row) return
      api.removeEventListener('modelUpdated', arrived)
      onOpen?.(row)
    }
    api.addEventListener('modelUpdated', arrived)
  }

  // The panel that closes takes the focus with it; the keyboard goes on at the row that was open.
  const last = useRef(openId)
  const comeBack = useEffectEvent((id: string) => {
    const lost = document.activeElement === document.body || document.activeElement === null
    if (lost || root.current?.contains(document.activeElement)) focus(id)
  })
  useEffect(() => {
    const before = last.current
    last.current = openId
    if (openId !== undefined || before === undefined) return
    const frame = requestAnimationFrame(() => comeBack(before))
    return () => cancelAnimationFrame(frame)
  }, [openId])

  return { events: { onCellKeyDown, onCellClicked, onCellFocused, ...tabLeaves }, handle: { step, focus } }
}

/** The arrows walk through a table; Tab goes on past it, else sixty thousand rows stand before what follows. */
const tabLeaves = { tabToNextCell: () => false, tabToNextHeader: () => false } as const
