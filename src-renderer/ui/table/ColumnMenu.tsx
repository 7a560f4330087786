import { Button, Checkbox, Popover } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './ColumnMenu.module.css'

type Props = {
  readonly columns: readonly { readonly id: string; readonly title: string }[]
  readonly hidden: ReadonlySet<string>
  readonly onToggle: (id: string, shown: boolean) => void
  readonly onReset: () => void
}

/** Chooses which columns are shown. Their order and width are set on the header itself, by mouse or keyboard. */
export function ColumnMenu({ columns, hidden, onToggle, onReset }: Props) {
  const { t } = useTranslation('common')
  const shown = columns.length - hidden.size
  return (
    <Popover position="top-end" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="subtle" color="gray" leftSection={<IconColumns3 size={14} aria-hidden />}>
          {t('table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.list}>
          {columns.map((column) => (
            <Checkbox
              key={column.id}
              size="xs"
              label={column.title}
              checked={!hidden.has(column.id)}
              // A table without a column could not be given one back.
              disabled={!hidden.has(column.id) && shown === 1}
              onChange={(event) => onToggle(column.id, event.currentTarget.checked)}
            />
          ))}
        </div>
        <Button size="xs" variant="subtle" color="gray" fullWidth onClick={onReset}>
          {t('table.columnsReset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
