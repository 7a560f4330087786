import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './PrioritiesMove.module.css'

/** How many places a demand rises or falls. */
export function PrioritiesMove({ by }: { readonly by: number }) {
  const { t } = useTranslation('needsDecide')
  if (by === 0) return null
  const Icon = by > 0 ? IconArrowUp : IconArrowDown
  return (
    <span
      className={classes.move}
      data-up={by > 0 || undefined}
      role="img"
      aria-label={t(by > 0 ? 'priority.up' : 'priority.down', { count: Math.abs(by) })}
    >
      <Icon size={14} aria-hidden />
      {Math.abs(by)}
    </span>
  )
}
