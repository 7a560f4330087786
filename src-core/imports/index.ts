export { isBlank, oneLine, textOf } from './cell-text.ts'
export { isKnownHeader, type MatchReason, type TargetField, targetField } from './columns.ts'
export { type FieldKey, fieldName, fieldNames } from './field-names.ts'
export { headerKey } from './header-text.ts'
export { batchById, batchesBy, mappingOf, standingBatchOf } from './imports.repository.ts'
export { sentence } from './issue.sentences.ts'
export {
  type ImportIssue,
  type IssueCode,
  type IssuePlace,
  type IssueSuggestion,
  type IssueValues,
  issueOf,
} from './issue.ts'
export {
  type ColumnMapping,
  columnMapping,
  type PartialMapping,
  partialMapping,
  type ResolvedMapping,
} from './mapping.ts'
export { isSameName, type PersonMatcher, personMatcher, registryText } from './match-person.ts'
export { type TopicMatcher, topicMatcher } from './match-topic.ts'
export { type UnitMatch, type UnitMatcher, unitMatcher } from './match-unit.ts'
export { type ValueMatch, type ValueOption, valueMatcher } from './match-value.ts'
export { type Proposal, proposeMapping } from './propose.ts'
export { answerReader } from './scale.ts'
export { findTable } from './table.ts'
export { readTable, type TableRow } from './table-reader.ts'
export { takeBackImport, undoableUntil } from './take-back.ts'
export { undoCommand } from './undo.ts'
export { workbookIssues } from './workbook-issues.ts'
