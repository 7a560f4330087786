import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell, tellUndo } from '../../ui/feedback/toast.tsx'
import classes from './delegations.module.css'
import { TemplateForm } from './TemplateForm.tsx'
import { titleOf } from './words.ts'

export type OwnTemplate = {
  readonly id: string
  readonly rowVersion: number
  readonly titleTr: string
  readonly titleEn: string
  readonly days: number
}

/** Templates of one's own: renaming them and taking them away. */
export function OwnTemplates({ templates }: { readonly templates: readonly OwnTemplate[] }) {
  const { t } = useTranslation('delegations')
  const [renaming, setRenaming] = useState<string>()
  if (templates.length === 0) return <p className={`${classes.dim} ${classes.small}`}>{t('template.none')}</p>
  const remove = async ({ id, rowVersion, ...titles }: OwnTemplate) => {
    try {
      await client.delegations.removeTemplate({ id, rowVersion })
      tellUndo(t('template.removed', { title: titleOf(titles) }), () =>
        client.delegations.restoreTemplate({ id }).catch(tellError),
      )
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <ul className={classes.templates}>
      {templates.map((template) => (
        <li key={template.id}>
          {renaming === template.id ? (
            <TemplateForm
              initial={{ titleTr: template.titleTr, titleEn: template.titleEn }}
              label={t('template.rename')}
              onSave={async (titles) => {
                await client.delegations.renameTemplate({ id: template.id, rowVersion: template.rowVersion, ...titles })
                tell({ text: t('template.renamed', { title: titleOf(titles) }), tone: 'good' })
              }}
              onClose={() => setRenaming(undefined)}
            />
          ) : (
            <div className={classes.row}>
              <span>{t('template.one', { title: titleOf(template), count: template.days })}</span>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${t('template.rename')}: ${titleOf(template)}`}
                onClick={() => setRenaming(template.id)}
              >
                {t('template.rename')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${t('template.remove')}: ${titleOf(template)}`}
                onClick={() => void remove(template)}
              >
                {t('template.remove')}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
