import { Loader, Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { usePath } from '../address.ts'
import { useOffered } from '../features.ts'
import { screenAt } from '../rail.ts'
import classes from './Palette.module.css'
import { noteScreen } from './recent.ts'
import { type Entry, type EntryGroup, useEntries } from './use-entries.ts'

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly onKeys: () => void }

/** Every screen, command and record, by typing. */
export function Palette({ opened, onClose, onKeys }: Props) {
  const { t } = useTranslation('common')
  useRecentScreens()
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={640}
      yOffset="12vh"
      centered={false}
      classNames={{ content: classes.palette }}
    >
      <Modal.Overlay />
      <Modal.Content radius="lg" aria-label={t('palette.title')}>
        <Finder onClose={onClose} onKeys={onKeys} />
      </Modal.Content>
    </Modal.Root>
  )
}

function useRecentScreens(): void {
  const { screens } = useOffered()
  const screen = screenAt(usePath(), screens)
  const path = screen && screen.inRail !== false ? screen.path : undefined
  useEffect(() => {
    if (path) noteScreen(path)
  }, [path])
}

function Finder({ onClose, onKeys }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('common')
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const { groups, searching } = useEntries(query, onKeys)
  const entries = groups.flatMap((group) => group.entries)
  const at = Math.min(chosen, Math.max(0, entries.length - 1))
  const listId = useId()
  const optionId = (entry: Entry) => `${listId}-${entries.indexOf(entry)}`
  const list = useRef<HTMLDivElement>(null)
  const current = entries[at]

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen entry is scrolled to when it changes
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at, query])

  const run = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }
    const next = moves[event.key]
    if (next !== undefined) {
      event.preventDefault()
      setChosen(next)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(current)
    }
  }

  return (
    <>
      <div className={classes.field}>
        <IconSearch size={16} aria-hidden />
        <input
          data-autofocus
          className={classes.input}
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-activedescendant={current && optionId(current)}
          aria-label={t('palette.placeholder')}
          placeholder={t('palette.placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
        {searching && <Loader size={14} aria-label={t('palette.searching')} />}
      </div>
      <div ref={list} className={classes.list} id={listId} role="listbox" aria-label={t('palette.title')}>
        {groups.map((group) => (
          <Group key={group.title} group={group}>
            {group.entries.map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which names the chosen option
              <div
                key={entry.id}
                id={optionId(entry)}
                role="option"
                tabIndex={-1}
                aria-selected={entry === current}
                className={classes.entry}
                onPointerMove={() => setChosen(entries.indexOf(entry))}
                onClick={() => run(entry)}
              >
                <entry.icon size={16} stroke={1.75} aria-hidden />
                <span className={classes.title}>{entry.title}</span>
                {entry.note && <span className={classes.note}>{entry.note}</span>}
                {entry.keys && (
                  <span className={classes.keys} aria-hidden>
                    <KeyHint keys={entry.keys} />
                  </span>
                )}
              </div>
            ))}
          </Group>
        ))}
      </div>
      <p className={classes.none} role="status">
        {entries.length === 0 && !searching && (
          <>
            {t('palette.none', { text: query })} {t('palette.noneHint')}
          </>
        )}
      </p>
      <div className={classes.foot} aria-hidden>
        <span>
          <KeyHint keys="ArrowUp ArrowDown" /> {t('palette.move')}
        </span>
        <span>
          <KeyHint keys="Enter" /> {t('palette.open')}
        </span>
        <span>
          <KeyHint keys="Escape" /> {t('palette.close')}
        </span>
      </div>
    </>
  )
}

function Group({ group, children }: { readonly group: EntryGroup; readonly children: React.ReactNode }) {
  const { t } = useTranslation('common')
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
    <div role="group" aria-labelledby={id} className={classes.group}>
      <div id={id} className={classes.heading}>
        {group.failed ? t('palette.failed', { group: group.title }) : group.title}
      </div>
      {children}
    </div>
  )
}
