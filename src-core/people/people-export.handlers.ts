import type { Handlers } from '../database/dispatcher.ts'
import { istanbulDate } from '../kernel/dates.ts'
import type { peopleExportContract } from './people-export.contract.ts'
import { staffWorkbook, titleWorkbook, unitWorkbook, workbookName } from './people-workbook.ts'
import { listStaff, registryNumbersOf } from './staff.repository.ts'
import { listTitles, titleOptions } from './title.repository.ts'
import { listUnitOptions, listUnitRows } from './unit.repository.ts'
import { workbookFile } from './workbook-file.ts'

/** Beyond what any institution employs; a workbook's own limit is a million rows. */
const everything = { start: 0, end: 1_000_000 }

export const peopleExportHandlers: Handlers<typeof peopleExportContract> = {
  exportStaff: async ({ db, input, now, ports, report }) => {
    report({ stage: 'reading', done: 0, total: 0 })
    const { language, ...page } = input
    const { rows } = await listStaff(db, { ...page, ...everything })
    report({ stage: 'writing', done: 0, total: rows.length })
    const spec = staffWorkbook(rows, await listUnitOptions(db), await titleOptions(db), { language, now })
    return workbookFile(ports, spec, workbookName('staff', language, istanbulDate(now)))
  },

  exportUnits: async ({ db, input, now, ports }) => {
    const { language, withInactive } = input
    const units = (await listUnitRows(db)).filter(({ active }) => withInactive || active)
    const leaders = units
      .flatMap(({ managerId, coordinatorId }) => [managerId, coordinatorId])
      .filter((id) => id !== null)
    const spec = unitWorkbook(units, await registryNumbersOf(db, leaders), { language, now })
    return workbookFile(ports, spec, workbookName('units', language, istanbulDate(now)))
  },

  exportTitles: async ({ db, input, now, ports }) => {
    const { language, ...page } = input
    const { rows } = await listTitles(db, { ...page, ...everything })
    return workbookFile(
      ports,
      titleWorkbook(rows, { language, now }),
      workbookName('titles', language, istanbulDate(now)),
    )
  },
}
