import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where an officer's store lives unless `--store` names another folder. */
export function standardStoreFolder(sample: boolean): string {
  const name = sample ? 'sample-academy' : 'academy'
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Akademi', name)
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Akademi', name)
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'akademi', name)
}
