export { correctedWorkbook } from './corrected-workbook.ts'
export { loadStaffDirectory, type StaffEntry } from './directory.repository.ts'
export { type ListCells, listCells } from './list-cells.ts'
export { rememberMapping } from './list-import.repository.ts'
export { sheetErrors, wrongRows } from './list-import.ts'
export { type ReadSheet, readSheet, type SeenSheet, seeSheets, versionSheetName, withFile } from './list-sheet.ts'
export { managerOf, unitsAnsweringTo, unitsCoordinatedBy } from './manager.rules.ts'
export { people } from './people.handlers.ts'
export { type SamplePeople, samplePeople, writeSampleErasures, writeSamplePeople } from './sample.ts'
export { sampleRows } from './sample-csv.ts'

export { mensNames, surnames, womensNames } from './sample-names.ts'
export { type Chance, chanceOf } from './sample-random.ts'
export { unitIdsBelow } from './staff.repository.ts'
export { fullName } from './staff.rules.ts'

export { loadUnits, type Unit } from './unit.repository.ts'

export { inTreeOrder } from './unit-tree.ts'
