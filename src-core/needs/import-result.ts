import { type ImportIssue, sentence } from '../imports/index.ts'
import type { NeedCheckResult, NeedImport, NeedImportCounts, NeedImportIssue } from './import.contract.ts'
import type { CheckedNeeds } from './import-check.ts'
import type { NeedDraft } from './import-draft.ts'
import type { ImportLookups } from './import-lookups.ts'

type Language = 'tr' | 'en'

/** Most findings sent to a screen; the counts have them all. */
const mostIssues = 20_000

const previewLines = 200

/** A finding as screens, the command line and corrected workbooks show it. */
export const toIssue = (issue: ImportIssue, language: Language): NeedImportIssue => {
  const suggestion = issue.suggestions?.[0]
  return {
    severity: issue.severity,
    code: issue.code,
    sheet: issue.sheet ?? '',
    cell: issue.cell ?? (issue.row === null ? '' : String(issue.row + 1)),
    message: sentence(issue, language),
    suggestion: suggestion ? { id: suggestion.value, text: suggestion.label } : null,
  }
}

export function countsOf({ findings, merged }: CheckedNeeds): NeedImportCounts {
  const errors = findings.issues.filter((issue) => issue.severity === 'error').length
  const proposed = new Set(findings.drafts.flatMap(({ topic }) => (topic.kind === 'proposed' ? topic.key : [])))
  return {
    people: findings.people.size + findings.anonymous,
    topics: findings.topicColumns.size > 0 ? findings.topicColumns.size : findings.topicKeys.size,
    answers: findings.answers,
    levels: Object.fromEntries(findings.levels),
    topicAnswers: Object.fromEntries(
      [...findings.topicAnswers].map(([topic, levels]) => [topic, Object.fromEntries(levels)]),
    ),
    lines: findings.drafts.length,
    created: findings.drafts.length - merged.size,
    merged: merged.size,
    headcount: findings.drafts.reduce((sum, draft) => sum + draft.headcount, 0),
    freeTexts: findings.freeTexts,
    proposedTopics: proposed.size,
    errors,
    warnings: findings.issues.length - errors,
  }
}

export const topicText = (draft: NeedDraft, lookups: ImportLookups): string =>
  draft.topic.kind === 'topic'
    ? (lookups.topicById.get(draft.topic.topicId)?.nameTr ?? '')
    : draft.topic.kind === 'proposed'
      ? draft.topic.name
      : draft.topic.text

/** Urgency of a line: for heads the rounded average over them. */
export const urgencyOf = (draft: NeedDraft): number | null =>
  draft.urgency === null
    ? null
    : Math.min(5, Math.max(1, Math.round(draft.personId === null ? draft.urgency / draft.headcount : draft.urgency)))

export function checkResult(
  checked: CheckedNeeds,
  lookups: ImportLookups,
  choices: NeedImport,
  language: Language,
  importedBefore: NeedCheckResult['importedBefore'],
): NeedCheckResult {
  const { findings, merged } = checked
  const proposed = new Set(findings.drafts.flatMap(({ topic }) => (topic.kind === 'proposed' ? topic.key : [])))
  const bySeverity = [...findings.issues].sort((a, b) =>
    a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1,
  )
  return {
    counts: countsOf(checked),
    issues: bySeverity.slice(0, mostIssues).map((issue) => toIssue(issue, language)),
    preview: findings.drafts.slice(0, previewLines).map((draft) => ({
      sheet: draft.sheet,
      row: draft.row + 1,
      person: draft.personName,
      unit: lookups.unitById.get(draft.unitId)?.nameTr ?? '',
      headcount: draft.headcount,
      topic: topicText(draft, lookups),
      isFreeText: draft.topic.kind === 'freeText',
      proposed: draft.topic.kind === 'proposed',
      urgency: urgencyOf(draft),
      merged: merged.has(draft),
    })),
    unknownTopics: [...findings.unknownTopics].map(([key, { text, rows, suggestions }]) => ({
      key,
      text,
      rows,
      suggestions: [...suggestions],
      choice: choices.topicChoices[key] ?? (proposed.has(key) ? { kind: 'propose' as const } : null),
    })),
    needsUnit: findings.needsUnit,
    importedBefore,
  }
}
