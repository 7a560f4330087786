import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../src-core/delegations/attachment.ts'
import { orpc } from '../../app/api.ts'
import { Dialog } from '../../ui/layer/Dialog.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import classes from './delegations.module.css'

/** Photographs are kept in full size, so only as many are fetched as fit at a glance. */
const atFirst = 12

/** Photographs of a visit, each of which opens large. */
export function Photos({ photos }: { readonly photos: readonly Attachment[] }) {
  const { t } = useTranslation('delegations')
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<Attachment>()
  const shown = all ? photos : photos.slice(0, atFirst)
  return (
    <Section title={t('attachments.photos')} note={String(photos.length)}>
      <div className={classes.photos}>
        {shown.map((photo) => (
          <button
            key={photo.id}
            type="button"
            className={classes.photo}
            aria-label={t('attachments.openPhoto', { name: photo.note ?? photo.fileName })}
            onClick={() => setOpen(photo)}
          >
            <Picture photo={photo} />
          </button>
        ))}
      </div>
      {shown.length < photos.length && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          {t('attachments.allPhotos', { count: photos.length })}
        </Button>
      )}
      <Dialog
        opened={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={open?.note ?? open?.fileName ?? ''}
        size="auto"
        withClose
      >
        <div className={classes.largePhoto}>{open && <Picture photo={open} />}</div>
      </Dialog>
    </Section>
  )
}

function Picture({ photo }: { readonly photo: Attachment }) {
  const found = useQuery({
    ...orpc.delegations.attachmentFile.queryOptions({ input: { id: photo.id } }),
    // What is kept by its content never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const file = found.data
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!file) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (found.error) return <span className={classes.dim}>{photo.fileName}</span>
  return address ? <img src={address} alt={photo.note ?? photo.fileName} /> : null
}
