import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../../../src-core/needs/cycle.contract.ts'
import { client } from '../../../app/api.ts'
import { ErrorNote } from '../../../app/errors/ErrorNote.tsx'
import { tellError } from '../../../app/errors/tell-error.tsx'
import { Note } from '../../../ui/feedback/Note.tsx'
import { tell, tellUndo } from '../../../ui/feedback/toast.tsx'
import { FileDrop } from '../../../ui/form/FileDrop.tsx'
import { useNumberLanguage } from '../../../ui/values/texts.tsx'
import { ProgressPanel } from '../../../ui/work/ProgressPanel.tsx'
import { useLongOperation } from '../../../ui/work/use-long-operation.ts'
import { useDecideStage } from '../priorities/use-decide-stage.ts'
import { ResultsChanges, ResultsErrors } from './ResultsChanges.tsx'
import classes from './ResultsDecisions.module.css'

type Wanted = { cycleId: string; fileHash: string; fileName: string; language: 'tr' | 'en' }

type Props = { readonly cycle: CycleView; readonly mayChange: boolean }

/** Decisions made in Excel come back: shown line by line before anything is written, and taken back whole afterwards. */
export function ResultsDecisions({ cycle, mayChange }: Props) {
  const { t } = useTranslation('needsDecide')
  const language = useNumberLanguage()
  const stageWord = useDecideStage()
  const [wanted, setWanted] = useState<Wanted>()
  const checking = useLongOperation((input: Wanted, options) => client.needs.checkResults(input, options))
  const committing = useLongOperation((input: Wanted, options) => client.needs.commitResults(input, options))
  const found = checking.work.status === 'done' ? checking.work.result : undefined

  const take = async ([file]: readonly File[]) => {
    if (!file) return
    try {
      const { fileHash, fileName } = await client.imports.upload({ file })
      const input = { cycleId: cycle.id, fileHash, fileName, language }
      setWanted(input)
      committing.reset()
      await checking.start(input)
    } catch (error) {
      tellError(error)
    }
  }
  const again = () => {
    setWanted(undefined)
    checking.reset()
    committing.reset()
  }
  const undo = async (batchId: string) => {
    try {
      const stream = await client.imports.undo({ batchId })
      for (;;) {
        const step = await stream.next()
        if (!step.done) continue
        return tell({ text: t('results.decisions.undone', { count: step.value.restored }), tone: 'good' })
      }
    } catch (error) {
      tellError(error)
    }
  }
  const commit = async () => {
    const done = wanted && (await committing.start(wanted))
    if (!done) return
    again()
    tellUndo(t('results.decisions.committed', { count: done.changed }), () => undo(done.batchId))
  }
  if (!mayChange) return <Note tone="neutral" text={t('readOnly')} />
  return (
    <div className={classes.decisions}>
      {!found && (
        <>
          <p className={classes.text}>{t('results.decisions.text')}</p>
          <FileDrop
            accept=".xlsx,.xls,.xlsb,.ods,.csv"
            prompt={t('results.decisions.drop')}
            disabled={checking.work.status === 'running'}
            onFiles={(files) => void take(files)}
          />
        </>
      )}
      <ProgressPanel
        title={t('results.decisions.checking')}
        work={checking.work}
        stageWord={stageWord}
        onCancel={checking.cancel}
      />
      <ProgressPanel
        title={t('results.decisions.committing')}
        work={committing.work}
        stageWord={stageWord}
        onCancel={committing.cancel}
      />
      {checking.work.status === 'failed' && <ErrorNote error={checking.work.error} />}
      {committing.work.status === 'failed' && <ErrorNote error={committing.work.error} />}
      {found && (
        <>
          <div className={classes.head}>
            <Note
              tone={found.errors.length > 0 ? 'bad' : found.changes.length > 0 ? 'active' : 'neutral'}
              title={wanted?.fileName ?? ''}
              text={
                found.errors.length > 0
                  ? t('results.decisions.errors', { count: found.errors.length })
                  : found.changes.length > 0
                    ? t('results.decisions.found', { count: found.changes.length })
                    : t('results.decisions.nothing', { count: found.lines })
              }
            />
            <Button variant="default" onClick={again}>
              {t('results.decisions.another')}
            </Button>
            <Button
              disabled={found.errors.length > 0 || found.changes.length === 0}
              loading={committing.work.status === 'running'}
              onClick={() => void commit()}
            >
              {t('results.decisions.commit')}
            </Button>
          </div>
          {found.errors.length > 0 && <ResultsErrors errors={found.errors} />}
          {found.changes.length > 0 && <ResultsChanges changes={found.changes} />}
        </>
      )}
    </div>
  )
}
