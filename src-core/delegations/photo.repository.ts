import type { ParticipantPhotoTable } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'

/** Photographs of these participants, also such as were taken away and hold nothing. */
export const photosOf = async (db: Reader, participantIds: readonly string[]): Promise<ParticipantPhotoTable[]> =>
  participantIds.length === 0
    ? []
    : db
        .selectFrom('participantPhoto')
        .selectAll()
        .where('participantId', 'in', participantIds)
        .where('deletedAt', 'is', null)
        .execute()
