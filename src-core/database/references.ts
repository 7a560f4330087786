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
    { table: 'planLine', column: 'unitId' },
    { table: 'budgetCeiling', column: 'unitId' },
    { table: 'planComment', column: 'unitId' },
    { table: 'planNotice', column: 'unitId' },
    { table: 'unitDuty', column: 'unitId' },
    { table: 'reservedSeat', column: 'unitId' },
  ],
  person: [
    { table: 'tnaForm', column: 'personId' },
    { table: 'needLine', column: 'personId' },
    { table: 'completedTraining', column: 'personId' },
    { table: 'trainer', column: 'personId' },
    { table: 'planNotice', column: 'personId' },
    { table: 'certificateHolder', column: 'personId' },
    { table: 'enrolment', column: 'personId' },
    { table: 'erasureRequest', column: 'personId' },
  ],
  provider: [
    { table: 'topic', column: 'defaultProviderId' },
    { table: 'planLine', column: 'providerId' },
  ],
  topic: [
    { table: 'needLine', column: 'topicId' },
    { table: 'demandGroup', column: 'topicId' },
    { table: 'topicAlias', column: 'topicId' },
    { table: 'trainerTopic', column: 'topicId' },
    { table: 'completedTraining', column: 'topicId' },
    { table: 'planLine', column: 'topicId' },
    { table: 'training', column: 'topicId' },
    { table: 'delegationRequest', column: 'topicId' },
  ],
  trainer: [
    { table: 'trainerTopic', column: 'trainerId' },
    { table: 'trainerAvailability', column: 'trainerId' },
    { table: 'planLine', column: 'trainerId' },
    { table: 'session', column: 'trainerId' },
  ],
  room: [{ table: 'session', column: 'roomId' }],
  certificateTemplate: [{ table: 'certificateDesign', column: 'templateId' }],
  tnaForm: [{ table: 'needLine', column: 'formId' }],
  demandGroup: [{ table: 'needLine', column: 'demandGroupId' }],
  tnaCycle: [{ table: 'annualPlan', column: 'cycleId' }],
  needLine: [{ table: 'planNotice', column: 'needLineId' }],
  annualPlan: [
    { table: 'annualPlan', column: 'basedOnId' },
    { table: 'planLine', column: 'planId' },
    { table: 'planComment', column: 'planId' },
    { table: 'planNotice', column: 'planId' },
  ],
  planLine: [
    { table: 'planLine', column: 'changeOfId' },
    { table: 'planCost', column: 'planLineId' },
    { table: 'planComment', column: 'planLineId' },
    { table: 'planNotice', column: 'planLineId' },
  ],
  training: [
    { table: 'session', column: 'trainingId' },
    { table: 'enrolment', column: 'trainingId' },
    { table: 'reservedSeat', column: 'trainingId' },
  ],
}
