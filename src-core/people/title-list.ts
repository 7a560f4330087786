import type { OwnColumns } from '../database/schema.ts'
import type { Reader } from '../database/store.ts'
import type { Patch, Writer } from '../database/writer.ts'
import { type TargetField, targetField } from '../imports/index.ts'
import { fold } from '../kernel/turkish.ts'
import { listCells } from './list-cells.ts'
import type { ChangeKind, ListChange } from './list-change.ts'
import type { ListAnalysis } from './list-import.ts'
import type { ReadSheet } from './list-sheet.ts'
import { activeMatcher } from './staff-words.ts'
import { loadTitles, staffPerTitle } from './title.repository.ts'
import { newTitleColumns, titleKeys } from './title.rules.ts'

/** The columns of a list of titles. */
export const titleListFields = (): readonly TargetField[] => [
  targetField('titleCode', { required: true, extraWords: ['Kod', 'Code'] }),
  targetField('title', { required: true, extraWords: ['Unvan Adı', 'Adı', 'Ad', 'Name', 'Title TR'] }),
  targetField('nameEn'),
  targetField('staffStatus', { extraWords: ['Statü', 'Statüsü', 'İstihdam Türü'] }),
  targetField('serviceClass'),
  targetField('titleLevel', { extraWords: ['Düzey', 'Seviye', 'Level'] }),
  targetField('active'),
]

/** What a list of titles would write. */
export type TitlePlan = {
  readonly added: readonly OwnColumns<'title'>[]
  readonly patches: readonly Patch<'title'>[]
}

const plainFields = [
  ['nameEn', 'nameEn', 200],
  ['staffStatus', 'staffStatus', 60],
  ['serviceClass', 'serviceClass', 20],
  ['titleLevel', 'level', 20],
] as const

/** Finds what a list of titles changes; the key is the code. Titles that the list lacks stay as they are. */
export async function analyseTitleList(sheet: ReadSheet, db: Reader): Promise<ListAnalysis<TitlePlan>> {
  const cells = listCells(sheet)
  const active = activeMatcher()
  const onRecord = new Map((await loadTitles(db)).map((title) => [fold(title.code), title]))
  const bearers = await staffPerTitle(db)
  const firstOf = new Map<string, { row: number; signature: string }>()
  const changes: ListChange[] = []
  const added: OwnColumns<'title'>[] = []
  const patches: Patch<'title'>[] = []
  let same = 0

  for (const row of sheet.rows) {
    cells.open(row)
    const code = cells.limited('titleCode', 20)
    const name = cells.limited('title', 200)
    if (!code) cells.say('E25', 'titleCode', { field: 'titleCode' })
    const says = cells.choice('active', active)
    const texts = Object.fromEntries(
      plainFields.flatMap(([field, column, most]) => {
        const text = cells.limited(field, most)
        return text === null ? [] : [[column, text]]
      }),
    )
    if (!code) continue
    const signature = fold(JSON.stringify([name, texts, says]))
    const first = firstOf.get(fold(code))
    if (first) {
      if (first.signature === signature) cells.say('W36', 'titleCode', { row: first.row + 1 })
      else cells.say('E29', 'titleCode', { text: code, row: first.row + 1 })
      continue
    }
    firstOf.set(fold(code), { row: row.row, signature })
    const title = onRecord.get(fold(code))
    if (!title && !name) cells.say('E25', 'title', { field: 'title' })
    const staff = (title && bearers.get(title.id)) ?? 0
    if (title?.active && says === 'no' && staff > 0) cells.say('E35', 'active', { name: title.name, staff, units: 0 })
    if (cells.isWrong()) continue
    const change = { row: row.row + 1, key: code, employmentType: null, place: null }
    if (!title) {
      const empty = { nameEn: null, staffStatus: null, serviceClass: null, level: null }
      const columns = newTitleColumns({ ...empty, ...texts, code, name: name ?? '' })
      added.push({ ...columns, active: says === 'no' ? 0 : 1 })
      changes.push({ ...change, kinds: ['new'], id: null, name: name ?? '', fields: [] })
      continue
    }
    const kinds = new Set<ChangeKind>()
    const fields: ListChange['fields'] = []
    const patch: Partial<OwnColumns<'title'>> = {}
    for (const [field, column, value] of [
      ['title', 'name', name],
      ...plainFields.map(([field, column]) => [field, column, texts[column] ?? null] as const),
    ] as const) {
      if (value === null || value === title[column]) continue
      patch[column] = value
      kinds.add('changed')
      fields.push({ field, from: title[column], to: value })
    }
    if (says !== null && (says === 'yes') !== title.active) {
      patch.active = says === 'yes' ? 1 : 0
      kinds.add(says === 'yes' ? 'returned' : 'left')
      fields.push({ field: 'active', from: title.active ? 'yes' : 'no', to: says })
    }
    if (kinds.size === 0) {
      same++
      continue
    }
    patches.push({ id: title.id, patch: { ...patch, ...titleKeys({ ...title, ...patch }) } })
    changes.push({ ...change, kinds: [...kinds], id: title.id, name: title.name, fields })
  }
  return {
    issues: [...sheet.issues, ...cells.issues],
    changes,
    rows: sheet.rows.length,
    same,
    plan: { added, patches },
  }
}

export async function writeTitlePlan(write: Writer, plan: TitlePlan): Promise<void> {
  await write.updateMany('title', plan.patches)
  await write.insertMany(
    'title',
    plan.added.map((row) => ({ ...row, id: write.newId() })),
  )
}
