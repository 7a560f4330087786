import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Where hosts without a keychain keep data keys: the user's own configuration folder, never the store or its backups. */
export function keyFolder(): string {
  if (process.env.AKADEMI_KEYS) return process.env.AKADEMI_KEYS
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Akademi', 'keys')
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'akademi', 'keys')
}

/** The data key of one store: 32 random bytes in a file that only its owner may read, made at first use. */
export async function readDataKey(storeId: string, folder = keyFolder()): Promise<Uint8Array> {
  const path = join(folder, `${storeId}.key`)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    return Buffer.from(await readFile(path, 'utf8'), 'base64')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = randomBytes(32)
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(key.toString('base64'))
    await file.sync()
  } finally {
    await file.close()
  }
  return key
}
