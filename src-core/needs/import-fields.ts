import { type TargetField, targetField } from '../imports/index.ts'
import type { ImportLookups } from './import-lookups.ts'
import type { NeedValueMatchers } from './import-values.ts'

/** The columns a sheet of needs may have, each told by its header and, where that helps, by what stands in it. */
export const needFields = (
  lookups: Pick<ImportLookups, 'people' | 'units' | 'topics'>,
  values: NeedValueMatchers,
): readonly TargetField[] => [
  targetField('sequence'),
  targetField('registryNo', { accepts: lookups.people.isRegistryNo, telling: true }),
  targetField('nationalId'),
  targetField('fullName', { accepts: lookups.people.isName, telling: true }),
  targetField('givenNames'),
  targetField('surname'),
  targetField('employmentType', { accepts: (cell) => values.employmentType(cell).kind === 'found' }),
  targetField('unit', { accepts: lookups.units.isUnit, telling: true }),
  targetField('unitCode', { accepts: lookups.units.isUnit }),
  targetField('parentUnit'),
  targetField('title'),
  targetField('email'),
  targetField('phone'),
  targetField('cycle'),
  targetField('kind', { accepts: (cell) => values.kind(cell).kind === 'found' }),
  targetField('topic'),
  targetField('topicCode', { accepts: (cell) => typeof cell === 'string' && lookups.topics.isTopic(cell) }),
  targetField('category'),
  targetField('freeText'),
  targetField('reason', { accepts: (cell) => values.reason(cell).kind === 'found' }),
  targetField('importance', { accepts: (cell) => values.level(cell).kind === 'found' }),
  targetField('urgency', { accepts: (cell) => values.level(cell).kind === 'found' }),
  targetField('selfLevel', { accepts: (cell) => values.level(cell).kind === 'found' }),
  targetField('targetLevel', { accepts: (cell) => values.level(cell).kind === 'found' }),
  targetField('quarter', { accepts: (cell) => values.quarter(cell).kind === 'found' }),
  targetField('mode'),
  targetField('managerPriority', { accepts: (cell) => values.level(cell).kind === 'found' }),
  targetField('headCount'),
  targetField('note'),
  targetField('respondentId'),
  targetField('submittedAt'),
]
