import type { ProgrammeTemplateTable, SiteTable } from '../database/schema.ts'
import { breaksRule } from '../kernel/errors.ts'
import type { ItemFields } from './programme.ts'
import { daysAfter } from './request.rules.ts'

/** A slot of a template: its day counted from 0, and the name of its site in case that is gone one day. */
type OwnSlot = Omit<ItemFields, 'date'> & { readonly day: number; readonly siteName: string | null }

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** What of a slot belongs to one visit alone is left behind when it is copied. */
export const asCopied = (fields: ItemFields, parallelGroups: number): ItemFields => ({
  ...fields,
  groupNo: fields.groupNo > parallelGroups ? 0 : fields.groupNo,
  hostState: 'NONE',
  interpreterId: null,
  vehicleId: null,
  holidayAgreed: false,
  details: { ...fields.details, hostNote: null, internalNote: null, gift: null },
})

/** The slots that a template of the academy's own gives from a day on. */
export function slotsOfOwn(
  template: ProgrammeTemplateTable,
  catalogue: readonly Pick<SiteTable, 'id'>[],
  parallelGroups: number,
  startOn: string,
): ItemFields[] {
  const sites = new Set(catalogue.map(({ id }) => id))
  const slots: readonly OwnSlot[] = JSON.parse(template.slots)
  return slots.map(({ day, siteName, ...slot }) => {
    const known = slot.siteId !== null && sites.has(slot.siteId)
    const where = known ? {} : { siteId: null, place: slot.place ?? siteName }
    return asCopied({ ...slot, ...where, date: daysAfter(startOn, day) }, parallelGroups)
  })
}

/** A programme as it is kept: without dates and without what belongs to one visit alone. */
export function keptSlots(items: readonly ItemFields[], catalogue: readonly Pick<SiteTable, 'id' | 'nameTr'>[]) {
  const first = items[0]?.date
  if (first === undefined) return breaksRule('programmeEmpty')
  const names = new Map(catalogue.map(({ id, nameTr }) => [id, nameTr]))
  const slots = items.map((item): OwnSlot => {
    const { date, ...slot } = asCopied(item, 4)
    const siteName = slot.siteId === null ? null : (names.get(slot.siteId) ?? null)
    return { ...slot, day: daysBetween(first, date), siteName }
  })
  return { slots: JSON.stringify(slots), dayCount: Math.max(...slots.map(({ day }) => day)) + 1 }
}
