import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { type PaperName, papers } from '../../../src-core/delegations/print.contract.ts'
import { client } from '../../app/api.ts'
import { tellError } from '../../app/errors/tell-error.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { saveFile } from '../../ui/save-file.ts'
import classes from './delegations.module.css'
import { useMay } from './use-may.ts'

const languages = ['tr', 'en'] as const

/** Every paper of a delegation, in both languages. */
export function PrintsTab({ file }: { readonly file: Delegation }) {
  const { t } = useTranslation('delegations')
  const may = useMay()
  const [busy, setBusy] = useState<string>()
  const print = async (paper: PaperName, language: 'tr' | 'en') => {
    setBusy(`${paper} ${language}`)
    try {
      const made = await client.delegations.print({ delegationId: file.id, paper, language })
      saveFile(made)
      tell({ text: t('prints.made', { name: made.name }), tone: 'good' })
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(undefined)
    }
  }
  const offered = papers.filter(
    (paper) => (paper !== 'notices' || file.state === 'CANCELLED') && (paper !== 'meals' || may.edit),
  )
  return (
    <div className={classes.page}>
      <p className={classes.dim}>{t('prints.hint')}</p>
      <table className={classes.list}>
        <thead>
          <tr>
            <th scope="col">{t('prints.title')}</th>
            <th scope="col" />
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {offered.map((paper) => (
            <tr key={paper}>
              <th scope="row">{t(`paper.${paper}`)}</th>
              <td className={classes.dim}>{t(`prints.for.${paper}`)}</td>
              <td className={classes.number}>
                {languages.map((language) => (
                  <Button
                    key={language}
                    size="compact-xs"
                    ml={8}
                    variant="default"
                    aria-label={`${t(`paper.${paper}`)}, ${t(`prints.${language}`)}`}
                    loading={busy === `${paper} ${language}`}
                    onClick={() => void print(paper, language)}
                  >
                    {t(`prints.${language}`)}
                  </Button>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
