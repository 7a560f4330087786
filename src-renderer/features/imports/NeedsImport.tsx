import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NeedCheckResult, NeedInspection } from '../../../src-core/needs/import.contract.ts'
import { useGo } from '../../app/address.ts'
import { client, orpc, refreshData } from '../../app/api.ts'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { tellError } from '../../app/errors/tell-error.tsx'
import { useDraft } from '../../ui/form/draft.ts'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/screen/EmptyState.tsx'
import { PageHeader } from '../../ui/screen/PageHeader.tsx'
import { Screen } from '../../ui/screen/Screen.tsx'
import { StepBar } from '../../ui/steps/StepBar.tsx'
import { useNumberLanguage } from '../../ui/values/texts.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../ui/work/use-long-operation.ts'
import { CheckStep } from './CheckStep.tsx'
import { type Choices, noChoices, toInput } from './choices.ts'
import { DoneStep } from './DoneStep.tsx'
import { FileStep } from './FileStep.tsx'
import classes from './imports.module.css'
import { MapStep } from './MapStep.tsx'
import { useStageWord } from './use-stage-word.ts'

const collecting: readonly string[] = ['READY', 'OPEN', 'EXTENDED', 'CLOSED']

type Step = 'file' | 'map' | 'check' | 'done'

const order: readonly Step[] = ['file', 'map', 'check', 'done']

/** A file of needs on its way in: choose, map, check, commit. Nothing is written before the last step. */
export function NeedsImport() {
  const { t } = useTranslation('imports')
  const language = useNumberLanguage()
  const stageWord = useStageWord()
  const go = useGo()
  const draft = useDraft<Choices>('needs-import', noChoices)
  const [step, setStep] = useState<Step>('file')
  const [checkedWith, setCheckedWith] = useState('')
  const { data: cycleList } = useQuery(orpc.needs.listCycles.queryOptions())
  const cycles = (cycleList?.cycles ?? []).filter((cycle) => collecting.includes(cycle.state))
  const cycleId = draft.value.cycleId !== '' ? draft.value.cycleId : (cycles[0]?.id ?? '')
  const choices: Choices = { ...draft.value, cycleId }
  const change = (part: Partial<Choices>) => draft.set({ ...choices, ...part })

  const looking = useLongOperation(client.needs.inspectImport)
  const checking = useLongOperation(client.needs.checkImport)
  const writing = useLongOperation(client.needs.commitImport)
  const correcting = useLongOperation(client.needs.correctedWorkbook)

  const look = async (now: Choices, sheets: Parameters<typeof looking.start>[0]['sheets'] = []) => {
    if (!now.file) return
    const seen: NeedInspection | undefined = await looking.start({ ...now.file, sender: now.sender, sheets })
    if (!seen) return
    const readable = seen.sheets.flatMap(({ chosen, name, mapping }) =>
      chosen && mapping ? [{ sheet: name, mapping }] : [],
    )
    draft.set({ ...now, sheets: readable })
    setStep('map')
  }
  const take = async (file: File) => {
    try {
      const { fileHash, fileName } = await client.imports.upload({ file })
      await look({ ...noChoices, cycleId, sender: choices.sender, file: { fileHash, fileName } })
    } catch (error) {
      tellError(error)
    }
  }
  const check = async () => {
    const input = toInput(choices, cycleId)
    setStep('check')
    if (await checking.start({ ...input, language })) setCheckedWith(JSON.stringify(input))
  }
  const commit = async () => {
    const result = await writing.start(toInput(choices, cycleId))
    if (!result) return
    refreshData()
    draft.clear()
    setStep('done')
  }
  const download = async () => {
    const file = await correcting.start({ ...toInput(choices, cycleId), language })
    if (file) saveFile(file)
  }
  const restart = () => {
    for (const operation of [looking, checking, writing, correcting]) operation.reset()
    draft.clear()
    setStep('file')
  }

  const result: NeedCheckResult | undefined = checking.work.status === 'done' ? checking.work.result : undefined
  const stale = result !== undefined && checkedWith !== JSON.stringify(toInput(choices, cycleId))
  const busy = [looking, checking, writing].some(({ work }) => work.status === 'running')
  const primary =
    step === 'map'
      ? { label: t('map.next'), run: () => void check(), disabled: busy || (choices.sheets ?? []).length === 0 }
      : step === 'check' && result
        ? stale
          ? { label: t('check.recheck'), run: () => void check(), disabled: busy }
          : {
              label: t('check.commitCount', { count: result.counts.lines }),
              run: () => void commit(),
              disabled: busy || result.needsUnit || result.counts.lines === 0,
            }
        : undefined

  if (cycleList && cycles.length === 0) {
    return (
      <Screen header={<PageHeader title={t('needs.title')} />} layout="flow">
        <EmptyState
          title={t('needs.noCycle')}
          text={t('needs.noCycleText')}
          action={{ label: t('needs.goCycle'), run: () => go('/needs/cycle') }}
        />
      </Screen>
    )
  }
  return (
    <Screen
      layout="flow"
      header={
        <PageHeader title={t('needs.title')} note={choices.file?.fileName} {...(primary ? { primary } : {})}>
          <StepBar
            steps={order.map((name) => t(`needs.steps.${name}`))}
            current={order.indexOf(step)}
            {...(step === 'done' ? {} : { onGo: (to: number) => setStep(order[to] ?? 'file') })}
          />
        </PageHeader>
      }
    >
      <div className={classes.page}>
        <ProgressPanel title={t('file.reading')} work={looking.work} stageWord={stageWord} onCancel={looking.cancel} />
        <ProgressPanel
          title={t('check.working')}
          work={checking.work}
          stageWord={stageWord}
          onCancel={checking.cancel}
        />
        <ProgressPanel title={t('done.writing')} work={writing.work} stageWord={stageWord} onCancel={writing.cancel} />
        <ProgressPanel
          title={t('check.corrected')}
          work={correcting.work}
          stageWord={stageWord}
          onCancel={correcting.cancel}
        />
        {[looking, checking, writing, correcting].map(({ work }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: four fixed places
          work.status === 'failed' ? <ErrorNote key={index} error={work.error} /> : null,
        )}
        {step === 'file' && (
          <FileStep
            choices={choices}
            onChange={change}
            cycles={cycles}
            onFile={(file) => void take(file)}
            busy={busy}
          />
        )}
        {step === 'map' && looking.work.status === 'done' && (
          <MapStep
            inspection={looking.work.result}
            choices={choices}
            onChange={change}
            onLook={(part, layout) =>
              void look(
                { ...choices, ...part },
                layout ? [{ sheet: layout.sheet, mapping: { layout: layout.layout } }] : [],
              )
            }
          />
        )}
        {step === 'check' && result && (
          <CheckStep
            result={result}
            choices={choices}
            onChange={change}
            onCorrected={() => void download()}
            stale={stale}
            onRecheck={() => void check()}
          />
        )}
        {step === 'done' && writing.work.status === 'done' && (
          <DoneStep result={writing.work.result} onAnother={restart} />
        )}
      </div>
    </Screen>
  )
}
