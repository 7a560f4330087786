import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatNumber, formatPercent } from '../../../../src-core/kernel/numbers.ts'
import { departmentsOf, responseRate } from '../../../../src-core/needs/board.ts'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { outcomeOf } from '../../../../src-core/needs/decision.ts'
import type { ResultsSummary as Summary } from '../../../../src-core/needs/report.contract.ts'
import { useGo } from '../../../app/address.ts'
import { orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { BarChart } from '../../../ui/charts/BarChart.tsx'
import { DonutChart } from '../../../ui/charts/DonutChart.tsx'
import { EmptyState } from '../../../ui/screen/EmptyState.tsx'
import { StatRow, StatTile } from '../../../ui/values/StatTile.tsx'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import { named, needsAt, oneOf } from '../list/needs-at.ts'
import classes from './ResultsSummary.module.css'
import { ResultsUnits } from './ResultsUnits.tsx'

const shown = 12

/** The cycle in numbers, each leading to the needs behind it. */
export function ResultsSummary({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needsDecide')
  const go = useGo()
  const found = useQuery(orpc.needs.resultsSummary.queryOptions({ input: { cycleId: cycle.id } }))
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton height={320} />
  if (found.data.lines === 0)
    return (
      <EmptyState
        title={t('results.empty')}
        text={t('results.emptyText')}
        action={{ label: t('results.toImport'), run: () => go('/needs/import') }}
      />
    )
  return (
    <>
      <Numbers summary={found.data} />
      <Charts cycle={cycle} summary={found.data} />
      <ResultsUnits units={found.data.byUnit} />
    </>
  )
}

type Props = { readonly summary: Summary }

function Numbers({ summary }: Props) {
  const { t } = useTranslation('needsDecide')
  const language = useNumberLanguage()
  const go = useGo()
  const write = (value: number) => formatNumber(value, undefined, language)
  return (
    <StatRow>
      <StatTile label={t('results.lines')} value={write(summary.lines)} onOpen={() => go(needsAt({}))} />
      <StatTile
        label={t('results.persons')}
        value={write(summary.persons)}
        note={t('results.personsNote', { units: summary.units })}
      />
      {summary.decisions
        .filter(({ lines }) => lines > 0)
        .map(({ decision, lines }) => (
          <StatTile
            key={decision}
            label={t(`decision.${decision}`)}
            value={write(lines)}
            note={t('results.share', { share: formatPercent(lines / summary.lines, 1, language) })}
            onOpen={() => go(needsAt({ outcome: oneOf(outcomeOf[decision]) }))}
          />
        ))}
      {summary.withoutTopic.lines > 0 && (
        <StatTile
          label={t('results.withoutTopic')}
          value={write(summary.withoutTopic.lines)}
          note={t('results.withoutTopicNote')}
          onOpen={() => go('/needs/merge')}
        />
      )}
    </StatRow>
  )
}

function Charts({ cycle, summary }: Props & { readonly cycle: CycleView }) {
  const { t } = useTranslation(['needsDecide', 'needs'])
  const language = useNumberLanguage()
  const go = useGo()
  const write = (value: number) => formatNumber(value, undefined, language)
  const reasonWord = (reason: Summary['reasons'][number]['reason']) =>
    reason === null ? t('results.noReason') : t(`needs:word.reason.${reason}`)
  const whyNot = summary.decisionReasons.map((one) => ({
    ...one,
    label: `${t(`decision.${one.decision}`)}: ${one.reason === null ? t('results.noReason') : t(`reason.${one.reason}`)}`,
  }))
  const rows = (all: readonly { readonly label: string; readonly value: number }[]) =>
    all.slice(0, shown).map(({ label, value }) => ({ label, values: { value } }))
  const decided = summary.decisions.filter(({ lines }) => lines > 0)
  return (
    <div className={classes.charts}>
      <DonutChart
        title={t('results.chart.decisions')}
        unit={t('results.lines')}
        slices={decided.map(({ decision, lines }) => ({ label: t(`decision.${decision}`), value: lines }))}
        format={write}
        onOpen={(label) => {
          const one = decided.find(({ decision }) => t(`decision.${decision}`) === label)
          if (one) go(needsAt({ outcome: oneOf(outcomeOf[one.decision]) }))
        }}
      />
      <BarChart
        lying
        title={t('results.chart.reasons')}
        series={[{ key: 'value', label: t('results.lines') }]}
        rows={rows(summary.reasons.map(({ reason, lines }) => ({ label: reasonWord(reason), value: lines })))}
        format={write}
        onOpen={(label) => {
          const one = summary.reasons.find(({ reason }) => reasonWord(reason) === label)
          if (!one) return
          go(needsAt({ reason: one.reason === null ? { kind: 'empty', empty: true } : oneOf(one.reason) }))
        }}
      />
      <BarChart
        lying
        title={t('results.chart.topics')}
        series={[{ key: 'value', label: t('results.persons') }]}
        rows={rows(summary.topics.map(({ name, persons }) => ({ label: name, value: persons })))}
        format={write}
        onOpen={(label) => {
          const one = summary.topics.find(({ name }) => name === label)
          if (one) go(needsAt({ topicCode: named(one.code) }))
        }}
      />
      <Response cycle={cycle} />
      {whyNot.length > 0 && (
        <BarChart
          lying
          title={t('results.chart.whyNot')}
          series={[{ key: 'value', label: t('results.lines') }]}
          rows={rows(whyNot.map(({ label, lines }) => ({ label, value: lines })))}
          format={write}
          onOpen={(label) => {
            const one = whyNot.find((other) => other.label === label)
            if (one) go(needsAt({ outcome: oneOf(outcomeOf[one.decision]) }))
          }}
        />
      )}
    </div>
  )
}

/** Response of the departments: units that have others below them, but no departments. */
function Response({ cycle }: { readonly cycle: CycleView }) {
  const { t } = useTranslation('needsDecide')
  const go = useGo()
  const board = useQuery(orpc.needs.board.queryOptions({ input: { cycleId: cycle.id } }))
  const rows = board.data?.rows ?? []
  const rates = departmentsOf(rows)
    .flatMap((row) => {
      const rate = responseRate(row.below)
      return rate === null ? [] : [{ label: row.name, value: Math.round(rate * 1000) / 10 }]
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, 30)
  if (rates.length === 0) return null
  return (
    <BarChart
      lying
      title={t('results.chart.response')}
      series={[{ key: 'value', label: '%' }]}
      rows={rates.map(({ label, value }) => ({ label, values: { value } }))}
      onOpen={() => go('/needs/board')}
    />
  )
}
