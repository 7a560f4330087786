import { userInfo } from 'node:os'
import type { Connection } from '../../src-core/kernel/context.ts'
import { type Academy, openAcademy } from '../service/academy.ts'
import { standardStoreFolder } from '../service/store-folder.ts'
import type { Values } from './arguments.ts'

/**
 * Whoever can read and write the store's files may use the command line in full; the log names the user of the operating
 * system. Restricting it would protect nothing that the file system does not.
 */
function shell(): Connection {
  const name = userInfo().username
  return {
    source: 'cli',
    actor: { id: `cli:${name}`, name: `akademi (${name})`, roles: 'all' },
    session: null,
    locked: false,
  }
}

/** Opens the store for one command and closes it whatever happens. */
export async function withAcademy<T>(
  values: Values,
  work: (academy: Academy, connection: Connection) => Promise<T>,
): Promise<T> {
  const academy = await openAcademy({ folder: values.store ?? standardStoreFolder(false) })
  try {
    return await work(academy, shell())
  } finally {
    await academy.close()
  }
}
