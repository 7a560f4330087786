import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { askYesNo } from '../../ui/feedback/ask.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import classes from './delegations.module.css'

/** Says when personal data are past their time, and erases them with a report. */
export function PurgeNote() {
  const { t } = useTranslation('delegations')
  const language = useNumberLanguage()
  const found = useQuery(orpc.delegations.purgeDue.queryOptions())
  const count = found.data?.due.length ?? 0
  if (count === 0) return null
  const purge = async () => {
    const yes = await askYesNo({
      question: t('purge.ask', { count }),
      detail: t('purge.detail'),
      yes: t('purge.action'),
      danger: true,
    })
    if (!yes) return
    try {
      const { erased, report } = await client.delegations.purge({ language })
      saveFile(report)
      tell({ text: t('purge.done', { count: erased }), tone: 'good' })
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <div className={classes.bar}>
      <Note
        tone="warn"
        text={t('purge.due', { count })}
        action={{ label: t('purge.action'), run: () => void purge() }}
      />
    </div>
  )
}
