import type { SessionAnswerTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** A trainer who stands in the catalogue. */
export const activeTrainer = (db: Reader, id: string) =>
  db
    .selectFrom('trainer')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('active', '=', 1)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

/** Placed sessions of a trainer from a day on, in their order. */
export const sessionsOfTrainer = (db: Reader, trainerId: string, from: string) =>
  db
    .selectFrom('session')
    .innerJoin('training', 'training.id', 'session.trainingId')
    .leftJoin('room', 'room.id', 'session.roomId')
    .select(['session.id', 'session.ordinal', 'session.date', 'session.half', 'session.startMin', 'session.endMin'])
    .select(['training.name', 'training.code', 'training.year', 'session.trainingId', 'room.name as room'])
    .where('session.trainerId', '=', trainerId)
    .where('session.date', '>=', from)
    .where('session.deletedAt', 'is', null)
    .where('training.deletedAt', 'is', null)
    .where('training.state', '<>', 'CANCELLED')
    .orderBy('session.date')
    .orderBy('session.startMin')
    .orderBy('session.id')
    .execute()

export const answersOfTrainer = (db: Reader, trainerId: string): Promise<SessionAnswerTable[]> =>
  db.selectFrom('sessionAnswer').selectAll().where('trainerId', '=', trainerId).where('deletedAt', 'is', null).execute()

/** The answer of the trainer who holds a session now. */
export const answerOfSession = (db: Reader, sessionId: string) =>
  db
    .selectFrom('sessionAnswer')
    .innerJoin('session', 'session.id', 'sessionAnswer.sessionId')
    .selectAll('sessionAnswer')
    .where('sessionAnswer.sessionId', '=', sessionId)
    .whereRef('sessionAnswer.trainerId', '=', 'session.trainerId')
    .whereRef('sessionAnswer.forDate', '=', 'session.date')
    .whereRef('sessionAnswer.half', '=', 'session.half')
    .where('sessionAnswer.deletedAt', 'is', null)
    .executeTakeFirst()
