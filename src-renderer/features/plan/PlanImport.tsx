import { Button, Group, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayEdit } from '../../../src-core/plan/plan.rules.ts'
import type { Plan } from '../../../src-core/plan/plan.ts'
import { useGo } from '../../app/address.ts'
import { client, refreshData } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { textIfAny } from '../../app/i18n.ts'
import { useDraft } from '../../ui/form/draft.ts'
import { FileDrop } from '../../ui/form/FileDrop.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { Section } from '../../ui/screen/Section.tsx'
import { StepBar } from '../../ui/steps/StepBar.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { CheckStep } from '../courses/CheckStep.tsx'
import importClasses from '../courses/import.module.css'
import { MapStep } from '../courses/MapStep.tsx'
import { useUndoImport } from '../imports/use-undo-import.ts'
import { PlanSwitcher } from './PlanSwitcher.tsx'
import classes from './plan.module.css'
import { checkedPart, noPlanChoices, type PlanChoices, toPlanInput } from './plan-import-choices.ts'
import { RateFields } from './RateFields.tsx'
import { WithPlan } from './WithPlan.tsx'

const steps = ['file', 'map', 'check', 'done'] as const
const accepted = '.xlsx,.xls,.xlsb,.ods,.csv,.tsv,.txt'
const limit = 100 * 1024 * 1024

type Step = (typeof steps)[number]

/** A plan on its way in from a workbook, made here or elsewhere: choose, map, check, commit. */
export function PlanImport() {
  const { t } = useTranslation('plan')
  return (
    <WithPlan title={t('import.title')}>
      {(plan, plans) => <ImportInto key={plan.id} plan={plan} plans={plans} />}
    </WithPlan>
  )
}

function ImportInto({ plan, plans }: { readonly plan: Plan; readonly plans: readonly Plan[] }) {
  const { t } = useTranslation(['plan', 'courses'])
  const language = useNumberLanguage()
  const go = useGo()
  const undo = useUndoImport()
  const draft = useDraft<PlanChoices>(`plan-import.${plan.id}`, noPlanChoices)
  const choices = { ...noPlanChoices, ...draft.value }
  const change = (part: Partial<PlanChoices>) => draft.set({ ...choices, ...part })
  const [step, setStep] = useState<Step>('file')
  const [checkedWith, setCheckedWith] = useState('')

  const looking = useLongOperation(client.plan.inspectLines)
  const checking = useLongOperation(client.plan.checkLines)
  const writing = useLongOperation(client.plan.commitLines)
  const correcting = useLongOperation(client.plan.correctedLines)
  const inspection = looking.work.status === 'done' ? looking.work.result : undefined
  const result = checking.work.status === 'done' ? checking.work.result : undefined
  const written = writing.work.status === 'done' ? writing.work.result : undefined
  const input = toPlanInput(plan.id, choices, inspection?.mapping ?? {})

  const look = async (now: PlanChoices) => {
    if (!now.file) return
    const source = { planId: plan.id, ...now.file, language, ...(now.sheet !== null && { sheet: now.sheet }) }
    if (!(await looking.start(source))) return
    draft.set(now)
    setStep('map')
  }
  const take = async (file: File) => {
    try {
      const { fileHash, fileName } = await client.imports.upload({ file })
      await look({ ...noPlanChoices, file: { fileHash, fileName } })
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
    refreshData()
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
  const template = async () => {
    try {
      saveFile(await client.plan.exportLines({ planId: plan.id, language }))
    } catch (error) {
      tellError(error)
    }
  }

  const busy = [looking, checking, writing].some(({ work }) => work.status === 'running')
  const stale = result !== undefined && checkedWith !== checkedPart(input)
  const blocked = (result?.counts.wrongRows ?? 0) > 0 && !choices.leaveOutErrors
  const reasonMissing = plan.revision > 0 && choices.changeReason.trim().length < 3
  const open = mayEdit(plan.state)
  const primary = !open
    ? undefined
    : step === 'map' && inspection
      ? { label: t('courses:import.check'), run: () => void check(), disabled: busy || inspection.columns.length === 0 }
      : step === 'check' && result
        ? stale
          ? { label: t('courses:import.recheck'), run: () => void check(), disabled: busy }
          : {
              label: t('courses:import.commit', { count: result.counts.new + result.counts.changed }),
              run: () => void commit(),
              disabled: busy || blocked || reasonMissing || result.changes.length === 0,
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
        <PageHeader title={t('import.title')} note={choices.file?.fileName} {...(primary && { primary })}>
          <StepBar
            steps={steps.map((name) => t(`courses:import.steps.${name}`))}
            current={steps.indexOf(step)}
            {...(step !== 'done' && { onGo: (to: number) => setStep(steps[to] ?? 'file') })}
          />
        </PageHeader>
      }
    >
      <div className={importClasses.page}>
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
        {step === 'file' && (
          <div className={`${importClasses.page} ${importClasses.narrow}`}>
            <PlanSwitcher plan={plan} plans={plans} />
            {open ? (
              <FileDrop
                accept={accepted}
                limit={limit}
                disabled={busy}
                hint={t('import.fileHint')}
                onFiles={([file]) => {
                  if (file) void take(file)
                }}
              />
            ) : (
              <EmptyState title={t('import.lockedTitle')} text={t('import.locked')} />
            )}
            <div className={importClasses.line}>
              <Button
                variant="default"
                size="xs"
                leftSection={<IconDownload size={14} aria-hidden />}
                onClick={() => void template()}
              >
                {t('workbook.out')}
              </Button>
              <span className={importClasses.quiet}>{t('import.templateText')}</span>
            </div>
          </div>
        )}
        {step === 'map' && inspection && (
          <MapStep
            inspection={inspection}
            fields={choices.fields ?? inspection.mapping.fields ?? {}}
            onFields={(fields) => change({ fields })}
            onSheet={(sheet) => void look({ ...choices, sheet, fields: null })}
          />
        )}
        {step === 'check' && result && (
          <>
            {result.currencies.length > 0 && (
              <RateFields currencies={result.currencies} rates={choices.rates} onRates={(rates) => change({ rates })} />
            )}
            {plan.revision > 0 && (
              <TextInput
                className={classes.grow ?? ''}
                label={t('changeReason')}
                description={t('changeReasonHint')}
                required
                maxLength={1000}
                value={choices.changeReason}
                onChange={(event) => change({ changeReason: event.currentTarget.value })}
              />
            )}
            <CheckStep
              table="plan.import"
              nameTitle={t('import.training')}
              result={result}
              leaveOut={choices.leaveOutErrors}
              onLeaveOut={(leaveOutErrors) => change({ leaveOutErrors })}
              stale={stale}
              onRecheck={() => void check()}
              onCorrected={() => void download()}
            />
          </>
        )}
        {step === 'done' && written && (
          <Section title={t('import.done')}>
            <p>{t('courses:import.doneText', { created: written.created, changed: written.changed })}</p>
            {written.leftOut > 0 && <p>{t('courses:import.doneLeftOut', { count: written.leftOut })}</p>}
            <Group gap={8} mt={12}>
              <Button onClick={() => go('/plan/lines')}>{t('import.toPlan')}</Button>
              <Button variant="default" onClick={restart}>
                {t('courses:import.another')}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  restart()
                  void undo(written.batchId)
                }}
              >
                {t('courses:import.undo')}
              </Button>
            </Group>
          </Section>
        )}
      </div>
    </Screen>
  )
}
