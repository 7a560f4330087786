import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picture } from '../../../../src-core/certificates/design.contract.ts'
import { client, orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { FileDrop } from '../../../ui/form/FileDrop.tsx'
import classes from './design.module.css'

type Props = { readonly onChoose: (picture: Picture) => void; readonly onClose: () => void }

/** A picture that is kept already, or a new one from a file. */
export function PictureChoice({ onChoose, onClose }: Props) {
  const { t } = useTranslation(['certificates', 'common'])
  const known = useQuery(orpc.certificates.pictures.queryOptions())
  const [failure, setFailure] = useState<unknown>()
  const upload = async (file: File) => {
    setFailure(undefined)
    try {
      onChoose(await client.certificates.addPicture({ file }))
    } catch (error) {
      setFailure(error)
    }
  }
  const pictures = known.data?.pictures ?? []
  return (
    <div className={classes.fields}>
      {pictures.length > 0 && (
        <Select
          size="xs"
          searchable
          label={t('design.knownPicture')}
          data={pictures.map(({ hash, name }) => ({ value: hash, label: name }))}
          value={null}
          onChange={(hash) => {
            const picture = pictures.find((one) => one.hash === hash)
            if (picture) onChoose(picture)
          }}
        />
      )}
      <FileDrop
        accept=".png,.jpg,.jpeg,.svg"
        prompt={t('design.newPicture')}
        hint={t('design.pictureHint')}
        onFiles={([file]) => file && void upload(file)}
      />
      <ErrorNote error={failure ?? known.error} />
      <div>
        <Button size="compact-xs" variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </div>
    </div>
  )
}
