import { readSetting } from '../access/index.ts'
import type { Reader } from '../database/store.ts'
import { type PlanRates, standardRates } from './plan.rules.ts'

export const ratesSetting = 'planRates'

/** The institution's prices; what nobody has set has its standard. */
export async function ratesOf(db: Reader): Promise<PlanRates> {
  const text = await readSetting(db, ratesSetting)
  return { ...standardRates, ...(text === undefined ? {} : JSON.parse(text)) }
}
