export { isBlank, isFigure, oneLine, textOf } from './cell-text.ts'
export {
  type ColumnMatch,
  isKnownHeader,
  type MatchReason,
  matchColumns,
  type TargetField,
  targetField,
} from './columns.ts'
export { type FieldKey, fieldName, fieldNames } from './field-names.ts'
export type { CarriedColumn } from './group-columns.ts'
export type { TableColumn } from './header-names.ts'
export { batchById, batches, mappingOf, standingBatchOf } from './imports.repository.ts'
export { placeOf, sentence } from './issue.sentences.ts'
export {
  type ImportIssue,
  type IssueCode,
  type IssuePlace,
  type IssueSeverity,
  type IssueSuggestion,
  type IssueValues,
  importIssue,
  issueCodes,
  issueOf,
} from './issue.ts'
export type { IgnoredColumn, IgnoredWhy, Layout } from './layout.ts'
export {
  type ColumnMapping,
  columnMapping,
  type PartialMapping,
  partialMapping,
  type ResolvedMapping,
  resolveMapping,
} from './mapping.ts'
export {
  isSameName,
  type PersonEntry,
  type PersonMatch,
  type PersonMatcher,
  type PersonQuery,
  personMatcher,
  registryText,
} from './match-person.ts'
export { type NearTopic, type TopicEntry, type TopicMatch, type TopicMatcher, topicMatcher } from './match-topic.ts'
export { type UnitEntry, type UnitMatch, type UnitMatcher, unitMatcher } from './match-unit.ts'
export { type ValueMatch, type ValueOption, valueMatcher } from './match-value.ts'
export { type Proposal, type Proposed, type ProposeOptions, proposeMapping } from './propose.ts'
export { type Answer, answerReader, type Scale, type ScaleLevel, scaleIssues, scaleSchema } from './scale.ts'
export { type FoundTable, findTable, type Table, type TableOptions } from './table.ts'
export { readTable, type TableReader, type TableReaderOptions, type TableRow } from './table-reader.ts'
export { undoCommand } from './undo.ts'
export { workbookIssues } from './workbook-issues.ts'
