import {
  IconAlertTriangle,
  IconChevronRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleX,
} from '@tabler/icons-react'
import { useGo } from '../../app/address.ts'
import { chooseCycle } from '../needs/cycle/use-cycle.ts'
import classes from './TodayList.module.css'
import type { TodayLine } from './today-items.ts'

const icons = {
  neutral: IconCircleDashed,
  active: IconCircleHalf2,
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
} as const

/** A line with what makes it another than its neighbours; `cycleId` is chosen on the way. */
export type KeyedLine = TodayLine & { readonly key: string; readonly cycleId?: string }

type Props = { readonly title: string; readonly lines: readonly KeyedLine[] }

/** A group of things to do; a line is a link to where it is done. */
export function TodayList({ title, lines }: Props) {
  const go = useGo()
  if (lines.length === 0) return null
  return (
    <section className={classes.group}>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.list}>
        {lines.map(({ key, cycleId, ...line }) => {
          const Icon = icons[line.tone]
          const open = () => {
            if (cycleId !== undefined) chooseCycle(cycleId)
            go(line.to)
          }
          return (
            <li key={key}>
              <button type="button" className={classes.line} onClick={open}>
                <Icon size={18} stroke={1.75} aria-hidden className={classes.icon} data-tone={line.tone} />
                <span className={classes.words}>
                  <span className={classes.what}>{line.title}</span>
                  <span className={classes.text}>{line.text}</span>
                </span>
                <span className={classes.when}>{line.when}</span>
                <IconChevronRight size={16} aria-hidden className={classes.go} />
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
