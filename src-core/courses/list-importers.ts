import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import type { ImportIssue, TargetField } from '../imports/index.ts'
import type { ReadSheet } from '../people/index.ts'
import { analyseHolidayList, holidayListFields, writeHolidayPlan } from './holiday-list.ts'
import type { CourseList, ListChange } from './list-change.ts'
import { analyseProviderList, providerListFields, writeProviderPlan } from './provider-list.ts'
import type { ListAnalysis, RecordPlan } from './record-list.ts'
import { analyseRoomList, roomListFields, writeRoomPlan } from './room-list.ts'
import { topicListFields } from './topic-line.ts'
import { analyseTopicList } from './topic-list.ts'
import { writeTopicPlan } from './topic-list.write.ts'
import { analyseTrainerList, trainerListFields, writeTrainerPlan } from './trainer-list.ts'
import type { Language } from './words.ts'

/** What an analysis found, and how to write it. */
export type Analysed = {
  readonly issues: readonly ImportIssue[]
  readonly changes: readonly ListChange[]
  readonly rows: number
  readonly same: number
  write(write: Writer): Promise<void>
}

/** One kind of list: its columns, and what its rows mean. */
export type ListImporter = {
  readonly fields: readonly TargetField[]
  analyse(sheet: ReadSheet): Promise<Analysed>
}

/** Binds how a kind is analysed to how its plan is written. */
const importer = <F>(
  fields: readonly TargetField[],
  analyse: (sheet: ReadSheet) => Promise<ListAnalysis<F>>,
  writePlan: (write: Writer, plan: RecordPlan<F>) => Promise<void>,
): ListImporter => ({
  fields,
  analyse: async (sheet) => {
    const { plan, ...analysis } = await analyse(sheet)
    return { ...analysis, write: (write) => writePlan(write, plan) }
  },
})

/** The importer for a kind of list; values in its changes are written in the given language. */
export function importerFor(kind: CourseList, db: Reader, language: Language): ListImporter {
  switch (kind) {
    case 'topics':
      return importer(topicListFields(), (sheet) => analyseTopicList(sheet, db, language), writeTopicPlan)
    case 'trainers':
      return importer(trainerListFields(), (sheet) => analyseTrainerList(sheet, db, language), writeTrainerPlan)
    case 'providers':
      return importer(providerListFields(), (sheet) => analyseProviderList(sheet, db, language), writeProviderPlan)
    case 'rooms':
      return importer(roomListFields(), (sheet) => analyseRoomList(sheet, db, language), writeRoomPlan)
    case 'holidays':
      return importer(holidayListFields(), (sheet) => analyseHolidayList(sheet, db, language), writeHolidayPlan)
  }
}
