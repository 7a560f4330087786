import { VisuallyHidden } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberText } from '../../../ui/values/texts.tsx'
import classes from './MergeList.module.css'
import { dragType, keysOf, type MergeItem } from './merge-tree.ts'

type Props = {
  readonly items: readonly MergeItem[]
  readonly active: MergeItem | undefined
  readonly chosen: ReadonlySet<string>
  readonly listRef: RefObject<HTMLDivElement | null>
  readonly onActive: (id: string) => void
  readonly onToggle: (keys: readonly string[]) => void
  readonly onOpen: (groupKey: string, open: boolean) => void
  /** Enter: on to the topic. */
  readonly onEnter: () => void
}

const idOf = (id: string): string => `merge-${id}`

/** Groups of alike wordings, walked through like a tree: arrows move and open, Space marks, Enter goes on to the topic. */
export function MergeList({ items, active, chosen, listRef, onActive, onToggle, onOpen, onEnter }: Props) {
  const { t } = useTranslation('needsDecide')
  useEffect(() => {
    if (active) document.getElementById(idOf(active.id))?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const step = (to: number) => {
    const item = items[Math.min(items.length - 1, Math.max(0, to))]
    if (item) onActive(item.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || event.ctrlKey || event.altKey || event.metaKey) return
    const at = items.indexOf(active)
    const isGroup = active.kind === 'group'
    const keys = new Map<string, () => void>([
      ['ArrowDown', () => step(at + 1)],
      ['ArrowUp', () => step(at - 1)],
      ['Home', () => step(0)],
      ['End', () => step(items.length - 1)],
      ['PageDown', () => step(at + 12)],
      ['PageUp', () => step(at - 12)],
      ['ArrowRight', () => (isGroup && !active.open ? onOpen(active.group.key, true) : step(at + 1))],
      ['ArrowLeft', () => (isGroup ? onOpen(active.group.key, false) : onActive(`g:${active.group.key}`))],
      [' ', () => onToggle(keysOf(active))],
      ['Enter', onEnter],
    ])
    const run = keys.get(event.key)
    if (!run) return
    event.preventDefault()
    run()
  }
  return (
    <div className={classes.frame}>
      <div className={classes.head} aria-hidden>
        <span>{t('merge.wording')}</span>
        <span>{t('merge.lines')}</span>
        <span>{t('merge.persons')}</span>
        <span>{t('merge.units')}</span>
      </div>
      <div
        ref={listRef}
        className={classes.list}
        role="tree"
        aria-label={t('merge.list')}
        aria-multiselectable
        aria-activedescendant={active && idOf(active.id)}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            isActive={item.id === active?.id}
            marked={markOf(item, chosen)}
            chosen={chosen}
            onActive={onActive}
            onToggle={onToggle}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  )
}

type Mark = 'all' | 'some' | 'none'

function markOf(item: MergeItem, chosen: ReadonlySet<string>): Mark {
  const keys = keysOf(item)
  const marked = keys.filter((key) => chosen.has(key)).length
  return marked === 0 ? 'none' : marked === keys.length ? 'all' : 'some'
}

type RowProps = Pick<Props, 'chosen' | 'onActive' | 'onToggle' | 'onOpen'> & {
  readonly item: MergeItem
  readonly isActive: boolean
  readonly marked: Mark
}

function Row({ item, isActive, marked, chosen, onActive, onToggle, onOpen }: RowProps) {
  const { t } = useTranslation('needsDecide')
  const counts = item.kind === 'group' ? item.group : item.wording
  const openable = item.kind === 'group' && item.group.wordings.length > 1
  const text = item.kind === 'group' ? item.group.label : item.wording.text
  const alone = item.kind === 'group' ? item.group.wordings.length : 1
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names this row as its active one
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of all rows
    <div
      id={idOf(item.id)}
      role="treeitem"
      aria-level={item.kind === 'group' ? 1 : 2}
      aria-selected={marked === 'all'}
      {...(openable && { 'aria-expanded': item.open })}
      className={classes.row}
      data-active={isActive || undefined}
      data-marked={marked}
      data-level={item.kind === 'group' ? 1 : 2}
      draggable
      onDragStart={(event) => {
        const keys = marked === 'all' ? [...chosen] : keysOf(item)
        event.dataTransfer.setData(dragType, JSON.stringify(keys))
        event.dataTransfer.effectAllowed = 'move'
        onActive(item.id)
      }}
      onClick={(event) => {
        onActive(item.id)
        if (event.ctrlKey || event.metaKey) onToggle(keysOf(item))
      }}
      onDoubleClick={() => item.kind === 'group' && openable && onOpen(item.group.key, !item.open)}
    >
      <span className={classes.name}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-hidden
          checked={marked === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = marked === 'some'
          }}
          onChange={() => onToggle(keysOf(item))}
          onClick={(event) => event.stopPropagation()}
        />
        {openable ? (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            className={classes.opener}
            data-open={item.open || undefined}
            title={t(item.open ? 'merge.collapse' : 'merge.expand')}
            onClick={(event) => {
              event.stopPropagation()
              onOpen(item.group.key, !item.open)
            }}
          >
            <IconChevronRight size={14} />
          </button>
        ) : (
          <span className={classes.room} />
        )}
        <span className={classes.text}>{text}</span>
        {openable && (
          <span className={classes.more} aria-hidden>
            +{alone - 1}
          </span>
        )}
        <VisuallyHidden>{t('merge.counts', { ...counts, wordings: alone })}</VisuallyHidden>
      </span>
      {[counts.lines, counts.persons, counts.units].map((count, at) => (
        <span key={String(at)} aria-hidden>
          <NumberText value={count} />
        </span>
      ))}
    </div>
  )
}
