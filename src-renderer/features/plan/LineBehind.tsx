import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Plan, PlanLine } from '../../../src-core/plan/plan.ts'
import { useGo } from '../../app/address.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { NumberText } from '../../ui/values/texts.tsx'
import { named, needsAt } from '../needs/list/needs-at.ts'
import classes from './plan.module.css'
import { useMayPlan } from './use-may-plan.ts'

const peopleShown = 100

/** Who asked for a line: its demand, the needs behind it, their units and people; each leads on. */
export function LineBehind({ plan, line }: { readonly plan: Plan; readonly line: PlanLine }) {
  const { t } = useTranslation(['plan', 'records'])
  const go = useGo()
  const may = useMayPlan()
  const asked = useQuery(orpc.plan.lineUnits.queryOptions({ input: { lineId: line.id } }))
  const people = useQuery({
    ...orpc.plan.linePeople.queryOptions({ input: { lineId: line.id, page: { start: 0, end: peopleShown } } }),
    enabled: may.seePeople && line.source === 'TNA',
  })
  const wording = { topic: { kind: 'empty', empty: true }, freeText: { kind: 'contains', text: line.name } } as const
  const needs = needsAt(line.topicId === null ? wording : { topicCode: named(line.code ?? '') })
  const demandKey = line.topicId === null ? `text:${line.freeTextKey}` : `topic:${line.topicId}`
  const units = asked.data?.units ?? []
  return (
    <>
      <Section title={t('column.source')} note={t(`records:value.source.${line.source}`)}>
        {line.source !== 'TNA' && <p className={classes.dim}>{t('panel.noDemand')}</p>}
        {line.source === 'TNA' && plan.cycleId !== null && may.seePeople && (
          <div className={classes.links}>
            <button
              type="button"
              className={classes.link}
              onClick={() => go(`/needs/priorities?open=${encodeURIComponent(demandKey)}`)}
            >
              {t('panel.demand')}
            </button>
            {asked.data && asked.data.lines > 0 && (
              <button type="button" className={classes.link} onClick={() => go(needs)}>
                {t('panel.needs', { count: asked.data.lines })}
              </button>
            )}
          </div>
        )}
        <ErrorNote error={asked.error} onRetry={() => void asked.refetch()} />
      </Section>
      {units.length > 0 && (
        <Section title={t('panel.units')} note={<NumberText value={units.length} />}>
          <ul className={`${classes.list} ${classes.scroll}`}>
            {units.map(({ unitId, unit, persons }) => (
              <li key={unitId}>
                <span>{unit}</span>
                <NumberText value={persons} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {people.data && people.data.total > 0 && (
        <Section title={t('panel.people')} note={<NumberText value={people.data.total} />}>
          <ul className={`${classes.list} ${classes.scroll}`}>
            {people.data.rows.map((row) => (
              <li key={row.needLineId}>
                <button type="button" className={classes.link} onClick={() => go(`${needs}&open=${row.needLineId}`)}>
                  {row.name ?? t('panel.heads', { count: row.headcount })}
                </button>
                <span className={classes.dim}>{row.registryNo ?? row.unit}</span>
              </li>
            ))}
          </ul>
          {people.data.total > peopleShown && (
            <p className={classes.dim}>{t('panel.more', { count: people.data.total - peopleShown })}</p>
          )}
        </Section>
      )}
    </>
  )
}
