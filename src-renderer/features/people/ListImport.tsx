import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ListKind, listKinds } from '../../../src-core/people/list-change.ts'
import { useAddressWord } from '../../app/address.ts'
import { client } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { textIfAny } from '../../app/i18n.ts'
import { useDraft } from '../../ui/form/draft.ts'
import { saveFile } from '../../ui/save-file.ts'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { StepBar } from '../../ui/steps/StepBar.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { ListCheckStep } from './ListCheckStep.tsx'
import { ListDoneStep } from './ListDoneStep.tsx'
import { ListFileStep } from './ListFileStep.tsx'
import { ListMapStep } from './ListMapStep.tsx'
import { checkedPart, type ListChoices, noChoices, toInput } from './list-choices.ts'
import classes from './list-import.module.css'

const steps = ['file', 'map', 'check', 'done'] as const

type Step = (typeof steps)[number]

/** A list of staff, units or titles on its way in: choose, map, check, commit. */
export function ListImport() {
  const [kind] = useAddressWord('kind', listKinds, 'staff')
  return <ListImportOf key={kind} kind={kind} />
}

function ListImportOf({ kind }: { readonly kind: ListKind }) {
  const { t } = useTranslation('people')
  const language = useNumberLanguage()
  const draft = useDraft<ListChoices>(`list-import.${kind}`, noChoices)
  const choices = { ...noChoices, ...draft.value }
  const change = (part: Partial<ListChoices>) => draft.set({ ...choices, ...part })
  const [step, setStep] = useState<Step>('file')
  const [checkedWith, setCheckedWith] = useState('')

  const looking = useLongOperation(client.people.inspectList)
  const checking = useLongOperation(client.people.checkList)
  const writing = useLongOperation(client.people.commitList)
  const correcting = useLongOperation(client.people.correctedList)
  const inspection = looking.work.status === 'done' ? looking.work.result : undefined
  const result = checking.work.status === 'done' ? checking.work.result : undefined
  const input = toInput(kind, choices, inspection?.mapping ?? {})
  const stageWord = (stage: string) => textIfAny(`people:list.stage.${stage}`) ?? ''

  const look = async (now: ListChoices) => {
    if (!now.file) return
    const source = { kind, ...now.file, language, ...(now.sheet !== null && { sheet: now.sheet }) }
    if (!(await looking.start(source))) return
    draft.set(now)
    setStep('map')
  }
  const take = async (file: File) => {
    try {
      const { fileHash, fileName } = await client.imports.upload({ file })
      await look({ ...choices, file: { fileHash, fileName }, sheet: null, fields: null, confirmed: null })
    } catch (error) {
      tellError(error)
    }
  }
  const check = async () => {
    setStep('check')
    if (await checking.start({ ...input, language })) setCheckedWith(checkedPart(input))
  }
  const commit = async () => {
    if (!(await writing.start({ ...input, language }))) return
    draft.clear()
    setStep('done')
  }
  const download = async () => {
    const file = await correcting.start({ ...input, language })
    if (file) saveFile(file)
  }
  const restart = () => {
    for (const operation of [looking, checking, writing, correcting]) operation.reset()
    draft.clear()
    setStep('file')
  }

  const busy = [looking, checking, writing].some(({ work }) => work.status === 'running')
  const stale = result !== undefined && checkedWith !== checkedPart(input)
  const losses = result?.staff?.losses
  const blocked =
    (losses?.mustConfirm === true && choices.confirmed !== losses.gone) ||
    ((result?.counts.wrongRows ?? 0) > 0 && !choices.leaveOutErrors) ||
    ((result?.staff?.completeTypes.length ?? 0) > 0 && (result?.staff?.unread ?? 0) > 0)
  const changes = result ? result.counts.rows - result.counts.same - result.counts.wrongRows + result.counts.gone : 0
  const primary =
    step === 'map' && inspection
      ? { label: t('list.check'), run: () => void check(), disabled: busy || inspection.columns.length === 0 }
      : step === 'check' && result
        ? stale
          ? { label: t('list.recheck'), run: () => void check(), disabled: busy }
          : {
              label: t('list.commit', { count: changes }),
              run: () => void commit(),
              disabled: busy || blocked || result.changes.length === 0,
            }
        : undefined
  const work = [
    [looking, t('list.reading')],
    [checking, t('list.checking')],
    [writing, t('list.writing')],
    [correcting, t('list.correcting')],
  ] as const
  return (
    <Screen
      layout="flow"
      header={
        <PageHeader title={t(`list.title.${kind}`)} note={choices.file?.fileName} {...(primary && { primary })}>
          <StepBar
            steps={steps.map((name) => t(`list.steps.${name}`))}
            current={steps.indexOf(step)}
            {...(step !== 'done' && { onGo: (to: number) => setStep(steps[to] ?? 'file') })}
          />
        </PageHeader>
      }
    >
      <div className={classes.page}>
        {work.map(([operation, title]) => (
          <ProgressPanel
            key={title}
            title={title}
            work={operation.work}
            stageWord={stageWord}
            onCancel={operation.cancel}
          />
        ))}
        {work.map(([operation, title]) =>
          operation.work.status === 'failed' ? <ErrorNote key={title} error={operation.work.error} /> : null,
        )}
        {step === 'file' && <ListFileStep kind={kind} onFile={(file) => void take(file)} busy={busy} />}
        {step === 'map' && inspection && (
          <ListMapStep
            kind={kind}
            inspection={inspection}
            choices={choices}
            onChange={change}
            onSheet={(sheet) => void look({ ...choices, sheet, fields: null })}
          />
        )}
        {step === 'check' && result && (
          <ListCheckStep
            kind={kind}
            result={result}
            choices={choices}
            onChange={change}
            stale={stale}
            onRecheck={() => void check()}
            onCorrected={() => void download()}
          />
        )}
        {step === 'done' && writing.work.status === 'done' && (
          <ListDoneStep kind={kind} result={writing.work.result} onAnother={restart} />
        )}
      </div>
    </Screen>
  )
}
