import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleX,
  type TablerIcon,
} from '@tabler/icons-react'
import classes from './StatusWord.module.css'

/** What a state means to the officer: nothing special, under way, well, needs a look, wrong. */
export type Tone = 'neutral' | 'active' | 'good' | 'warn' | 'bad'

const icons: Readonly<Record<Tone, TablerIcon>> = {
  neutral: IconCircleDashed,
  active: IconCircleHalf2,
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
}

type Props = {
  readonly tone: Tone
  readonly children: string
  /** Another icon than the tone's own. */
  readonly icon?: TablerIcon
}

/** A state in colour, icon and word, so that no one of them has to be seen. */
export function StatusWord({ tone, children, icon }: Props) {
  const Icon = icon ?? icons[tone]
  return (
    <span className={classes.word} data-tone={tone}>
      <Icon size={14} stroke={2} aria-hidden />
      <span>{children}</span>
    </span>
  )
}
