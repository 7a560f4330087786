import { Button, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectivePart } from '../../../src-core/delivery/placing/weights.ts'
import type { FoundPlacing } from '../../../src-core/delivery/placing.contract.ts'
import type { SessionPlace } from '../../../src-core/delivery/session.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { StatRow, StatTile } from '../../ui/values/StatTile.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './delivery.module.css'
import { type Schedule, samePlace } from './schedule.ts'
import { useSchedule } from './use-schedule.ts'
import { useScheduleWords } from './use-words.ts'

type Props = {
  readonly plan: Plan
  readonly found: FoundPlacing
  readonly onTakeOver: (proposal: string) => void
  readonly onDiscard: () => void
}

/** What a search found, before it is taken over: what has no place and why, what changes, and what it costs. */
export function PlacingResult({ plan, found, onTakeOver, onDiscard }: Props) {
  const { t } = useTranslation('delivery')
  const language = useNumberLanguage()
  const [tab, setTab] = useState<string | null>(found.unplaced.length > 0 ? 'unplaced' : 'changes')
  const number = (value: number) => formatNumber(value, undefined, language)
  return (
    <section className={classes.flow} aria-label={t('result.title')}>
      <StatRow>
        <StatTile
          label={t('result.placed')}
          value={t('result.of', { part: number(found.placed), all: number(found.sessions) })}
        />
        <StatTile
          label={t('result.grouped')}
          value={t('result.of', { part: number(found.grouped), all: number(found.people) })}
        />
        <StatTile label={t('result.moved')} value={number(found.moved)} />
        <StatTile
          label={t('result.objective')}
          value={number(Math.round(found.objective.total))}
          note={t('result.seed', { seed: found.seed })}
        />
      </StatRow>
      {found.stopped && <Note tone="neutral" text={t('result.stopped')} />}
      <div className={classes.buttons}>
        <Button onClick={() => onTakeOver(found.proposal)}>{t('result.takeOver')}</Button>
        <Button variant="default" onClick={onDiscard}>
          {t('result.discard')}
        </Button>
      </div>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="unplaced">
            {t('result.unplaced', { count: found.unplaced.length + found.ungrouped.length })}
          </Tabs.Tab>
          <Tabs.Tab value="changes">{t('result.changes')}</Tabs.Tab>
          <Tabs.Tab value="costs">{t('result.costs')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="unplaced" className={classes.tab ?? ''}>
          <Reasons found={found} />
        </Tabs.Panel>
        <Tabs.Panel value="changes" className={classes.tab ?? ''}>
          <Changes plan={plan} proposal={found.proposal} />
        </Tabs.Panel>
        <Tabs.Panel value="costs" className={classes.tab ?? ''}>
          <Costs found={found} />
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}

/** Why something has no place, in words. */
function Reasons({ found }: { readonly found: FoundPlacing }) {
  const { t } = useTranslation('delivery')
  if (found.unplaced.length + found.ungrouped.length === 0) return <Note tone="good" text={t('result.allPlaced')} />
  return (
    <ul className={`${classes.list} ${classes.reasons}`}>
      {found.unplaced.map(({ sessionId, code, name, ordinal, obstacle, names, until, firstFree }) => (
        <li key={sessionId}>
          <span>
            <strong>{`${code} · ${t('session.nth', { no: ordinal })}`}</strong> {name}
          </span>
          <span>
            {t(`obstacle.${obstacle}`, { code, until: formatDate(until) })}{' '}
            {names.length > 0 && t('result.inTheWay', { names: names.join(', ') })}{' '}
            {firstFree && t('result.firstFree', { date: formatDate(firstFree) })}
          </span>
        </li>
      ))}
      {found.ungrouped.map(({ code, name, reason, persons }) => (
        <li key={`${code} ${reason}`}>
          <span>
            <strong>{code}</strong> {name}
          </span>
          <span>{t(`ungrouped.${reason}`, { count: persons })}</span>
        </li>
      ))}
    </ul>
  )
}

type Change = {
  readonly sessionId: string
  readonly code: string
  readonly name: string
  readonly ordinal: number
  readonly before: SessionPlace | null
  readonly after: SessionPlace | null
}

function Changes({ plan, proposal }: { readonly plan: Plan; readonly proposal: string }) {
  const { t } = useTranslation('delivery')
  const { schedule } = useSchedule(plan.id)
  const found = useQuery(orpc.delivery.proposal.queryOptions({ input: { planId: plan.id, proposal } }))
  const columns = useChangeColumns(schedule)
  const rows = useMemo(
    () =>
      found.data?.filter(({ before, after }) => !(before && after && samePlace(before, after)) && (before || after)),
    [found.data],
  )
  return (
    <div className={classes.filler}>
      <DataTable
        name="delivery.changes"
        label={t('result.changes')}
        columns={columns}
        rowId={(row) => row.sessionId}
        rows={rows}
        failure={found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
        empty={<Note tone="neutral" text={t('result.noChanges')} />}
      />
    </div>
  )
}

function useChangeColumns(schedule: Schedule | undefined): readonly Column<Change>[] {
  const { t } = useTranslation('delivery')
  const words = useScheduleWords()
  const where = (place: SessionPlace | null): string =>
    place && schedule ? `${words.when(place)}, ${words.where(place, schedule)}` : t('session.nowhere')
  return [
    { id: 'code', title: t('result.code'), type: 'text', width: 140, value: (row) => `${row.code} · ${row.ordinal}` },
    { id: 'name', title: t('result.training'), type: 'text', width: 180, value: (row) => row.name },
    { id: 'before', title: t('result.before'), type: 'text', width: 220, grow: 1, value: (row) => where(row.before) },
    { id: 'after', title: t('result.after'), type: 'text', width: 220, grow: 1, value: (row) => where(row.after) },
  ]
}

function Costs({ found }: { readonly found: FoundPlacing }) {
  const { t } = useTranslation('delivery')
  const language = useNumberLanguage()
  const number = (value: number, decimals = 1) => formatNumber(value, decimals, language)
  return (
    <table className={classes.table}>
      <caption hidden>{t('result.costs')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('result.part')}</th>
          <th scope="col" data-right>
            {t('result.amount')}
          </th>
          <th scope="col" data-right>
            {t('result.weight')}
          </th>
          <th scope="col" data-right>
            {t('result.cost')}
          </th>
        </tr>
      </thead>
      <tbody>
        {found.objective.parts.map(({ part, amount, weight, cost }) => (
          <tr key={part}>
            <td>{t(`part.${part as ObjectivePart}`)}</td>
            <td data-right>{number(amount)}</td>
            <td data-right>{number(weight)}</td>
            <td data-right>{number(cost)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
