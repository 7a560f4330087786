import type { OwnColumns } from '../database/schema.ts'
import { upperTr } from '../kernel/turkish.ts'
import { sampleRows } from './sample-csv.ts'
import { newTitleColumns } from './title.rules.ts'
import { unitColumns } from './unit.rules.ts'
import type { UnitKind } from './unit.ts'

export type SampleTitle = OwnColumns<'title'> & { readonly id: string }
export type SampleUnit = OwnColumns<'orgUnit'> & { readonly id: string }

const kinds: Readonly<Record<string, UnitKind>> = {
  baskanlik: 'municipality',
  genel_sekreterlik: 'generalSecretariat',
  genel_sekreter_yardimciligi: 'generalSecretariat',
  daire_baskanligi: 'department',
  mudurluk: 'directorate',
  kurul: 'board',
  birim: 'board',
}

/** How else people write a unit's name: İBB itself leaves `Şube` out, and forms abbreviate. */
function spellingsOf(name: string): string[] {
  if (name.includes(' Şube Müdürlüğü'))
    return [name.replace(' Şube Müdürlüğü', ' Müdürlüğü'), name.replace(' Şube Müdürlüğü', ' Şb. Md.')]
  if (name.endsWith(' Dairesi Başkanlığı'))
    return [name.replace(' Dairesi Başkanlığı', ' Daire Başkanlığı'), name.replace(' Dairesi Başkanlığı', ' Dai. Bşk.')]
  return []
}

/** A word as it begins a cell of a table; nothing for none. */
const capitalised = (word: string): string | null => (word ? upperTr(word.slice(0, 1)) + word.slice(1) : null)

/** The titles of titles.csv, ready to be inserted. */
export const sampleTitles = (csv: string, newId: () => string): readonly SampleTitle[] =>
  sampleRows(csv).map((row) => ({
    id: newId(),
    ...newTitleColumns({
      code: row.code ?? '',
      name: row.title_tr ?? '',
      nameEn: row.title_en || null,
      staffStatus: capitalised(row.staff_status ?? ''),
      serviceClass: row.service_class || null,
      level: row.level || null,
    }),
  }))

/** The units of units.csv, parents before their children, ready to be inserted once their leaders are known. */
export function sampleUnits(csv: string, newId: () => string): readonly SampleUnit[] {
  const ids = new Map<string, string>()
  return sampleRows(csv).map((row) => {
    const { code = '', parent_code: parent = '', name_tr: name = '', name_en: nameEn = '', kind = '' } = row
    const id = newId()
    ids.set(code, id)
    const fields = {
      code,
      name,
      nameEn: nameEn || null,
      kind: kinds[kind] ?? 'directorate',
      parentId: ids.get(parent) ?? null,
      managerId: null,
      coordinatorId: null,
      costCentre: null,
      aliases: spellingsOf(name),
      validFrom: null,
      validTo: null,
    }
    return { id, ...unitColumns(fields, true) }
  })
}
