import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconCheck, IconTrash } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSetting } from '../../ui/stored.ts'
import { useAddress } from '../address.ts'
import classes from './SavedViews.module.css'
import { changeTo, isShown, keptOf, type SavedView, savedViewsOf, withView } from './saved-views.ts'

/** The officer's own views of the screen she is on: chosen from a menu, saved under a name, thrown away. */
export function SavedViews() {
  const { t } = useTranslation('common')
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [search, change] = useAddress()
  const [views, setViews] = useSetting(savedViewsOf(path))
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const shown = views.find((view) => isShown(view, search))
  const untouched = Object.keys(keptOf(search)).length === 0
  const save = (event: FormEvent) => {
    event.preventDefault()
    const trimmed = name.trim()
    if (trimmed === '') return
    setViews(withView(views, { name: trimmed, search: keptOf(search) }))
    setName('')
    setOpened(false)
  }
  const choose = (view: SavedView['search']) => {
    change(changeTo(view, search))
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconBookmark size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          <span className={classes.shown}>{shown?.name ?? t('views.title')}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel ?? ''} aria-label={t('views.title')}>
        <ul className={classes.list}>
          <li>
            <Choice name={t('views.standard')} chosen={untouched} onChoose={() => choose({})} />
          </li>
          {views.map((view) => (
            <li key={view.name}>
              <Choice name={view.name} chosen={view === shown} onChoose={() => choose(view.search)} />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('views.remove', { name: view.name })}
                onClick={() => setViews(views.filter((other) => other !== view))}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <form className={classes.save} onSubmit={save}>
          <TextInput
            size="xs"
            label={t('views.name')}
            description={untouched ? t('views.nothing') : undefined}
            disabled={untouched}
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" variant="default" disabled={untouched || name.trim() === ''}>
            {t('views.save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

type ChoiceProps = { readonly name: string; readonly chosen: boolean; readonly onChoose: () => void }

function Choice({ name, chosen, onChoose }: ChoiceProps) {
  return (
    <button type="button" className={classes.choice} aria-current={chosen} onClick={onChoose}>
      <IconCheck size={14} aria-hidden />
      <span>{name}</span>
    </button>
  )
}
