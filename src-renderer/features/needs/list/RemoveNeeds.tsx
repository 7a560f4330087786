import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { client, refreshData } from '../../../app/api.ts'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../../ui/feedback/toast.tsx'
import type { Selection } from '../../../ui/table/selection.ts'

/** What one command takes at the most. */
const most = 5000

type Props = {
  readonly selection: Selection
  /** Ids of all rows of the view, for when everything is chosen. */
  readonly idsOf: () => Promise<readonly string[]>
  readonly onDone: () => void
}

/** Takes chosen needs out, and offers to bring them back. */
export function RemoveNeeds({ selection, idsOf, onDone }: Props) {
  const { t } = useTranslation('needs')
  const remove = async () => {
    try {
      const except = new Set(selection.ids)
      const ids = selection.all ? (await idsOf()).filter((id) => !except.has(id)) : selection.ids
      if (ids.length >= most) return tell({ text: t('list.tooMany', { limit: most }), tone: 'warn' })
      await removeNeeds(ids)
      onDone()
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <Button size="xs" variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void remove()}>
      {t('list.remove')}
    </Button>
  )

  async function removeNeeds(ids: readonly string[]): Promise<void> {
    const { removed } = await client.needs.removeNeeds({ ids: [...ids] })
    refreshData()
    tellUndo(t('list.removed', { count: removed }), () =>
      client.needs.restoreNeeds({ ids: [...ids] }).then(refreshData, tellError),
    )
  }
}
