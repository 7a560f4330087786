import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CourseList, courseLists } from '../../../src-core/courses/list-change.ts'
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
import { CheckStep } from './CheckStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FileStep } from './FileStep.tsx'
import classes from './import.module.css'
import { checkedPart, type ImportChoices, noChoices, toInput } from './import-choices.ts'
import { MapStep } from './MapStep.tsx'

const steps = ['file', 'map', 'check', 'done'] as const

type Step = (typeof steps)[number]

/** A list of the catalogue on its way in: choose, map, check, commit. */
export function CourseImport() {
  const [kind] = useAddressWord('kind', courseLists, 'topics')
  return <ImportOf key={kind} kind={kind} />
}

function ImportOf({ kind }: { readonly kind: CourseList }) {
  const { t } = useTranslation('courses')
  const language = useNumberLanguage()
  const draft = useDraft<ImportChoices>(`course-import.${kind}`, noChoices)
  const choices = { ...noChoices, ...draft.value }
  const change = (part: Partial<ImportChoices>) => draft.set({ ...choices, ...part })
  const [step, setStep] = useState<Step>('file')
  const [checkedWith, setCheckedWith] = useState('')

  const looking = useLongOperation(client.courses.inspectList)
  const checking = useLongOperation(client.courses.checkList)
  const writing = useLongOperation(client.courses.commitList)
  const correcting = useLongOperation(client.courses.correctedList)
  const inspection = looking.work.status === 'done' ? looking.work.result : undefined
  const result = checking.work.status === 'done' ? checking.work.result : undefined
  const input = toInput(kind, choices, inspection?.mapping ?? {})

  const look = async (now: ImportChoices) => {
    if (!now.file) return
    const source = { kind, ...now.file, language, ...(now.sheet !== null && { sheet: now.sheet }) }
    if (!(await looking.start(source))) return
    draft.set(now)
    setStep('map')
  }
  const take = async (file: File) => {
    try {
      const { fileHash, fileName } = await client.imports.upload({ file })
      await look({ ...noChoices, file: { fileHash, fileName } })
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
  const blocked = (result?.counts.wrongRows ?? 0) > 0 && !choices.leaveOutErrors
  const primary =
    step === 'map' && inspection
      ? { label: t('import.check'), run: () => void check(), disabled: busy || inspection.columns.length === 0 }
      : step === 'check' && result
        ? stale
          ? { label: t('import.recheck'), run: () => void check(), disabled: busy }
          : {
              label: t('import.commit', { count: result.counts.new + result.counts.changed }),
              run: () => void commit(),
              disabled: busy || blocked || result.changes.length === 0,
            }
        : undefined
  const work = [
    [looking, t('import.reading')],
    [checking, t('import.checking')],
    [writing, t('import.writing')],
    [correcting, t('import.correcting')],
  ] as const
  return (
    <Screen
      layout="flow"
      header={
        <PageHeader title={t(`import.title.${kind}`)} note={choices.file?.fileName} {...(primary && { primary })}>
          <StepBar
            steps={steps.map((name) => t(`import.steps.${name}`))}
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
            stageWord={(stage) => textIfAny(`courses:import.stage.${stage}`) ?? ''}
            onCancel={operation.cancel}
          />
        ))}
        {work.map(([operation, title]) =>
          operation.work.status === 'failed' ? <ErrorNote key={title} error={operation.work.error} /> : null,
        )}
        {step === 'file' && <FileStep kind={kind} onFile={(file) => void take(file)} busy={busy} />}
        {step === 'map' && inspection && (
          <MapStep
            inspection={inspection}
            fields={choices.fields ?? inspection.mapping.fields ?? {}}
            onFields={(fields) => change({ fields })}
            onSheet={(sheet) => void look({ ...choices, sheet, fields: null })}
          />
        )}
        {step === 'check' && result && (
          <CheckStep
            table={`courses.import.${kind}`}
            nameTitle={t(`import.name.${kind}`)}
            result={result}
            leaveOut={choices.leaveOutErrors}
            onLeaveOut={(leaveOutErrors) => change({ leaveOutErrors })}
            stale={stale}
            onRecheck={() => void check()}
            onCorrected={() => void download()}
          />
        )}
        {step === 'done' && writing.work.status === 'done' && (
          <DoneStep kind={kind} result={writing.work.result} onAnother={restart} />
        )}
      </div>
    </Screen>
  )
}
