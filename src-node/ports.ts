import { randomBytes } from 'node:crypto'
import type { FileStore, Ports } from '../src-core/kernel/ports.ts'
import { zipFiles } from './archive.ts'
import { passwords } from './crypto/passwords.ts'
import { createSeal } from './crypto/seal.ts'
import { readResource } from './resources.ts'
import { openWorkbook } from './spreadsheets/read-workbook.ts'
import { writeWorkbook } from './spreadsheets/write-workbook.ts'

/** The machine behind the handlers: files of one store, spreadsheets, passwords, and sealing under the host's data key. */
export const createPorts = (files: FileStore, dataKey: Uint8Array): Ports => ({
  files,
  openWorkbook,
  writeWorkbook,
  zipFiles,
  readResource,
  passwords,
  randomToken: () => randomBytes(32).toString('hex'),
  seal: createSeal(dataKey),
})
