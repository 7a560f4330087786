import { randomBytes } from 'node:crypto'
import { OperationError } from '../src-core/kernel/errors.ts'
import type { Backups, FileStore, NumberMarks, Ports } from '../src-core/kernel/ports.ts'
import type { SyncPort } from '../src-core/kernel/sync-port.ts'
import { zipFiles } from './archive.ts'
import { passwords } from './crypto/passwords.ts'
import { createSeal } from './crypto/seal.ts'
import { missingLetters } from './documents/glyphs.ts'
import { drawDocument, printDocument, printParts } from './documents/print-document.ts'
import { planner } from './planner/planner.ts'
import { readResource } from './resources.ts'
import { openWorkbook } from './spreadsheets/read-workbook.ts'
import { writeWorkbook } from './spreadsheets/write-workbook.ts'

/** The machine behind the handlers: files of one store, spreadsheets, passwords, and sealing under the host's data key; `own` is what the caller has in its place. */
export const createPorts = (files: FileStore, dataKey: Uint8Array, own: Partial<Ports> = {}): Ports => ({
  files,
  backups: noBackups,
  numberMarks: noMarks,
  sync: noSync,
  openWorkbook,
  writeWorkbook,
  printDocument,
  printParts,
  drawDocument,
  missingLetters,
  zipFiles,
  planner,
  readResource,
  passwords,
  sendsMail: false,
  randomToken: () => randomBytes(32).toString('hex'),
  seal: createSeal(dataKey),
  ...own,
})

const refuse = (): never => {
  throw new OperationError('RULE_BROKEN', { rule: 'backedUpElsewhere' })
}

/** A store that lives in a database server is backed up with that server's own tools. */
const noBackups: Backups = { list: async () => [], create: refuse, check: refuse, restore: refuse }

/** A database server is put back by its own tools, which know nothing of a file beside it. */
const noMarks: NumberMarks = { note: async () => {}, owed: async () => [], settle: async () => {} }

const refuseToSync = (): never => {
  throw new OperationError('RULE_BROKEN', { rule: 'syncedElsewhere' })
}

/** A command line, a worker and a portal join nothing: the service beside the window does. */
const noSync: SyncPort = {
  activity: () => ({ running: false, trouble: null, joining: null }),
  standing: refuseToSync,
  now: refuseToSync,
  join: refuseToSync,
  introduce: refuseToSync,
  stopJoining: refuseToSync,
  leave: refuseToSync,
  devices: refuseToSync,
  removeDevice: refuseToSync,
  settle: refuseToSync,
  allowRemoval: refuseToSync,
  renew: refuseToSync,
}
