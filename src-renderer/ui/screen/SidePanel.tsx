import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowsDiagonal, IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isTyping, useKeys } from '../keys.ts'
import { HeadingLevel } from './heading-level.ts'
import classes from './SidePanel.module.css'

type Props = {
  readonly title: string
  /** Under the title: a code, a state. */
  readonly note?: ReactNode
  readonly onClose: () => void
  /** To the record above or below in the list, without closing; the table's handle does it. */
  readonly onStep?: (by: 1 | -1) => void
  /** Opens the record on a screen of its own. */
  readonly onOpenWhole?: () => void
  /** What can be done with the record, at the foot; the primary action last. */
  readonly actions?: ReactNode
  readonly width?: number
  readonly children: ReactNode
}

/**
 * A record beside its list. Esc closes and gives the focus back, the arrows go to the neighbours, Ctrl+Enter opens the record
 * whole. It takes the focus only when a key opened it, so that the arrows of the table go on working after a click.
 */
export function SidePanel({ title, note, onClose, onStep, onOpenWhole, actions, width = 440, children }: Props) {
  const { t } = useTranslation('common')
  const panel = useRef<HTMLElement>(null)
  const before = useRef<Element | null>(null)
  const headingId = useId()

  useEffect(() => {
    before.current = document.activeElement
    if (openedByKey()) panel.current?.focus()
    return () => {
      const back = before.current
      // The grid is asked to take the focus back on the row itself, which may have been drawn anew since.
      if (back instanceof HTMLElement && back.isConnected && document.activeElement === document.body) back.focus()
    }
  }, [])

  useKeys([
    { keys: 'Escape', labelKey: 'common:keys.escape', run: onClose, whileTyping: true },
    { keys: 'Ctrl+Enter', labelKey: 'common:keys.whole', run: () => onOpenWhole?.(), unlisted: !onOpenWhole },
  ])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const moves = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (moves && onStep && !isTyping(event.target) && !event.altKey && !isWidget(event.target)) {
      event.preventDefault()
      onStep(event.key === 'ArrowDown' ? 1 : -1)
    }
  }

  return (
    <aside
      ref={panel}
      className={classes.panel}
      style={{ width }}
      aria-labelledby={headingId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      data-side-panel
    >
      <header className={classes.header}>
        <div className={classes.heading}>
          <h2 className={classes.title} id={headingId}>
            {title}
          </h2>
          {note && <div className={classes.note}>{note}</div>}
        </div>
        <div className={classes.buttons}>
          {onStep && (
            <>
              <PanelButton label={t('actions.previous')} run={() => onStep(-1)} icon={<IconChevronUp size={16} />} />
              <PanelButton label={t('actions.next')} run={() => onStep(1)} icon={<IconChevronDown size={16} />} />
            </>
          )}
          {onOpenWhole && (
            <PanelButton label={t('actions.openWhole')} run={onOpenWhole} icon={<IconArrowsDiagonal size={16} />} />
          )}
          <PanelButton label={t('actions.close')} run={onClose} icon={<IconX size={16} />} />
        </div>
      </header>
      <div className={classes.body}>
        <HeadingLevel value={3}>{children}</HeadingLevel>
      </div>
      {actions && <footer className={classes.footer}>{actions}</footer>}
    </aside>
  )
}

function PanelButton(props: { readonly label: string; readonly run: () => void; readonly icon: ReactNode }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon aria-label={props.label} onClick={props.run}>
        {props.icon}
      </ActionIcon>
    </Tooltip>
  )
}

/** Lists, menus and tabs use the arrows themselves. */
const isWidget = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('[role=listbox],[role=menu],[role=tablist],[role=radiogroup],[role=grid],[role=slider]') !== null

let lastEnterAt = Number.NEGATIVE_INFINITY
window.addEventListener(
  'keydown',
  ({ key }) => {
    if (key === 'Enter') lastEnterAt = performance.now()
  },
  true,
)
window.addEventListener(
  'pointerdown',
  () => {
    lastEnterAt = Number.NEGATIVE_INFINITY
  },
  true,
)

const openedByKey = () => performance.now() - lastEnterAt < 1000
