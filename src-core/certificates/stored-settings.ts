import { readSetting } from '../access/index.ts'
import type { Reader } from '../database/store.ts'
import { type CertificateSettings, settingKey, standardSettings } from './settings.ts'

/** The settings as they stand, with our own where nothing was decided. */
export async function readSettings(db: Reader): Promise<CertificateSettings> {
  const stored = await readSetting(db, settingKey)
  if (stored === undefined) return standardSettings
  return { ...standardSettings, ...(JSON.parse(stored) as Partial<CertificateSettings>) }
}
