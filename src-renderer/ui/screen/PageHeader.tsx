import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../commands.ts'
import { KeyHint } from '../KeyHint.tsx'
import classes from './PageHeader.module.css'

export type PageAction = {
  readonly label: string
  readonly run: () => void
  readonly icon?: TablerIcon
  readonly disabled?: boolean
  readonly busy?: boolean
  /** Shown beside the word; the screen gives the key its meaning with `useKeys`. */
  readonly keys?: string
}

type Props = {
  readonly title: string
  /** Beside the title: a state, a count, a period. */
  readonly note?: ReactNode
  /** The one thing this screen is for. */
  readonly primary?: PageAction
  readonly secondary?: readonly PageAction[]
  /** Used seldom; behind the three dots. */
  readonly more?: readonly PageAction[]
  /** Tabs or steps under the title. */
  readonly children?: ReactNode
}

/** Title on the left, what can be done on the right, the primary action at the very end. The palette lists the actions as well. */
export function PageHeader({ title, note, primary, secondary = [], more = [], children }: Props) {
  const { t } = useTranslation('common')
  const offered = [primary, ...secondary, ...more].filter((action) => action !== undefined && !action.disabled)
  useCommands(offered as readonly PageAction[])
  return (
    <header className={classes.header}>
      <div className={classes.line}>
        <h1 className={classes.title}>{title}</h1>
        {note && <div className={classes.note}>{note}</div>}
        <div className={classes.actions}>
          {more.length > 0 && (
            <Menu withinPortal={false}>
              <Menu.Target>
                <ActionIcon size="lg" aria-label={t('actions.more')}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {more.map((action) => (
                  <Menu.Item
                    key={action.label}
                    disabled={action.disabled ?? false}
                    onClick={action.run}
                    leftSection={action.icon && <action.icon size={16} aria-hidden />}
                    rightSection={action.keys && <KeyHint keys={action.keys} />}
                  >
                    {action.label}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          {secondary.map((action) => (
            <ActionButton key={action.label} action={action} variant="default" />
          ))}
          {primary && <ActionButton action={primary} variant="filled" />}
        </div>
      </div>
      {children}
    </header>
  )
}

function ActionButton({ action, variant }: { readonly action: PageAction; readonly variant: 'default' | 'filled' }) {
  return (
    <Button
      variant={variant}
      onClick={action.run}
      disabled={action.disabled ?? false}
      loading={action.busy ?? false}
      leftSection={action.icon && <action.icon size={16} aria-hidden />}
    >
      {action.label}
    </Button>
  )
}
