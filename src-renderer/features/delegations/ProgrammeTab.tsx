import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCopy, IconLink, IconPlus, IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../src-core/delegations/delegation.ts'
import { lessonTenthsOf, needsHost, type Problem, problemsOf } from '../../../src-core/delegations/programme.rules.ts'
import { emptyDetails, type ProgrammeContext, type ProgrammeItem } from '../../../src-core/delegations/programme.ts'
import { formatDate } from '../../../src-core/kernel/dates.ts'
import { formatNumber } from '../../../src-core/kernel/numbers.ts'
import { client, orpc } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { textIfAny } from '../../app/i18n.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { tell } from '../../ui/feedback/toast.tsx'
import { useKeys } from '../../ui/keys.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { StatusWord } from '../../ui/values/StatusWord.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { CopyProgramme } from './CopyProgramme.tsx'
import classes from './delegations.module.css'
import { HostLinks } from './HostLinks.tsx'
import { ItemForm } from './ItemForm.tsx'
import { ProgrammeGrid } from './ProgrammeGrid.tsx'
import type { Span } from './programme-grid.ts'
import { TemplateForm } from './TemplateForm.tsx'
import { useMay } from './use-may.ts'
import { putOf, useProgramme } from './use-programme.ts'
import { titleOf } from './words.ts'

/** The programme of a delegation, with what the rules hold against it at this moment. */
export function ProgrammeTab({ file }: { readonly file: Delegation }) {
  const found = useQuery(orpc.delegations.programme.queryOptions({ input: { delegationId: file.id } }))
  if (found.error)
    return (
      <div className={classes.page}>
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  if (!found.data) return null
  return <Programme file={file} {...found.data} />
}

type Props = {
  readonly file: Delegation
  readonly items: readonly ProgrammeItem[]
  readonly context: ProgrammeContext
  readonly open: boolean
}

function Programme({ file, items, context, open }: Props) {
  const { t } = useTranslation('delegations')
  const language = useNumberLanguage()
  const may = useMay()
  const editable = may.edit && open
  const { edit, undo, canUndo, copy, ask } = useProgramme(file.id)
  const [draft, setDraft] = useState<Span & { readonly id: string }>()
  const [openId, setOpenId] = useState<string>()
  const [copying, setCopying] = useState(false)
  const [keeping, setKeeping] = useState(false)
  const [linking, setLinking] = useState(false)
  const shown = useMemo(
    () => items.map((item) => (draft?.id === item.id ? { ...item, ...draft } : item)),
    [items, draft],
  )
  const problems = useMemo(
    // The rules name slots by their title; here it is the one in the officer's language.
    () =>
      problemsOf(
        shown.map((item) => ({ ...item, titleTr: language === 'en' ? item.titleEn : item.titleTr })),
        context,
      ),
    [shown, context, language],
  )
  const selected = items.find(({ id }) => id === openId)
  const unasked = items.filter(
    ({ kind, hostState, hostUnit }) => needsHost(kind) && hostState === 'NONE' && hostUnit !== null,
  )
  const move = (item: ProgrammeItem, span: Span) => void edit([{ ...putOf(item), ...span }])
  const remove = (item: ProgrammeItem) => {
    setOpenId(undefined)
    void edit([], [item.id], t('programme.removed', { title: titleOf(item) }))
  }
  const add = async () => {
    const day = items.filter(({ date }) => date === context.fromDate)
    const start = Math.min(20 * 60, Math.max(9 * 60, ...day.map(({ endMinute }) => endMinute)))
    const [id] = await edit([
      {
        ...{ id: null, groupNo: 0, kind: 'theory', titleTr: t('programme.newTitle'), titleEn: 'New item' },
        ...{ date: context.fromDate, startMinute: start, endMinute: start + 90, lessonHoursTenths: 20 },
        ...{ siteId: null, place: null, hostUnit: null, hostPerson: null, hostPhone: null, hostState: 'NONE' },
        ...{ interpreterId: null, vehicleId: null, travelBefore: null, holidayAgreed: false, details: emptyDetails },
      },
    ])
    setOpenId(id)
  }
  useKeys(
    editable
      ? [
          { keys: 'Ctrl+z', labelKey: 'delegations:programme.undoKey', run: () => void undo() },
          { keys: 'n', labelKey: 'delegations:programme.add', run: () => void add() },
        ]
      : [],
  )
  const hours = formatNumber(lessonTenthsOf(shown, 1) / 10, undefined, language)
  return (
    <div className={classes.page}>
      {editable && (
        <div className={classes.row}>
          <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => void add()}>
            {t('programme.add')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={14} aria-hidden />}
            onClick={() => setCopying(!copying)}
          >
            {t('programme.copy')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={!canUndo}
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            onClick={() => void undo()}
          >
            {t('programme.undoKey')}
          </Button>
          {items.length > 0 && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconTemplate size={14} aria-hidden />}
              onClick={() => setKeeping(!keeping)}
            >
              {t('template.keep')}
            </Button>
          )}
          {unasked.length > 0 && (
            <Button size="xs" variant="default" onClick={() => void ask(unasked.map(({ id }) => id))}>
              {t('programme.askHosts')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            aria-expanded={linking}
            leftSection={<IconLink size={14} aria-hidden />}
            onClick={() => setLinking(!linking)}
          >
            {t('hostLinks.title')}
          </Button>
          <span className={`${classes.dim} ${classes.small}`}>{t('programme.hours', { hours })}</span>
        </div>
      )}
      {keeping && (
        <TemplateForm
          initial={{ titleTr: file.titleTr, titleEn: file.titleEn }}
          label={t('template.keep')}
          onSave={async (titles) => {
            await client.delegations.saveTemplate({ delegationId: file.id, ...titles })
            tell({ text: t('template.kept', { title: titleOf(titles) }), tone: 'good' })
          }}
          onClose={() => setKeeping(false)}
        />
      )}
      {linking && <HostLinks file={file} items={items} onAsked={(ids) => void ask(ids)} />}
      {copying && <CopyProgramme file={file} onCopy={copy} onClose={() => setCopying(false)} />}
      {items.length === 0 && !copying ? (
        <EmptyState
          title={t('programme.empty')}
          text={t('programme.emptyText')}
          {...(editable && { action: { label: t('programme.copy'), run: () => setCopying(true) } })}
        />
      ) : (
        <div className={classes.split}>
          <div className={classes.gridSide}>
            <ProgrammeGrid
              items={items}
              context={context}
              problems={problems}
              openId={openId}
              editable={editable}
              onOpen={setOpenId}
              onDraft={setDraft}
              onMove={move}
              onRemove={remove}
            />
            {editable && <p className={`${classes.dim} ${classes.small}`}>{t('programme.keys')}</p>}
          </div>
          <div className={classes.side}>
            {selected && (
              <ItemForm
                key={`${selected.id} ${selected.rowVersion}`}
                item={selected}
                context={context}
                delegationId={file.id}
                readOnly={!editable}
                onSave={(fields) => void edit([{ ...fields, id: selected.id }], [], t('programme.changed'))}
                onRemove={() => remove(selected)}
                onClose={() => setOpenId(undefined)}
              />
            )}
            <Problems problems={problems} onOpen={setOpenId} />
          </div>
        </div>
      )}
    </div>
  )
}

function Problems({
  problems,
  onOpen,
}: {
  readonly problems: readonly Problem[]
  readonly onOpen: (id: string) => void
}) {
  const { t } = useTranslation('delegations')
  if (problems.length === 0) return <Note tone="good" text={t('programme.noProblems')} />
  return (
    <Section title={t('programme.problems')} note={String(problems.length)}>
      <ul className={classes.problems}>
        {problems.map((problem) => (
          <li key={`${problem.kind} ${problem.date} ${problem.ids.join()}`}>
            <button type="button" className={classes.problem} onClick={() => onOpen(problem.ids.at(-1) ?? '')}>
              <StatusWord tone={problem.blocks ? 'bad' : 'warn'}>{formatDate(problem.date)}</StatusWord>
              <span>{textIfAny(`delegations:problem.${problem.kind}`, problem.values)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
