import { Button, Select, TextInput } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AttachedPaper, type Attachment, attachedPapers } from '../../../src-core/delegations/attachment.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tellUndo } from '../../ui/feedback/toast.tsx'
import { fileSize } from '../../ui/form/file-kinds.ts'
import { saveFile } from '../../ui/save-file.ts'
import { Section } from '../../ui/screen/Section.tsx'
import { DateText, useNumberLanguage } from '../../ui/values/texts.tsx'
import { AttachFiles } from './AttachFiles.tsx'
import classes from './delegations.module.css'
import { Photos } from './Photos.tsx'
import { useMay } from './use-may.ts'

type Props = {
  readonly requestId: string
  /** Null where only the request is looked at. */
  readonly delegationId: string | null
}

/** Files of a visit: what they are, what they hold, adding and removing them. Photographs are shown as such. */
export function Attachments({ requestId, delegationId }: Props) {
  const { t } = useTranslation('delegations')
  const may = useMay()
  const found = useQuery(orpc.delegations.attachments.queryOptions({ input: { requestId } }))
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const all = found.data?.attachments ?? []
  const shown = delegationId === null ? all.filter((one) => one.delegationId === null) : all
  const photos = shown.filter(({ paper }) => paper === 'PHOTO')
  const remove = async (attachment: Attachment) => {
    try {
      await client.delegations.removeAttachments({ ids: [attachment.id] })
      tellUndo(t('attachments.removed', { name: attachment.fileName }), () =>
        client.delegations.restoreAttachments({ ids: [attachment.id] }).catch(tellError),
      )
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <>
      {may.edit && <AttachFiles requestId={requestId} delegationId={delegationId} />}
      <Section title={t('attachments.title')} note={found.data && String(shown.length)}>
        {found.data && shown.length === 0 && <p className={classes.dim}>{t('attachments.none')}</p>}
        {shown.length > 0 && (
          <table className={classes.list}>
            <thead>
              <tr>
                <th scope="col">{t('attachments.file')}</th>
                <th scope="col">{t('attachments.paper')}</th>
                <th scope="col">{t('attachments.note')}</th>
                <th scope="col" className={classes.number}>
                  {t('attachments.size')}
                </th>
                <th scope="col">{t('attachments.added')}</th>
                <th scope="col" aria-label={t('attachments.remove')} />
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <AttachmentRow
                  key={`${one.id} ${one.rowVersion}`}
                  attachment={one}
                  editable={may.edit}
                  onRemove={() => void remove(one)}
                />
              ))}
            </tbody>
          </table>
        )}
      </Section>
      {photos.length > 0 && <Photos photos={photos} />}
    </>
  )
}

type RowProps = { readonly attachment: Attachment; readonly editable: boolean; readonly onRemove: () => void }

function AttachmentRow({ attachment, editable, onRemove }: RowProps) {
  const { t } = useTranslation('delegations')
  const language = useNumberLanguage()
  const { id, rowVersion, fileName, paper, bytes, addedAt, addedByName } = attachment
  const [note, setNote] = useState(attachment.note ?? '')
  const change = (fields: { readonly paper?: AttachedPaper; readonly note?: string | null }) => {
    client.delegations.changeAttachment({ id, rowVersion, paper, note: attachment.note, ...fields }).catch((error) => {
      setNote(attachment.note ?? '')
      tellError(error)
    })
  }
  const open = () => {
    client.delegations.attachmentFile({ id }).then(saveFile, tellError)
  }
  return (
    <tr>
      <td>
        <button type="button" className={classes.link} onClick={open} title={t('attachments.download')}>
          <IconDownload size={14} aria-hidden /> {fileName}
        </button>
      </td>
      <td>
        {editable ? (
          <Select
            size="xs"
            w={190}
            aria-label={`${t('attachments.paper')}: ${fileName}`}
            allowDeselect={false}
            data={attachedPapers.map((value) => ({ value, label: t(`attached.${value}`) }))}
            value={paper}
            onChange={(value) => change({ paper: attachedPapers.find((one) => one === value) ?? paper })}
          />
        ) : (
          t(`attached.${paper}`)
        )}
      </td>
      <td>
        {editable ? (
          <TextInput
            size="xs"
            maxLength={300}
            aria-label={`${t('attachments.note')}: ${fileName}`}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onBlur={() => {
              const typed = note.trim() || null
              if (typed !== attachment.note) change({ note: typed })
            }}
          />
        ) : (
          note
        )}
      </td>
      <td className={classes.number}>{fileSize(bytes, language)}</td>
      <td>
        <DateText iso={addedAt} /> <span className={classes.dim}>{addedByName}</span>
      </td>
      <td className={classes.number}>
        {editable && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={14} aria-hidden />}
            aria-label={`${t('attachments.remove')}: ${fileName}`}
            onClick={onRemove}
          >
            {t('attachments.remove')}
          </Button>
        )}
      </td>
    </tr>
  )
}
