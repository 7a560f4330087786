import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { usePath } from '../address.ts'
import { FeaturesContext, useOffered } from '../features.ts'
import { textOf } from '../i18n.ts'
import { screenAt } from '../rail.ts'
import { holds, useOfficer } from '../session.ts'
import { useCurrentCrumb } from './crumb.ts'
import classes from './Header.module.css'
import { OfficerMenu } from './OfficerMenu.tsx'
import { SaveWord } from './SaveWord.tsx'

type Props = { readonly onSearch: () => void; readonly onKeys: () => void }

/** Where am I, what period am I working on, search, is it saved, who am I. */
export function Header({ onSearch, onKeys }: Props) {
  const { t } = useTranslation('common')
  return (
    <header className={classes.header}>
      <Breadcrumb />
      <div className={classes.end}>
        <FeatureSlots />
        <Tooltip label={t('shell.search')}>
          <UnstyledButton className={classes.search} onClick={onSearch}>
            <IconSearch size={14} aria-hidden />
            <span className={classes.searchWord}>{t('shell.searchShort')}</span>
            <span className={classes.hint}>
              <KeyHint keys="Ctrl+K" />
            </span>
          </UnstyledButton>
        </Tooltip>
        <SaveWord />
        <OfficerMenu onKeys={onKeys} />
      </div>
    </header>
  )
}

function Breadcrumb() {
  const { t } = useTranslation('common')
  const { screens } = useOffered()
  const screen = screenAt(usePath(), screens)
  const record = useCurrentCrumb()
  if (!screen) return <div />
  const siblings = screens.filter((one) => one.group === screen.group && one.inRail !== false)
  const list = screen.inRail === false ? siblings.find((one) => screen.path.startsWith(`${one.path}/`)) : screen
  const parts = [
    { text: t(`groups.${screen.group}`), to: siblings[0]?.path },
    ...(list && siblings.length > 1 && textOf(list.labelKey) !== t(`groups.${screen.group}`)
      ? [{ text: textOf(list.labelKey), to: list.path }]
      : []),
    ...(screen.inRail === false || record ? [{ text: record ?? textOf(screen.labelKey), to: undefined }] : []),
  ]
  return (
    <nav aria-label={t('shell.breadcrumb')} className={classes.breadcrumb}>
      <ol>
        {parts.map(({ text, to }, index) => (
          <li key={text} aria-current={index === parts.length - 1 ? 'location' : undefined}>
            {to && index < parts.length - 1 ? <Link to={to}>{text}</Link> : <span>{text}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What features put into the header: the cycle or year being worked on. */
function FeatureSlots() {
  const features = useContext(FeaturesContext)
  const officer = useOfficer()
  const slots = useMemo(
    () =>
      features.flatMap(({ header }): ComponentType[] =>
        header && holds(officer, header.roles)
          ? [lazy(() => header.load().then((Component) => ({ default: Component })))]
          : [],
      ),
    [features, officer],
  )
  return (
    <Suspense>
      {slots.map((Slot, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the slots never change places while the officer is the same
        <Slot key={index} />
      ))}
    </Suspense>
  )
}
