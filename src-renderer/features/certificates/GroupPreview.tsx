import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '../../../src-core/certificates/group.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import classes from './certificates.module.css'
import { PaperPicture } from './PaperPicture.tsx'

/** The certificates of a group as they would be issued now, one after the other. */
export function GroupPreview({ group }: { readonly group: Group }) {
  const { t } = useTranslation('certificates')
  const longest = group.holders.toSorted((a, b) => b.name.length - a.name.length)[0]?.id ?? null
  const [holderId, setHolderId] = useState<string | null>(longest)
  const preview = useQuery({
    ...orpc.certificates.previewCertificate.queryOptions({
      input: { groupId: group.id, ...(holderId && { holderId }) },
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className={classes.page}>
      <div className={classes.row}>
        <Select
          size="xs"
          w={320}
          label={t('preview.whose')}
          searchable
          allowDeselect={false}
          data={group.holders.map(({ id, name }) => ({ value: id, label: name }))}
          value={holderId}
          onChange={setHolderId}
        />
      </div>
      {preview.error && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data?.missing.map(({ letter, font, text }) => (
        <Note key={letter} tone="bad" text={t('preview.missing', { letter, font, text })} />
      ))}
      {preview.data && preview.data.missing.length === 0 && group.holders.length > 0 && (
        <Note tone="good" text={t('preview.allLetters', { count: group.holders.length })} />
      )}
      {preview.data && <PaperPicture svg={preview.data.svg} title={t('preview.title')} />}
    </div>
  )
}
