import { useTranslation } from 'react-i18next'
import classes from './KeyHint.module.css'

const arrows: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
const named = ['Shift', 'Alt', 'Enter', 'Escape', 'Space', 'Delete'] as const

/** The keys of an action as small caps of a keyboard: `Ctrl+K`. Several ways are separated by a blank. */
export function KeyHint({ keys }: { readonly keys: string }) {
  const { t } = useTranslation('common')
  const word = (part: string): string => {
    if (part === 'Ctrl') return t('keys.Control')
    const known = named.find((name) => name === part)
    return known ? t(`keys.${known}`) : (arrows[part] ?? part.toLocaleUpperCase('en'))
  }
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((way) => (
        <span key={way} className={classes.way}>
          {(way === '+' ? ['+'] : way.split('+')).map((part) => (
            <kbd key={part} className={classes.key}>
              {word(part)}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
