import { Loader, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Design } from '../../../../src-core/certificates/design.contract.ts'
import { useGo, usePath } from '../../../app/address.ts'
import { client, orpc } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { useCrumb } from '../../../app/shell/crumb.ts'
import { Note } from '../../../ui/feedback/Note.tsx'
import { tell } from '../../../ui/feedback/toast.tsx'
import { PageHeader } from '../../../ui/screen/PageHeader.tsx'
import { Screen } from '../../../ui/screen/Screen.tsx'
import { StatusWord } from '../../../ui/values/StatusWord.tsx'
import { useMay } from '../use-may.ts'
import { DesignCanvas } from './DesignCanvas.tsx'
import { DesignList } from './DesignList.tsx'
import { DesignTools } from './DesignTools.tsx'
import classes from './design.module.css'
import { ElementProperties } from './ElementProperties.tsx'
import { PageProperties } from './PageProperties.tsx'
import { useDesignKeys } from './use-design-keys.ts'
import { type Editing, useEditing } from './use-editing.ts'

const whos = ['usual', 'longest', 'letters'] as const

/** One design, drawn on the page that the typesetter sets. */
export function DesignScreen() {
  const { t } = useTranslation('certificates')
  const id = usePath().split('/').at(-1) ?? ''
  const found = useQuery(orpc.certificates.getDesign.queryOptions({ input: { id } }))
  if (found.data) return <DesignBody key={`${found.data.id} ${found.data.rowVersion}`} design={found.data} />
  return (
    <Screen header={<PageHeader title={t('design.one')} />}>
      {found.error ? (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Loader aria-label={t('design.one')} />
      )}
    </Screen>
  )
}

function DesignBody({ design }: { readonly design: Design }) {
  const { t } = useTranslation(['certificates', 'common'])
  const may = useMay()
  const go = useGo()
  useCrumb(design.name)
  const editing = useEditing(design.layout, `design ${design.id} ${design.rowVersion}`)
  const [name, setName] = useState(design.name)
  const [who, setWho] = useState<(typeof whos)[number]>('usual')
  const [zoom, setZoom] = useState(1)
  const [busy, setBusy] = useState(false)
  const preview = usePreview(design, editing, who)
  const changed = editing.changed || name.trim() !== design.name
  const act = (work: () => Promise<void>) => {
    setBusy(true)
    work()
      .catch(tellError)
      .finally(() => setBusy(false))
  }
  const save = () =>
    act(async () => {
      const { id, rowVersion } = design
      const saved = await client.certificates.saveDesign({ id, rowVersion, name, layout: editing.layout })
      editing.restart()
      tell({ text: t('design.saved', { version: saved.version }), tone: 'good' })
    })
  const activate = () =>
    act(async () => {
      const { id, rowVersion } = design
      const { version } = await client.certificates.activateDesign({ id, rowVersion })
      tell({ text: t('templates.activated', { version }), tone: 'good' })
    })
  const remove = () =>
    act(async () => {
      const { id, rowVersion } = design
      await client.certificates.removeDesign({ id, rowVersion })
      tell({ text: t('design.removed', { name: design.name }), tone: 'good' })
      go('/certificates/templates')
    })
  const mayActivate = may.approve && !changed && design.activeVersion !== design.version
  useDesignKeys(editing, { readOnly: !may.design, save: () => changed && save() })
  const chosen = editing.chosenElements.length === 1 ? editing.chosenElements[0] : undefined
  return (
    <Screen
      header={
        <PageHeader
          title={design.name}
          note={
            <>
              <StatusWord tone={design.activeVersion === null ? 'neutral' : 'good'}>
                {design.activeVersion === null
                  ? t('templates.draft')
                  : t('templates.active', { version: design.activeVersion })}
              </StatusWord>
              <span>{`${t(`kind.${design.kind}`)} · ${t(`language.${design.language}`)} · ${t('design.version', { version: design.version })}`}</span>
              {changed && <StatusWord tone="warn">{t('design.unsaved')}</StatusWord>}
            </>
          }
          {...(may.design &&
            (changed || !mayActivate) && {
              primary: { label: t('common:actions.save'), run: save, disabled: !changed, busy, keys: 'Ctrl+S' },
            })}
          {...(mayActivate && { primary: { label: t('templates.activate'), run: activate, busy } })}
          secondary={[
            ...(editing.changed ? [{ label: t('design.discard'), run: editing.restart }] : []),
            { label: t('design.back'), run: () => go('/certificates/templates') },
          ]}
          {...(may.design && { more: [{ label: t('design.remove'), run: remove, disabled: busy }] })}
        />
      }
    >
      <div className={classes.work}>
        <div className={classes.side}>
          {may.design && (
            <TextInput
              size="xs"
              label={t('design.name')}
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          <Select
            size="xs"
            label={t('design.who')}
            allowDeselect={false}
            data={whos.map((value) => ({ value, label: t(`design.whos.${value}`) }))}
            value={who}
            onChange={(said) => setWho(whos.find((one) => one === said) ?? 'usual')}
          />
          <DesignList editing={editing} readOnly={!may.design} />
        </div>
        <div className={classes.middle}>
          <DesignTools editing={editing} design={design} readOnly={!may.design} zoom={zoom} onZoom={setZoom} />
          <div className={classes.notes}>
            <ErrorNote error={preview.error} />
            {preview.data?.faults.map((fault) => (
              <Note
                key={JSON.stringify(fault)}
                tone="bad"
                text={
                  fault.fault === 'lacks'
                    ? t(`design.lacks.${fault.what}`)
                    : t('design.fieldUnknown', { field: fault.field })
                }
              />
            ))}
            {preview.data?.proof.missing.map(({ letter, font, text }) => (
              <Note key={letter + font} tone="bad" text={t('design.letterMissing', { letter, font, text })} />
            ))}
          </div>
          <DesignCanvas editing={editing} svg={preview.data?.svg} zoom={zoom} readOnly={!may.design} />
        </div>
        <div className={classes.side}>
          {!may.design && <p className={classes.dim}>{t('design.readOnly')}</p>}
          {may.design &&
            (chosen ? (
              <ElementProperties
                key={`${editing.page} ${editing.chosen[0]}`}
                element={chosen}
                onChange={(element, kind) => editing.changeChosen(() => element, `${kind} of ${editing.chosen[0]}`)}
              />
            ) : (
              <PageProperties editing={editing} design={design} />
            ))}
        </div>
      </div>
    </Screen>
  )
}

/** The page as it would print; drawn anew a moment after the last change. */
function usePreview({ kind, language }: Design, { layout, page }: Editing, who: (typeof whos)[number]) {
  const [settled] = useDebouncedValue(layout, 120)
  const shown = Math.min(page, settled.pages.length - 1)
  return useQuery({
    ...orpc.certificates.previewDesign.queryOptions({ input: { kind, language, layout: settled, page: shown, who } }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
}
