import type { Reader } from '../database/store.ts'

/** What the academy's records say about a member of staff; sealed columns are not opened for an export. */
export async function recordsOf(db: Reader, personId: string): Promise<Readonly<Record<string, unknown>>> {
  const person = await db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select(['registryNo', 'givenNames', 'surname', 'employmentType', 'orgUnit.name as unit', 'position', 'gender'])
    .select(['educationLevel', 'hireDate', 'email', 'phone', 'leaveDate'])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  const forms = await db
    .selectFrom('tnaForm')
    .innerJoin('tnaCycle', 'tnaCycle.id', 'tnaForm.cycleId')
    .select(['tnaCycle.year', 'tnaForm.state', 'tnaForm.submittedAt', 'tnaForm.sourceRef', 'tnaForm.note'])
    .where('tnaForm.personId', '=', personId)
    .where('tnaForm.deletedAt', 'is', null)
    .orderBy('tnaCycle.year')
    .execute()
  const needs = await db
    .selectFrom('needLine')
    .innerJoin('tnaCycle', 'tnaCycle.id', 'needLine.cycleId')
    .leftJoin('topic', 'topic.id', 'needLine.topicId')
    .select(['tnaCycle.year', 'topic.name as topic', 'needLine.freeText', 'needLine.reason', 'needLine.urgency'])
    .select(['needLine.selfLevel', 'needLine.targetLevel', 'needLine.preferredQuarter', 'needLine.note'])
    .select(['needLine.managerState', 'needLine.managerPriority', 'needLine.managerReason', 'needLine.outcome'])
    .where('needLine.personId', '=', personId)
    .where('needLine.deletedAt', 'is', null)
    .orderBy('needLine.id')
    .execute()
  const trainings = await db
    .selectFrom('completedTraining')
    .select(['name', 'provider', 'completedOn', 'lessonHoursTenths', 'certificateNo'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .orderBy('completedOn')
    .execute()
  const certificates = await db
    .selectFrom('certificate')
    .innerJoin('certificateHolder', 'certificateHolder.id', 'certificate.holderId')
    .select(['serial', 'titleTr', 'certificate.issuedAt', 'certificate.state'])
    .where('certificateHolder.personId', '=', personId)
    .where('certificate.deletedAt', 'is', null)
    .orderBy('certificate.issuedAt')
    .execute()
  return { person, forms, needs, trainings, certificates }
}

/** The visits whose programme is shown to an address; the address leaves their lists two years after the last day. */
export const programmesShownTo = (db: Reader, email: string) =>
  db
    .selectFrom('programmeViewer')
    .innerJoin('delegation', 'delegation.id', 'programmeViewer.delegationId')
    .select(['delegation.titleTr as title', 'delegation.toDate as lastDay'])
    .where('programmeViewer.address', '=', email)
    .where('programmeViewer.deletedAt', 'is', null)
    .orderBy('delegation.toDate')
    .execute()
