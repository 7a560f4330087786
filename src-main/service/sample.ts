import type { RecordedContext } from '../../src-core/kernel/context.ts'
import { isOperationError } from '../../src-core/kernel/errors.ts'
import { openAcademy } from './academy.ts'

/** The sample is one recorded command with a fixed identity, so that every machine makes the same rows on the same day. */
const context = (today: string): RecordedContext => ({
  commandId: '01900000-0000-7000-8000-000000002027',
  actor: { id: 'program', name: 'Akademi', roles: 'all' },
  now: `${today}T06:00:00.000Z`,
  source: 'service',
})

/** Fills an empty store with the sample academy; a store that has it already is left alone. */
export async function createSampleStore(
  folder: string,
  options: { today?: string; staff?: number; needLines?: number } = {},
): Promise<void> {
  const { today = new Date().toISOString().slice(0, 10), ...sizes } = options
  const academy = await openAcademy({ folder })
  try {
    await academy.dispatcher.runRecorded('sample.create', { today, ...sizes }, context(today))
  } catch (error) {
    if (!isOperationError(error) || error.code !== 'RULE_BROKEN') throw error
  } finally {
    await academy.close()
  }
}
