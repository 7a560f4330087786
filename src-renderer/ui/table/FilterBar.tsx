import { Button, Menu, Popover } from '@mantine/core'
import { IconFilter, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumberLanguage } from '../values/texts.tsx'
import type { Column } from './columns.ts'
import classes from './FilterBar.module.css'
import { FilterForm } from './FilterForm.tsx'
import { filterText } from './filter-text.ts'
import type { ColumnFilter } from './filters.ts'
import { type TableView, withFilter } from './view.ts'

type Props<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly view: TableView
  readonly onView: (view: TableView) => void
}

/** The filters of a list as chips that can be changed and taken away, and a button that adds one. */
export function FilterBar<Row>({ columns, view, onView }: Props<Row>) {
  const { t } = useTranslation('common')
  const [opened, setOpened] = useState<string>()
  const filterable = columns.filter((column) => column.filterable !== false)
  const shown = filterable.filter((column) => column.id in view.filter || column.id === opened)
  const active = Object.keys(view.filter).length
  return (
    <>
      {shown.map((column) => (
        <Chip
          key={column.id}
          column={column}
          filter={view.filter[column.id]}
          open={opened === column.id}
          onOpen={(open) => setOpened(open ? column.id : undefined)}
          onChange={(filter) => onView(withFilter(view, column.id, filter))}
        />
      ))}
      <Menu position="bottom-start" withinPortal={false}>
        <Menu.Target>
          <Button size="xs" variant="subtle" color="gray" leftSection={<IconFilter size={14} aria-hidden />}>
            {t('filter.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.columns ?? ''}>
          <Menu.Label>{t('filter.choose')}</Menu.Label>
          {filterable.map((column) => (
            <Menu.Item key={column.id} onClick={() => setOpened(column.id)}>
              {column.title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {active > 1 && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => onView({ ...view, filter: {} })}>
          {t('filter.clearAll')}
        </Button>
      )}
    </>
  )
}

type ChipProps<Row> = {
  readonly column: Column<Row>
  readonly filter: ColumnFilter | undefined
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onChange: (filter: ColumnFilter | undefined) => void
}

function Chip<Row>({ column, filter, open, onOpen, onChange }: ChipProps<Row>) {
  const { t } = useTranslation('common')
  const language = useNumberLanguage()
  const value = filter ? filterText(column, filter, t, language) : '…'
  return (
    <span className={classes.chip}>
      <Popover opened={open} onChange={onOpen} position="bottom-start" trapFocus returnFocus withinPortal>
        <Popover.Target>
          <button type="button" className={classes.text} onClick={() => onOpen(!open)}>
            <span className={classes.name}>{column.title}</span> {value}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('filter.edit', { title: column.title })}>
          <FilterForm column={column} filter={filter} onChange={onChange} />
        </Popover.Dropdown>
      </Popover>
      {filter && (
        <button
          type="button"
          className={classes.remove}
          aria-label={t('filter.remove', { title: column.title })}
          onClick={() => onChange(undefined)}
        >
          <IconX size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}
