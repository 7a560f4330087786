import type { TablerIcon } from '@tabler/icons-react'
import { IconArrowRight, IconKeyboard, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useListedCommands } from '../../ui/commands.ts'
import { useSetting } from '../../ui/stored.ts'
import { useGo } from '../address.ts'
import { useOffered } from '../features.ts'
import { textOf } from '../i18n.ts'
import { groupIcons } from '../shell/group-icons.ts'
import { lockScreen } from '../shell/officer-actions.ts'
import { ranked } from './rank.ts'
import { recentScreens } from './recent.ts'
import { useRecordSearch } from './use-record-search.ts'

export type Entry = {
  readonly id: string
  readonly title: string
  readonly note?: string | undefined
  readonly icon: TablerIcon
  readonly keys?: string | undefined
  readonly run: () => void
}

export type EntryGroup = { readonly title: string; readonly entries: readonly Entry[]; readonly failed?: boolean }

/** What the palette lists for a query: commands and screens at once, records as they are found. */
export function useEntries(
  query: string,
  onKeys: () => void,
): { readonly groups: readonly EntryGroup[]; readonly searching: boolean } {
  const { t } = useTranslation('common')
  const go = useGo()
  const { screens, actions, searches } = useOffered()
  const listed = useListedCommands()
  const [recent] = useSetting(recentScreens)
  const records = useRecordSearch(searches, query)

  const screenEntries = screens
    .filter((screen) => screen.inRail !== false)
    .map((screen): Entry => {
      const group = t(`groups.${screen.group}`)
      const title = textOf(screen.labelKey)
      return {
        id: screen.path,
        title,
        note: title === group ? undefined : group,
        icon: groupIcons[screen.group],
        run: () => go(screen.path),
      }
    })
  const commands: readonly Entry[] = [
    ...listed.map((command, index) => ({
      id: `here-${index}`,
      title: command.label,
      icon: command.icon ?? IconArrowRight,
      keys: command.keys,
      run: command.run,
    })),
    ...actions.map((action) => ({
      id: action.labelKey,
      title: textOf(action.labelKey),
      icon: action.icon,
      keys: action.keys,
      run: () => action.run(go),
    })),
    { id: 'keys', title: t('shell.keys'), icon: IconKeyboard, keys: '?', run: onKeys },
    { id: 'lock', title: t('shell.lock'), icon: IconLock, keys: 'Alt+Shift+L', run: () => void lockScreen() },
  ]

  const said = (entry: Entry) => `${entry.title} ${entry.note ?? ''}`
  const asked = query.trim() !== ''
  // The newest is the screen one stands on.
  const lately = asked ? [] : recent.slice(1).flatMap((path) => screenEntries.find((entry) => entry.id === path) ?? [])
  const others = asked ? screenEntries : screenEntries.filter((entry) => !lately.includes(entry))
  const groups: readonly EntryGroup[] = [
    { title: t('palette.recent'), entries: lately.map((entry) => ({ ...entry, id: `recent-${entry.id}` })) },
    { title: t('palette.actions'), entries: ranked(commands, said, query).slice(0, asked ? 8 : 6) },
    { title: t('palette.screens'), entries: ranked(others, said, query).slice(0, asked ? 8 : 20) },
    ...records.groups.map(({ provider, found, failed }) => ({
      title: textOf(provider.groupKey),
      failed,
      entries: found.map(
        (one): Entry => ({
          id: `${provider.groupKey} ${one.id}`,
          title: one.title,
          note: one.note,
          icon: provider.icon,
          run: () => go(one.to),
        }),
      ),
    })),
  ]
  return { groups: groups.filter((group) => group.entries.length > 0 || group.failed), searching: records.searching }
}
