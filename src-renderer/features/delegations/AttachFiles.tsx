import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AttachedPaper, attachedPapers, largestAttachment } from '../../../src-core/delegations/attachment.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { FileDrop } from '../../ui/form/FileDrop.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import classes from './delegations.module.css'

type Props = { readonly requestId: string; readonly delegationId: string | null }

/** Takes files of one kind, one after the other; what could not be taken is said, what was taken stays. */
export function AttachFiles({ requestId, delegationId }: Props) {
  const { t } = useTranslation('delegations')
  const [paper, setPaper] = useState<AttachedPaper>(delegationId === null ? 'REQUEST' : 'PHOTO')
  const [busy, setBusy] = useState<{ readonly done: number; readonly total: number }>()
  const [failure, setFailure] = useState<unknown>()
  const add = async (files: readonly File[]) => {
    setFailure(undefined)
    let done = 0
    try {
      for (const file of files) {
        setBusy({ done, total: files.length })
        // A request's own papers stay with the request, wherever they are added.
        const owner = paper === 'REQUEST' ? null : delegationId
        await client.delegations.addAttachment({ requestId, delegationId: owner, paper, note: null, file })
        done++
      }
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(undefined)
    }
    if (done > 0) tell({ text: t('attachments.addedCount', { count: done }), tone: 'good' })
  }
  const photo = paper === 'PHOTO'
  return (
    <Section title={t('attachments.add')}>
      <div className={classes.attach}>
        <Select
          w={220}
          label={t('attachments.paper')}
          allowDeselect={false}
          data={attachedPapers.map((value) => ({ value, label: t(`attached.${value}`) }))}
          value={paper}
          onChange={(value) => setPaper(attachedPapers.find((one) => one === value) ?? paper)}
        />
        <div className={classes.attachDrop}>
          <FileDrop
            multiple
            accept={photo ? '.jpg,.jpeg,.png' : '.pdf,.jpg,.jpeg,.png,.docx,.xlsx'}
            limit={largestAttachment}
            disabled={busy !== undefined}
            hint={busy ? t('attachments.adding', busy) : t(photo ? 'attachments.photoHint' : 'attachments.hint')}
            onFiles={(files) => void add(files)}
          />
        </div>
      </div>
      <ErrorNote error={failure} />
    </Section>
  )
}
