import { resolve } from 'node:path'
import { found } from '../../src-core/kernel/errors.ts'
import { backupsIn, rescueStore } from '../../src-node/store/rescue.ts'
import { standardStoreFolder } from '../service/store-folder.ts'
import { type Values, WrongUse } from './arguments.ts'
import type { Answer } from './command-line.ts'

const folderOf = (values: Values): string => values.store ?? standardStoreFolder(false)

/** `akademi backups`: answers also where the store itself does not open. */
export async function listStoreBackups(values: Values): Promise<Answer> {
  return { json: await backupsIn(folderOf(values)), refused: false }
}

/** `akademi restore <backup> | --from <file> | newest`, for a store that does not open or is not open. */
export async function restoreStore([word]: readonly string[], values: Values): Promise<Answer> {
  const folder = folderOf(values)
  if (values.from !== undefined) {
    if (word !== undefined) throw new WrongUse('Name a backup or give --from, not both')
    return { json: await rescueStore(folder, { file: resolve(values.from) }, new Date()), refused: false }
  }
  if (word === undefined) throw new WrongUse('Name a backup (see “akademi backups”), “newest”, or --from <file>')
  const backup = word === 'newest' ? found((await backupsIn(folder))[0], 'backup').name : word
  return { json: { backup, ...(await rescueStore(folder, { backup }, new Date())) }, refused: false }
}
