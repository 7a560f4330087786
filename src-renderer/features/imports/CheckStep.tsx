import { Button, Checkbox, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import type { NeedCheckResult, TopicChoice } from '../../../src-core/needs/import.contract.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { StatRow, StatTile } from '../../ui/values/StatTile.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { useLaidOut } from '../../ui/work/use-laid-out.ts'
import type { Choices } from './choices.ts'
import classes from './imports.module.css'
import { UnitChoice } from './UnitChoice.tsx'

type Props = {
  readonly result: NeedCheckResult
  readonly choices: Choices
  readonly onChange: (change: Partial<Choices>) => void
  readonly onCorrected: () => void
  readonly stale: boolean
  readonly onRecheck: () => void
}

/** Every finding, what will be written, and the choices that are left to the officer. */
export function CheckStep({ result, choices, onChange, onCorrected, stale, onRecheck }: Props) {
  const { t } = useTranslation('imports')
  const language = useNumberLanguage()
  const { counts } = result
  const parts = useLaidOut(3, 1)
  const number = (value: number) => formatNumber(value, undefined, language)
  const names = result.issues.some((issue) => issue.code === 'W32') || choices.confirmNames
  return (
    <div className={classes.page}>
      {stale && <Note tone="warn" text={t('check.again')} action={{ label: t('check.recheck'), run: onRecheck }} />}
      {result.importedBefore && (
        <Note tone="warn" text={t('check.importedBefore', { date: formatDate(result.importedBefore.at) })} />
      )}
      <StatRow>
        <StatTile label={t('check.people')} value={number(counts.people)} />
        <StatTile label={t('check.topics')} value={number(counts.topics)} />
        <StatTile label={t('check.answers')} value={number(counts.answers)} />
        <StatTile label={t('check.freeTexts')} value={number(counts.freeTexts)} />
        <StatTile
          label={t('check.lines')}
          value={number(counts.lines)}
          note={`${t('check.created', { count: counts.created })} · ${t('check.merged', { count: counts.merged })} · ${t('check.headcount', { count: counts.headcount })}`}
        />
        <StatTile label={t('check.errors')} value={number(counts.errors)} />
        <StatTile label={t('check.warnings')} value={number(counts.warnings)} />
      </StatRow>
      {(result.needsUnit || choices.unitId) && (
        <Section title={t('check.unit')} note={t('check.unitText')}>
          <UnitChoice value={choices.unitId} onChange={(unitId) => onChange({ unitId })} />
        </Section>
      )}
      {Object.keys(counts.levels).length > 0 && <Levels levels={counts.levels} />}
      <div className={classes.options}>
        {Object.keys(counts.levels).length > 0 && (
          <Checkbox
            label={t('check.includeLowest')}
            checked={choices.includeLowest}
            onChange={(event) => onChange({ includeLowest: event.currentTarget.checked })}
          />
        )}
        {names && (
          <Checkbox
            label={t('check.names')}
            checked={choices.confirmNames}
            onChange={(event) => onChange({ confirmNames: event.currentTarget.checked })}
          />
        )}
        {counts.errors > 0 && (
          <Checkbox
            label={t('check.leaveOut')}
            checked={choices.leaveOutErrors}
            onChange={(event) => onChange({ leaveOutErrors: event.currentTarget.checked })}
          />
        )}
      </div>
      {result.unknownTopics.length > 0 && <UnknownTopics result={result} choices={choices} onChange={onChange} />}
      {parts >= 2 && <Findings result={result} onCorrected={onCorrected} />}
      {parts >= 3 && <Preview result={result} />}
    </div>
  )
}

function Levels({ levels }: { readonly levels: Readonly<Record<string, number>> }) {
  const { t } = useTranslation('imports')
  const language = useNumberLanguage()
  const most = Math.max(1, ...Object.values(levels))
  return (
    <Section title={t('check.levels')}>
      <div className={classes.levels}>
        {Object.entries(levels).map(([label, count]) => (
          <div key={label} className={classes.level}>
            <span>{label}</span>
            <div className={classes.levelBar} style={{ width: `${(count / most) * 100}%` }} aria-hidden />
            <span className={classes.number}>{formatNumber(count, undefined, language)}</span>
          </div>
        ))}
      </div>
    </Section>
  )
}

function UnknownTopics({ result, choices, onChange }: Pick<Props, 'result' | 'choices' | 'onChange'>) {
  const { t } = useTranslation('imports')
  const toValue = (choice: TopicChoice | undefined | null): string | null =>
    choice === undefined || choice === null ? null : choice.kind === 'topic' ? `topic:${choice.topicId}` : choice.kind
  const toChoice = (value: string): TopicChoice =>
    value.startsWith('topic:')
      ? { kind: 'topic', topicId: value.slice(6) }
      : value === 'propose'
        ? { kind: 'propose' }
        : { kind: 'freeText' }
  return (
    <Section title={t('check.unknown')} note={t('check.unknownText')}>
      <table className={classes.columns} style={{ maxWidth: 980 }}>
        <tbody>
          {result.unknownTopics.map((topic) => (
            <tr key={topic.key}>
              <td className={classes.name}>{topic.text}</td>
              <td className={classes.quiet}>{t('check.asked', { count: topic.rows })}</td>
              <td>
                <Select
                  size="xs"
                  w={380}
                  aria-label={topic.text}
                  placeholder={t('check.choose')}
                  allowDeselect={false}
                  value={toValue(choices.topicChoices[topic.key] ?? topic.choice)}
                  data={[
                    ...topic.suggestions.map(({ id, text }) => ({ value: `topic:${id}`, label: text })),
                    { value: 'propose', label: t('check.propose') },
                    { value: 'freeText', label: t('check.keepText') },
                  ]}
                  onChange={(value) => {
                    if (value) onChange({ topicChoices: { ...choices.topicChoices, [topic.key]: toChoice(value) } })
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

type Issue = NeedCheckResult['issues'][number] & { readonly id: string }

function Findings({ result, onCorrected }: Pick<Props, 'result' | 'onCorrected'>) {
  const { t } = useTranslation('imports')
  const rows: Issue[] = result.issues.map((issue, index) => ({ ...issue, id: String(index) }))
  const columns: readonly Column<Issue>[] = [
    {
      id: 'severity',
      title: t('check.severity'),
      type: 'choice',
      width: 100,
      value: (row) => row.severity,
      choices: [
        { value: 'error', label: t('check.error'), tone: 'bad' },
        { value: 'warning', label: t('check.warning'), tone: 'warn' },
      ],
    },
    { id: 'sheet', title: t('check.sheet'), type: 'text', width: 130, value: (row) => row.sheet },
    { id: 'cell', title: t('check.cell'), type: 'text', width: 80, value: (row) => row.cell },
    { id: 'message', title: t('check.message'), type: 'text', grow: 1, value: (row) => row.message },
  ]
  return (
    <Section
      title={t('check.issues')}
      end={
        rows.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={onCorrected}
          >
            {t('check.corrected')}
          </Button>
        )
      }
    >
      <div className={classes.tableBox}>
        <DataTable
          name="needs-import-issues"
          label={t('check.issues')}
          columns={columns}
          rowId={(row) => row.id}
          rows={rows}
          empty={<EmptyState title={t('check.noIssues')} text={t('check.noIssuesText')} />}
        />
      </div>
    </Section>
  )
}

type PreviewLine = NeedCheckResult['preview'][number] & { readonly id: string }

function Preview({ result }: Pick<Props, 'result'>) {
  const { t } = useTranslation('imports')
  const rows: PreviewLine[] = result.preview.map((line, index) => ({ ...line, id: String(index) }))
  const columns: readonly Column<PreviewLine>[] = [
    { id: 'row', title: t('check.row'), type: 'number', width: 80, value: (line) => line.row },
    { id: 'person', title: t('check.person'), type: 'text', width: 200, value: (line) => line.person },
    { id: 'unit', title: t('check.unitColumn'), type: 'text', width: 220, value: (line) => line.unit },
    { id: 'heads', title: t('check.heads'), type: 'number', width: 100, value: (line) => line.headcount },
    { id: 'topic', title: t('check.topic'), type: 'text', grow: 1, value: (line) => line.topic },
    { id: 'urgency', title: t('map.urgency'), type: 'number', width: 90, value: (line) => line.urgency },
    {
      id: 'state',
      title: t('check.state'),
      type: 'choice',
      width: 140,
      value: (line) => (line.merged ? 'merged' : line.proposed ? 'proposed' : line.isFreeText ? 'freeText' : 'new'),
      choices: [
        { value: 'new', label: t('check.isNew'), tone: 'good' },
        { value: 'merged', label: t('check.isMerged'), tone: 'neutral' },
        { value: 'proposed', label: t('check.isProposed'), tone: 'warn' },
        { value: 'freeText', label: t('check.isFreeText'), tone: 'active' },
      ],
    },
  ]
  if (rows.length === 0) return null
  return (
    <Section title={t('check.preview')} note={t('check.previewNote', { count: rows.length })}>
      <div className={classes.tableBox}>
        <DataTable
          name="needs-import-preview"
          label={t('check.preview')}
          columns={columns}
          rowId={(row) => row.id}
          rows={rows}
        />
      </div>
    </Section>
  )
}
