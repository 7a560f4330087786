import { Button } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../../src-core/certificates/template.contract.ts'
import { useGo } from '../../app/address.ts'
import { orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import classes from './certificates.module.css'
import { NewDesign } from './design/NewDesign.tsx'
import { PaperPicture } from './PaperPicture.tsx'
import { useMay } from './use-may.ts'

type Which = Pick<Template, 'kind' | 'language'>

/** How certificates look: each kind in each language, its proof, and whether it may be issued with. */
export function TemplatesScreen() {
  const { t } = useTranslation('certificates')
  const may = useMay()
  const go = useGo()
  const templates = useQuery(orpc.certificates.templates.queryOptions())
  const designs = useQuery(orpc.certificates.designs.queryOptions())
  const [copying, setCopying] = useState(false)
  const [chosen, setChosen] = useState<Which>({ kind: 'PARTICIPATION', language: 'tr' })
  const { kind, language } = chosen
  const preview = useQuery({
    ...orpc.certificates.previewTemplate.queryOptions({ input: { kind, language } }),
    placeholderData: keepPreviousData,
  })
  const activate = useMutation(orpc.certificates.activateTemplate.mutationOptions())
  const current = templates.data?.templates.find((one) => one.kind === kind && one.language === language)
  const run = async () => {
    const made = await activate.mutateAsync({ kind, language })
    tell({ text: t('templates.activated', { version: made.version }), tone: 'good' })
  }
  return (
    <Screen
      header={
        <PageHeader
          title={t('templates.title')}
          {...(may.design && { secondary: [{ label: t('design.copyThis'), run: () => setCopying(true) }] })}
          {...(may.approve &&
            current &&
            (!current.active || current.newer) && {
              primary: {
                label: t('templates.activate'),
                run: () => void run().catch(() => undefined),
                busy: activate.isPending,
              },
            })}
        />
      }
      layout="flow"
    >
      <div className={classes.gallery}>
        <div className={classes.stack}>
          <ErrorNote error={templates.error ?? designs.error} />
          <table className={classes.templates}>
            <thead>
              <tr>
                <th>{t('field.kind')}</th>
                <th>{t('field.state')}</th>
              </tr>
            </thead>
            <tbody>
              {templates.data?.templates.map((one) => (
                <tr key={one.kind + one.language}>
                  <td>
                    <Button
                      size="compact-xs"
                      variant={one.kind === kind && one.language === language ? 'light' : 'subtle'}
                      aria-pressed={one.kind === kind && one.language === language}
                      onClick={() => setChosen({ kind: one.kind, language: one.language })}
                    >
                      {`${t(`kind.${one.kind}`)} · ${t(`language.${one.language}`)}`}
                    </Button>
                  </td>
                  <td>
                    <StatusWord tone={one.active ? (one.newer ? 'warn' : 'good') : 'neutral'}>
                      {one.active
                        ? t(one.newer ? 'templates.newer' : 'templates.active', { version: one.version })
                        : t('templates.draft')}
                    </StatusWord>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <table className={classes.templates}>
            <thead>
              <tr>
                <th>{t('design.own')}</th>
                <th>{t('field.state')}</th>
              </tr>
            </thead>
            <tbody>
              {designs.data?.designs.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Button size="compact-xs" variant="subtle" onClick={() => go(`/certificates/designs/${one.id}`)}>
                      {one.name}
                    </Button>
                    <div className={classes.dim}>{`${t(`kind.${one.kind}`)} · ${t(`language.${one.language}`)}`}</div>
                  </td>
                  <td>
                    <StatusWord
                      tone={one.activeVersion === null ? 'neutral' : one.activeVersion < one.version ? 'warn' : 'good'}
                    >
                      {one.activeVersion === null
                        ? t('templates.draft')
                        : t('templates.active', { version: one.activeVersion })}
                    </StatusWord>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {designs.data?.designs.length === 0 && <p className={classes.dim}>{t('design.none')}</p>}
        </div>
        <div className={classes.stack}>
          {copying && (
            <NewDesign which={chosen} designs={designs.data?.designs ?? []} onClose={() => setCopying(false)} />
          )}
          {preview.error && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
          {preview.data?.proof.missing.map(({ letter, font, text }) => (
            <Note key={letter} tone="bad" text={t('preview.missing', { letter, font, text })} />
          ))}
          {preview.data?.proof.missing.length === 0 && (
            <Note tone="good" text={t('templates.proved', { texts: preview.data.proof.texts.join(' · ') })} />
          )}
          {preview.data && (
            <PaperPicture svg={preview.data.svg} title={`${t(`kind.${kind}`)} · ${t(`language.${language}`)}`} />
          )}
        </div>
      </div>
    </Screen>
  )
}
