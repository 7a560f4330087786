import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { FileDrop } from '../../ui/form/FileDrop.tsx'
import classes from './certificates.module.css'
import { useMay } from './use-may.ts'

/** One of the two logos: put there at once, taken away again. */
export function LogoField({ side, set }: { readonly side: 'left' | 'right'; readonly set: boolean }) {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const [failure, setFailure] = useState<unknown>()
  const save = async (file: File | null) => {
    setFailure(undefined)
    try {
      await client.certificates.setLogo({ side, file })
      tell({ text: t(file ? 'settings.logoSet' : 'settings.logoRemoved'), tone: 'good' })
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <div className={classes.stack}>
      <span>{t(side === 'left' ? 'settings.logoLeft' : 'settings.logoRight')}</span>
      <FileDrop
        accept=".png,.jpg,.jpeg,.svg"
        prompt={t(set ? 'settings.logoReplace' : 'settings.logoChoose')}
        hint={t('settings.logoHint')}
        disabled={!may.keepSettings}
        onFiles={([file]) => file && void save(file)}
      />
      {set && may.keepSettings && (
        <div>
          <Button size="xs" variant="default" onClick={() => void save(null)}>
            {t('settings.logoRemove')}
          </Button>
        </div>
      )}
      <ErrorNote error={failure} />
    </div>
  )
}
