import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconDownload, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './TableFooter.module.css'

type Props = {
  /** Rows shown; undefined while they are not known. */
  readonly shown: number | undefined
  /** Rows there are without search and filters, where that is known. */
  readonly total: number | undefined
  readonly selected: number
  /** Sums of the selected rows, ready to read. */
  readonly sums: readonly string[]
  readonly onSelectAll: (() => void) | undefined
  readonly onClear: () => void
  readonly bulk: ReactNode
  readonly columnMenu: ReactNode
  readonly onExport: (() => void) | undefined
}

/** The foot of a table: how many rows, what is selected and what can be done with it. */
export function TableFooter({ shown, total, selected, sums, onSelectAll, onClear, bulk, columnMenu, onExport }: Props) {
  const { t } = useTranslation('common')
  const count =
    shown === undefined
      ? t('table.loading')
      : total !== undefined && total !== shown
        ? t('table.rowsOf', { shown, total })
        : t('table.rows', { count: shown })
  return (
    <div className={classes.foot} data-selected={selected > 0 || undefined}>
      <div className={classes.count} role="status">
        {selected > 0 ? (
          <>
            <strong>{t('table.selected', { count: selected })}</strong>
            {sums.map((sum) => (
              <span key={sum} className={classes.sum}>
                {sum}
              </span>
            ))}
          </>
        ) : (
          count
        )}
      </div>
      {selected > 0 && (
        <>
          {onSelectAll && shown !== undefined && selected < shown && (
            <Button size="xs" variant="subtle" onClick={onSelectAll}>
              {t('table.selectAll', { count: shown })}
            </Button>
          )}
          <Tooltip label={t('table.clearSelection')}>
            <ActionIcon size="sm" aria-label={t('table.clearSelection')} onClick={onClear}>
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        </>
      )}
      <div className={classes.end}>
        {selected > 0 ? (
          bulk
        ) : (
          <>
            {columnMenu}
            {onExport && (
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                leftSection={<IconDownload size={14} aria-hidden />}
                onClick={onExport}
                disabled={!shown}
              >
                {t('table.export')}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  )
}
