import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../../src-core/kernel/dates.ts'
import type { PersonForm } from '../../../../src-core/needs/collect.contract.ts'
import { Note } from '../../../ui/feedback/Note.tsx'
import type { EntryLine } from '../entry/entry-line.ts'

type Props = { readonly lines: readonly EntryLine[]; readonly known: PersonForm | undefined }

/** What the officer should know before she saves: trainings completed lately, lines that join others, the limit. */
export function LineNotes({ lines, known }: Props) {
  const { t } = useTranslation('needs')
  if (!known) return null
  const asked = new Set(known.lines.flatMap((line) => line.topic?.id ?? []))
  const joins = lines.filter((line) => line.topicId !== null && asked.has(line.topicId))
  const total = known.lines.length + lines.length - joins.length
  return (
    <>
      {lines.flatMap((line) => {
        const training = known.trainings.find(
          (one) => one.recent && one.topicId !== null && one.topicId === line.topicId,
        )
        if (!training) return []
        const values = { topic: line.text, date: formatDate(training.completedOn) }
        return [
          <Note
            key={`done ${line.text}`}
            tone="warn"
            text={
              training.certificateNo
                ? t('entry.duplicate', { ...values, certificate: training.certificateNo })
                : t('entry.duplicateNoNumber', values)
            }
          />,
        ]
      })}
      {joins.map((line) => (
        <Note key={`joins ${line.text}`} tone="neutral" title={line.text} text={t('entry.already')} />
      ))}
      {total > known.lineLimit && (
        <Note tone="bad" text={t('entry.overLimit', { limit: known.lineLimit, lines: total })} />
      )}
    </>
  )
}
