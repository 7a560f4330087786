import {
  IconAlertTriangle,
  IconChevronRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TodayItem } from '../../../src-core/needs/today.contract.ts'
import { useGo } from '../../app/address.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { chooseCycle } from '../needs/cycle/use-cycle.ts'
import classes from './TodayList.module.css'
import { lineOf } from './today-items.ts'

const icons = {
  neutral: IconCircleDashed,
  active: IconCircleHalf2,
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
} as const

type Props = { readonly title: string; readonly items: readonly TodayItem[] }

/** A group of things to do; a line is a link to where it is done. */
export function TodayList({ title, items }: Props) {
  useTranslation('needs')
  const language = useNumberLanguage()
  const go = useGo()
  if (items.length === 0) return null
  return (
    <section className={classes.group}>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.list}>
        {items.map((item) => {
          const line = lineOf(item, language)
          const Icon = icons[line.tone]
          const open = () => {
            if ('cycleId' in item) chooseCycle(item.cycleId)
            go(line.to)
          }
          return (
            <li key={`${item.kind} ${'cycleId' in item ? item.cycleId : ''}`}>
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
