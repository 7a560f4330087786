import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ClashLevels, clashKinds, clashLevels } from '../../../src-core/delivery/clash.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import classes from './delivery.module.css'

type Props = { readonly levels: ClashLevels; readonly readOnly: boolean }

/** How hard each kind of clash is. */
export function ClashLevelsForm({ levels, readOnly }: Props) {
  const { t } = useTranslation(['delivery', 'common'])
  const [asked, setAsked] = useState(levels)
  return (
    <form
      className={classes.form}
      style={{ maxWidth: 420 }}
      onSubmit={(event) => {
        event.preventDefault()
        client.delivery
          .saveClashLevels(asked)
          .then(() => tell({ text: t('clash.levelsSaved'), tone: 'good' }))
          .catch(tellError)
      }}
    >
      <p className={classes.dim}>{t('clash.levelsText')}</p>
      {clashKinds.map((kind) => (
        <Select
          key={kind}
          label={t(`kind.${kind}`)}
          description={t(`kindText.${kind}`)}
          allowDeselect={false}
          disabled={readOnly}
          data={clashLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
          value={asked[kind]}
          onChange={(value) => {
            const level = clashLevels.find((one) => one === value)
            if (level) setAsked({ ...asked, [kind]: level })
          }}
        />
      ))}
      {readOnly ? (
        <p className={classes.dim}>{t('clash.levelsReadOnly')}</p>
      ) : (
        <div className={classes.buttons}>
          <Button type="submit">{t('common:actions.save')}</Button>
        </div>
      )}
    </form>
  )
}
