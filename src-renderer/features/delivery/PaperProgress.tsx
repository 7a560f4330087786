import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../app/errors/ErrorNote.tsx'
import { ProgressPanel } from '../../ui/work/ProgressPanel.tsx'
import type { usePapers } from './use-papers.ts'

/** How far a document is, and why it was not made. */
export function PaperProgress({ printing }: Pick<ReturnType<typeof usePapers>, 'printing'>) {
  const { t } = useTranslation('delivery')
  const stageWord = (stage: string) =>
    stage === 'readingSchedule' || stage === 'printing' ? t(`paper.stage.${stage}`) : ''
  return (
    <>
      <ProgressPanel
        title={t('paper.printing')}
        work={printing.work}
        stageWord={stageWord}
        onCancel={printing.cancel}
      />
      {printing.work.status === 'failed' && <ErrorNote error={printing.work.error} />}
    </>
  )
}
