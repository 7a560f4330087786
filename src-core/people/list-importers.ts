import type { Reader } from '../database/store.ts'
import type { Writer } from '../database/writer.ts'
import type { TargetField } from '../imports/index.ts'
import type { Ports } from '../kernel/ports.ts'
import { type ListAnalysis, type ListImport, staffListOptions } from './list-import.ts'
import type { ReadSheet } from './list-sheet.ts'
import { analyseStaffList, type StaffPlan, staffListMeans } from './staff-list.analysis.ts'
import { writeStaffPlan } from './staff-list.write.ts'
import { analyseTitleList, titleListFields, writeTitlePlan } from './title-list.ts'
import { unitListFields } from './unit-list.reader.ts'
import { analyseUnitList, writeUnitPlan } from './unit-list.ts'

type Means = {
  readonly db: Reader
  readonly ports: Ports
  readonly today: string
  readonly signal: AbortSignal
}

/** What an analysis found, and how to write it. */
export type Analysed = ListAnalysis<unknown> & {
  /** Only of a staff list. */
  readonly staff: StaffPlan | null
  write(write: Writer, importId: string): Promise<void>
}

/** One kind of list: its columns, and what its rows mean. */
export type ListImporter = {
  readonly fields: readonly TargetField[]
  /** Fields that a list may write once for a group of rows. */
  readonly groupFields: readonly string[]
  analyse(sheet: ReadSheet): Promise<Analysed>
}

/** The importer for a kind of list, with what is on record loaded. */
export async function importerFor(
  input: Pick<ListImport, 'kind'> & Partial<ListImport>,
  means: Means,
): Promise<ListImporter> {
  const { db, ports } = means
  switch (input.kind) {
    case 'staff': {
      const known = await staffListMeans(db)
      return {
        fields: known.fields,
        groupFields: ['unitCode', 'unit', 'parentUnit'],
        analyse: async (sheet) => {
          const options = input.staff ?? staffListOptions.parse({})
          const analysis = await analyseStaffList(sheet, known, options, means)
          return {
            ...analysis,
            staff: analysis.plan,
            write: (write, importId) => writeStaffPlan(write, ports, analysis.plan, importId),
          }
        },
      }
    }
    case 'units':
      return {
        fields: unitListFields(),
        groupFields: [],
        analyse: async (sheet) => {
          const analysis = await analyseUnitList(sheet, db)
          return { ...analysis, staff: null, write: (write) => writeUnitPlan(write, analysis.plan) }
        },
      }
    case 'titles':
      return {
        fields: titleListFields(),
        groupFields: [],
        analyse: async (sheet) => {
          const analysis = await analyseTitleList(sheet, db)
          return { ...analysis, staff: null, write: (write) => writeTitlePlan(write, analysis.plan) }
        },
      }
  }
}
