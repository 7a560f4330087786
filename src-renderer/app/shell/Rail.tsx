import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconLayoutSidebar } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../ui/keys.ts'
import { railCollapsed } from '../../ui/preferences.ts'
import { useSetting } from '../../ui/stored.ts'
import { usePath } from '../address.ts'
import type { Screen, ScreenGroup } from '../feature.ts'
import { useOffered } from '../features.ts'
import { textOf } from '../i18n.ts'
import { type RailGroup, railGroups, railOrder, screenAt } from '../rail.ts'
import { useSession } from '../session.ts'
import { groupIcons } from './group-icons.ts'
import classes from './Rail.module.css'

/** The groups of screens down the left side; the one at work stands open. */
export function Rail() {
  const { t } = useTranslation('common')
  const [wish, setWish] = useSetting(railCollapsed)
  const small = useMediaQuery('(max-width: 64rem)', false, { getInitialValueInEffect: false })
  const collapsed = wish || small
  const session = useSession()
  const { screens } = useOffered()
  const current = screenAt(usePath(), screens)
  const label = t(collapsed ? 'shell.expand' : 'shell.collapse')
  useKeys([{ keys: 'Ctrl+b', labelKey: 'common:keys.rail', run: () => setWish(!wish) }], 'everywhere')
  return (
    <nav className={classes.rail} data-collapsed={collapsed || undefined} aria-label={t('shell.rail')}>
      <div className={classes.head}>
        {!collapsed && (
          <div className={classes.names}>
            <span className={classes.product}>{t('product')}</span>
            {session.phase === 'signedIn' && <span className={classes.institution}>{session.institution}</span>}
          </div>
        )}
        {!small && (
          <Tooltip label={label} position="right">
            <ActionIcon aria-label={label} aria-expanded={!collapsed} onClick={() => setWish(!wish)}>
              <IconLayoutSidebar size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {railOrder.map((order) => (
        <ul key={order[0]} className={classes.groups}>
          {railGroups(order, screens).map((group) =>
            collapsed ? (
              <SmallGroup key={group.group} group={group} current={current} />
            ) : (
              <WideGroup key={group.group} group={group} current={current} />
            ),
          )}
        </ul>
      ))}
    </nav>
  )
}

type GroupProps = { readonly group: RailGroup; readonly current: Screen | undefined }

/** The screen in the rail that an open record belongs to: the nearest one above it. */
const isHere = (screen: Screen, current: Screen | undefined): boolean =>
  current !== undefined &&
  (screen.path === current.path || (current.inRail === false && current.path.startsWith(`${screen.path}/`)))

function WideGroup({ group: { group, screens }, current }: GroupProps) {
  const { t } = useTranslation('common')
  const open = current?.group === group
  const first = screens[0]
  if (!first) return null
  return (
    <li>
      <Link
        to={first.path}
        className={classes.entry}
        data-open={open || undefined}
        data-here={(open && screens.length === 1) || undefined}
        activeProps={{}}
        aria-current={open && screens.length === 1 ? 'page' : undefined}
      >
        <GroupIcon group={group} />
        {t(`groups.${group}`)}
      </Link>
      {open && screens.length > 1 && (
        <ul className={classes.screens}>
          {screens.map((screen) => {
            const here = isHere(screen, current)
            return (
              <li key={screen.path}>
                <Link
                  to={screen.path}
                  className={classes.screen}
                  data-here={here || undefined}
                  activeProps={{}}
                  aria-current={here ? 'page' : undefined}
                >
                  {textOf(screen.labelKey)}
                </Link>
              </li>
            )
          })}
        </ul>
      )}
    </li>
  )
}

function SmallGroup({ group: { group, screens }, current }: GroupProps) {
  const { t } = useTranslation('common')
  const here = current?.group === group
  const first = screens[0]
  const label = t(`groups.${group}`)
  if (!first) return null
  if (screens.length === 1) {
    return (
      <li>
        <Tooltip label={label} position="right">
          <Link
            to={first.path}
            className={classes.small}
            data-here={here || undefined}
            activeProps={{}}
            aria-label={label}
            aria-current={here ? 'page' : undefined}
          >
            <GroupIcon group={group} />
          </Link>
        </Tooltip>
      </li>
    )
  }
  return (
    <li>
      <Menu position="right-start" trigger="click-hover" openDelay={120}>
        <Menu.Target>
          <button type="button" className={classes.small} data-here={here || undefined} aria-label={label}>
            <GroupIcon group={group} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{label}</Menu.Label>
          {screens.map((screen) => (
            <Menu.Item key={screen.path} renderRoot={(props) => <Link to={screen.path} {...props} />}>
              {textOf(screen.labelKey)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

function GroupIcon({ group }: { readonly group: ScreenGroup }) {
  const Icon = groupIcons[group]
  return <Icon size={16} stroke={1.75} aria-hidden />
}
