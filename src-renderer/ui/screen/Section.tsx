import { type ReactNode, useContext } from 'react'
import { HeadingLevel } from './heading-level.ts'
import classes from './Section.module.css'

type Props = {
  readonly title: string
  readonly note?: ReactNode
  /** At the right end of the heading. */
  readonly end?: ReactNode
  readonly children: ReactNode
}

/** A part of a page or panel under its own heading, without a box. */
export function Section({ title, note, end, children }: Props) {
  const Heading = `h${useContext(HeadingLevel)}` as const
  return (
    <section className={classes.section}>
      <div className={classes.heading}>
        <Heading className={classes.title}>{title}</Heading>
        {note && <span className={classes.note}>{note}</span>}
        {end && <div className={classes.end}>{end}</div>}
      </div>
      {children}
    </section>
  )
}

type FactsProps = { readonly facts: readonly (readonly [label: string, value: ReactNode])[] }

/** Facts of a record as two aligned columns; a fact that is not known shows a dash. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
