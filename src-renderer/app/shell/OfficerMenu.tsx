import { Popover, SegmentedControl, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconHelp, IconKey, IconKeyboard, IconLock, IconLogout } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { type Density, density, type Scheme, scheme } from '../../ui/preferences.ts'
import { useSetting } from '../../ui/stored.ts'
import { useGo } from '../address.ts'
import { client } from '../api.ts'
import { type Language, language } from '../i18n.ts'
import { leave, useOfficer } from '../session.ts'
import classes from './OfficerMenu.module.css'
import { changeLanguage, lockScreen } from './officer-actions.ts'

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0]?.toLocaleUpperCase('tr') ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')

/** Who is at work, how she likes her window, and the way out. */
export function OfficerMenu({ onKeys }: { readonly onKeys: () => void }) {
  const { t } = useTranslation('common')
  const officer = useOfficer()
  const go = useGo()
  const [open, setOpen] = useState(false)
  const close = (run: () => void) => () => {
    setOpen(false)
    run()
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.button}
          onClick={() => setOpen(!open)}
          aria-label={`${t('shell.officer')}: ${officer.displayName}`}
        >
          <span className={classes.initials} data-initials={initials(officer.displayName)} aria-hidden />
          <span className={classes.name}>{officer.displayName}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu ?? ''}>
        <div className={classes.who}>
          <strong>{officer.displayName}</strong>
          <span>{officer.roles.map((role) => t(`roles.${role}`)).join(', ')}</span>
        </div>
        <Preferences />
        <div className={classes.items}>
          <Item icon={<IconKeyboard size={16} />} keys="?" run={close(onKeys)}>
            {t('shell.keys')}
          </Item>
          <Item icon={<IconHelp size={16} />} keys="F1" run={close(() => go('/help'))}>
            {t('groups.help')}
          </Item>
          <Item icon={<IconKey size={16} />} run={close(() => go('/settings/password'))}>
            {t('shell.changePassword')}
          </Item>
          <Item icon={<IconLock size={16} />} keys="Alt+Shift+L" run={close(() => void lockScreen())}>
            {t('shell.lock')}
          </Item>
          <Item icon={<IconLogout size={16} />} run={close(() => void leave(client))}>
            {t('shell.signOut')}
          </Item>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function Preferences() {
  const { t } = useTranslation('common')
  const [now] = useSetting(language)
  const [look, setLook] = useSetting(scheme)
  const [rows, setRows] = useSetting(density)
  return (
    <div className={classes.preferences}>
      <Choice
        label={t('shell.language')}
        value={now}
        onChange={(next) => void changeLanguage(next as Language)}
        data={[
          { value: 'tr', label: 'Türkçe' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Choice
        label={t('shell.theme')}
        value={look}
        onChange={(next) => setLook(next as Scheme)}
        data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`shell.${value}`) }))}
      />
      <Choice
        label={t('shell.density')}
        value={rows}
        onChange={(next) => setRows(next as Density)}
        data={(['compact', 'comfortable'] as const).map((value) => ({ value, label: t(`shell.${value}`) }))}
      />
    </div>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly data: { readonly value: string; readonly label: string }[]
}

function Choice({ label, ...control }: ChoiceProps) {
  const id = useId()
  return (
    <div className={classes.choice}>
      <span id={id}>{label}</span>
      <SegmentedControl size="xs" aria-labelledby={id} {...control} />
    </div>
  )
}

type ItemProps = {
  readonly icon: ReactNode
  readonly keys?: string
  readonly run: () => void
  readonly children: string
}

function Item({ icon, keys, run, children }: ItemProps) {
  return (
    <UnstyledButton className={classes.item} onClick={run}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      {children}
      {keys && (
        <span className={classes.keys} aria-hidden>
          <KeyHint keys={keys} />
        </span>
      )}
    </UnstyledButton>
  )
}
