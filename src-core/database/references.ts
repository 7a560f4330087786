import type { RecordedTable } from './schema.ts'

type Reference = { readonly table: RecordedTable; readonly column: string }

/** Which live rows keep a row alive: a row that one of these still names is not taken back by an undo. */
export const referencesTo: Partial<Record<RecordedTable, readonly Reference[]>> = {
  title: [{ table: 'person', column: 'titleId' }],
  orgUnit: [
    { table: 'orgUnit', column: 'parentId' },
    { table: 'person', column: 'unitId' },
    { table: 'needLine', column: 'unitId' },
    { table: 'room', column: 'unitId' },
  ],
  person: [
    { table: 'tnaForm', column: 'personId' },
    { table: 'needLine', column: 'personId' },
    { table: 'completedTraining', column: 'personId' },
    { table: 'trainer', column: 'personId' },
    { table: 'certificateHolder', column: 'personId' },
  ],
  provider: [{ table: 'topic', column: 'defaultProviderId' }],
  topic: [
    { table: 'needLine', column: 'topicId' },
    { table: 'demandGroup', column: 'topicId' },
    { table: 'topicAlias', column: 'topicId' },
    { table: 'trainerTopic', column: 'topicId' },
    { table: 'completedTraining', column: 'topicId' },
  ],
  trainer: [
    { table: 'trainerTopic', column: 'trainerId' },
    { table: 'trainerAvailability', column: 'trainerId' },
  ],
  tnaForm: [{ table: 'needLine', column: 'formId' }],
  demandGroup: [{ table: 'needLine', column: 'demandGroupId' }],
}
