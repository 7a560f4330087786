import { z } from 'zod'
import { command, query } from '../kernel/operation.ts'
import { pageOf, pageRequestSchema } from '../kernel/page.ts'
import {
  addedSchema,
  changedSchema,
  keepers,
  listFileSchema,
  readers,
  recordSchema,
  workbookFileSchema,
} from './fields.ts'
import { roomFieldsSchema, roomSchema } from './room.ts'

/** Rooms and other places where trainings are held. */
export const roomContract = {
  listRooms: query(readers).input(pageRequestSchema).output(pageOf(roomSchema)),
  getRoom: query(readers)
    .input(z.object({ id: z.string() }))
    .output(roomSchema),
  /** Buildings and equipment named so far. */
  roomFacets: query(readers).output(z.object({ venues: z.array(z.string()), equipment: z.array(z.string()) })),
  addRoom: command(keepers).input(roomFieldsSchema).output(addedSchema),
  changeRoom: command(keepers)
    .input(recordSchema.extend({ fields: roomFieldsSchema.partial() }))
    .output(changedSchema),
  deactivateRoom: command(keepers).input(recordSchema).output(changedSchema),
  reactivateRoom: command(keepers).input(recordSchema).output(changedSchema),
  exportRooms: query(readers).input(listFileSchema).output(workbookFileSchema),
}
