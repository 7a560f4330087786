import { readSetting } from '../access/index.ts'
import type { Reader } from '../database/store.ts'
import { type ClashLevels, standardLevels } from './clash.ts'
import { type PlacingSettings, standardPlacing } from './placing.settings.ts'

export const levelsSetting = 'clashLevels'
export const placingSetting = 'placing'

/** How hard each kind of clash is; what nobody has set has its standard. */
export async function levelsOf(db: Reader): Promise<ClashLevels> {
  const text = await readSetting(db, levelsSetting)
  return { ...standardLevels, ...(text === undefined ? {} : JSON.parse(text)) }
}

export async function placingSettingsOf(db: Reader): Promise<PlacingSettings> {
  const text = await readSetting(db, placingSetting)
  const kept: Partial<PlacingSettings> = text === undefined ? {} : JSON.parse(text)
  return { ...standardPlacing, ...kept, weights: { ...standardPlacing.weights, ...kept.weights } }
}
