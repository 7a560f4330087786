import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo } from '../../../app/address.ts'
import { holds, useOfficer } from '../../../app/session.ts'
import { StatusWord } from '../../../ui/values/StatusWord.tsx'
import classes from './CycleSwitcher.module.css'
import { cycleTone } from './cycle-tone.ts'
import { chooseCycle, useCycle } from './use-cycle.ts'

/** The year being worked on, in the header of every screen. */
export function CycleSwitcher() {
  const { t } = useTranslation('needs')
  const { cycle, cycles, isPending } = useCycle()
  const go = useGo()
  const maySetUp = holds(useOfficer(), ['TO'])
  if (isPending) return null
  if (cycles.length === 0 && !maySetUp) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <VisuallyHidden>{t('switcher.label')} </VisuallyHidden>
          {cycle ? (
            <>
              <span className={classes.year}>{cycle.year}</span>
              <span className={classes.state}>{t(`word.state.${cycle.state}`)}</span>
            </>
          ) : (
            t('switcher.none')
          )}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {cycles.length > 0 && <Menu.Label>{t('switcher.label')}</Menu.Label>}
        {cycles.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => chooseCycle(one.id)}
            leftSection={one.id === cycle?.id ? <IconCheck size={16} /> : <span className={classes.room} />}
            rightSection={<StatusWord tone={cycleTone[one.state]}>{t(`word.state.${one.state}`)}</StatusWord>}
          >
            {one.year}
          </Menu.Item>
        ))}
        {maySetUp && (
          <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => go('/needs/cycle?open=new')}>
            {t('switcher.setUp')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
