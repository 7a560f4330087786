import type { PageRequest } from '../../../src-core/kernel/page.ts'
import type { StaffRow } from '../../../src-core/people/staff.ts'
import { client } from '../../app/api.ts'
import type { Selection } from '../../ui/table/selection.ts'

/** How many people one operation moves. */
export const mostMoved = 5000

const atOnce = 500

type View = Pick<PageRequest, 'search' | 'filter'> & { readonly unitId?: string | undefined }

/** The rows behind a selection, read as they are now; undefined when they are more than can be moved at once. */
export async function chosenStaff(selection: Selection, view: View): Promise<readonly StaffRow[] | undefined> {
  const rows: StaffRow[] = []
  if (selection.all) {
    const without = new Set(selection.ids)
    for (let start = 0; ; start += atOnce) {
      const page = await client.people.listStaff({ ...view, start, end: start + atOnce })
      if (page.total - without.size > mostMoved) return undefined
      rows.push(...page.rows.filter(({ id }) => !without.has(id)))
      if (page.rows.length < atOnce) return rows
    }
  }
  if (selection.ids.length > mostMoved) return undefined
  for (let at = 0; at < selection.ids.length; at += atOnce) {
    const values = selection.ids.slice(at, at + atOnce)
    const page = await client.people.listStaff({ filter: { id: { kind: 'oneOf', values } }, end: atOnce })
    rows.push(...page.rows)
  }
  return rows
}
