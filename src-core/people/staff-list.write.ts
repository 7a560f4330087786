import type { Patch, Writer } from '../database/writer.ts'
import type { Ports } from '../kernel/ports.ts'
import type { StaffPlan } from './staff-list.analysis.ts'
import { loadTitles } from './title.repository.ts'
import { newTitleColumns } from './title.rules.ts'

const codePattern = /^(\p{L}+-?)(\d+)$/u

/** The codes after the highest one that looks like the others: `U112`, `U113` … */
export function freeTitleCodes(codes: readonly string[]): () => string {
  const prefixes = new Map<string, { count: number; highest: number; digits: number }>()
  for (const code of codes) {
    const [, prefix, digits] = codePattern.exec(code) ?? []
    if (prefix === undefined || digits === undefined) continue
    const known = prefixes.get(prefix) ?? { count: 0, highest: 0, digits: 0 }
    prefixes.set(prefix, {
      count: known.count + 1,
      highest: Math.max(known.highest, Number(digits)),
      digits: Math.max(known.digits, digits.length),
    })
  }
  const [prefix, { highest, digits }] = [...prefixes].sort((a, b) => b[1].count - a[1].count)[0] ?? [
    'U',
    { highest: 0, digits: 3 },
  ]
  let next = highest
  return () => `${prefix}${String(++next).padStart(digits, '0')}`
}

async function addTitles(write: Writer, names: StaffPlan['titles']): Promise<ReadonlyMap<string, string>> {
  if (names.size === 0) return new Map()
  const nextCode = freeTitleCodes((await loadTitles(write.db)).map(({ code }) => code))
  const ids = new Map<string, string>()
  const rows = [...names].map(([key, name]) => {
    const id = write.newId()
    ids.set(key, id)
    const fields = { code: nextCode(), name, nameEn: null, staffStatus: null, serviceClass: null, level: null }
    return { id, ...newTitleColumns(fields) }
  })
  await write.insertMany('title', rows)
  return ids
}

/** Writes what a staff list changes. `importId` marks every record it touches. */
export async function writeStaffPlan(write: Writer, ports: Ports, plan: StaffPlan, importId: string): Promise<void> {
  const titles = await addTitles(write, plan.titles)
  const sealed = (nationalId: string | null) =>
    nationalId === null ? {} : { nationalIdSealed: ports.seal.seal(nationalId, write.newId()) }
  const titled = (newTitle: string | null) => (newTitle === null ? {} : { titleId: titles.get(newTitle) ?? null })

  function* added() {
    for (const { columns, newTitle, nationalId } of plan.added)
      yield { ...columns, ...titled(newTitle), ...sealed(nationalId), lastImportId: importId, id: write.newId() }
  }
  function* changed(): Generator<Patch<'person'>> {
    for (const { id, patch, newTitle, nationalId } of plan.patches)
      yield { id, patch: { ...patch, ...titled(newTitle), ...sealed(nationalId), lastImportId: importId } }
    for (const id of plan.gone) yield { id, patch: { active: 0, leaveDate: plan.leaveDate, lastImportId: importId } }
  }
  // Changes go first: a number that somebody gives up may be somebody else's in the same file.
  await write.updateMany('person', changed())
  await write.insertMany('person', added())
}
