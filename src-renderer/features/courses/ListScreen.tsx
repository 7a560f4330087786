import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageRequest } from '../../../src-core/kernel/page.ts'
import { useGo, useOpenId, useTableView } from '../../app/address.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { ListFilters } from '../../app/views/ListFilters.tsx'
import { useKeys } from '../../ui/keys.ts'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Toolbar } from '../../ui/screen/Toolbar.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableHandle } from '../../ui/table/rows.ts'
import type { TableView } from '../../ui/table/view.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { useMay } from './use-may.ts'
import { useRowsOrNothing } from './use-rows-or-nothing.ts'

/** What the panel of a record is given; `id` is undefined for a record that is being added. */
export type PanelProps = {
  readonly id: string | undefined
  readonly onClose: () => void
  readonly onStep: ((by: 1 | -1) => void) | undefined
  readonly onAdded: (id: string) => void
}

export type ListFileRequest = Pick<PageRequest, 'sort' | 'filter' | 'search'> & { readonly language: 'tr' | 'en' }

type Words = {
  readonly title: string
  readonly add: string
  readonly search: string
  readonly empty: string
  readonly emptyText: string
}

type Props<Row extends { readonly id: string }> = {
  /** Keeps the layout of the table apart from other tables. */
  readonly name: string
  readonly words: Words
  readonly columns: readonly Column<Row>[]
  readonly fetch: (request: PageRequest) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>
  readonly start: TableView
  readonly exportFile: (list: ListFileRequest) => Promise<File>
  /** Where lists of this kind are imported, for who may. */
  readonly importAt?: string
  readonly panel: (props: PanelProps) => ReactNode
  readonly note?: ReactNode
}

const adding = 'new'

/** A list of the catalogue with its search, filters, export, and the panel of the record that is open. */
export function ListScreen<Row extends { readonly id: string }>(props: Props<Row>) {
  const { name, words, columns, fetch, start, exportFile, importAt, panel, note } = props
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const may = useMay()
  const go = useGo()
  const { view, onView } = useTableView(start)
  const [openId, setOpenId] = useOpenId()
  const table = useRef<TableHandle>(null)
  const { server, isEmpty } = useRowsOrNothing(fetch)
  const add = () => setOpenId(adding)
  useKeys(may.edit ? [{ keys: 'n', labelKey: 'courses:actions.addItem', run: add }] : [])

  const download = async (list: TableView) => {
    try {
      saveFile(await exportFile({ search: list.search, sort: [...list.sort], filter: { ...list.filter }, language }))
    } catch (error) {
      tellError(error)
    }
  }
  const isNew = openId === adding
  return (
    <Screen
      header={
        <PageHeader
          title={words.title}
          note={note}
          {...(may.edit && { primary: { label: words.add, run: add, icon: IconPlus, keys: 'N' } })}
          secondary={
            may.edit && importAt ? [{ label: t('actions.import'), run: () => go(importAt), icon: IconFileImport }] : []
          }
        />
      }
      toolbar={
        <Toolbar
          search={{
            value: view.search,
            onChange: (search) => onView({ ...view, search }),
            placeholder: words.search,
          }}
        >
          <ListFilters columns={columns} view={view} onView={onView} />
        </Toolbar>
      }
      panel={
        openId !== undefined &&
        panel({
          id: isNew ? undefined : openId,
          onClose: () => {
            setOpenId(undefined)
            if (!isNew) table.current?.focus(openId)
          },
          onStep: isNew ? undefined : (by) => table.current?.step(by),
          onAdded: setOpenId,
        })
      }
    >
      {isEmpty ? (
        <EmptyState
          title={words.empty}
          text={words.emptyText}
          {...(may.edit && { action: { label: words.add, run: add } })}
        />
      ) : (
        <DataTable
          name={name}
          label={words.title}
          columns={columns}
          rowId={(row) => row.id}
          server={server}
          view={view}
          onView={onView}
          start={start}
          openId={isNew ? undefined : openId}
          onOpen={(row) => setOpenId(row.id)}
          onExport={(_, list) => void download(list)}
          handle={table}
        />
      )}
    </Screen>
  )
}
