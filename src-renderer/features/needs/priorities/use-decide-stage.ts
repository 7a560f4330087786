import { useTranslation } from 'react-i18next'

const stages = [
  'readingLines',
  'writingWorkbook',
  'writingTemplates',
  'writingOutcomes',
  'carryingOver',
  'printing',
] as const

/** The word for what long work about results is doing. */
export function useDecideStage(): (stage: string) => string {
  const { t } = useTranslation(['needsDecide', 'common'])
  return (stage) => {
    const known = stages.find((one) => one === stage)
    return known ? t(`needsDecide:stage.${known}`) : t('common:work.starting')
  }
}
