import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { textOf } from '../../app/i18n.ts'
import { tellUndo } from '../../ui/feedback/toast.tsx'

/** Takes holidays away and offers to bring them back. */
export async function removeHolidays(ids: string[]): Promise<void> {
  const { changed } = await client.courses.removeHolidays({ ids })
  tellUndo(textOf('courses:holidays.removed', { count: changed }), () =>
    client.courses.restoreHolidays({ ids }).catch(tellError),
  )
}
